"""A deadline that had passed when the plan's year began."""

from collections.abc import Iterator

from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.review.understanding.assignments import Assignment
from styrhus.review.understanding.document import DocumentKind
from styrhus.review.understanding.wording import short
from styrhus.values.finding import Confidence, Finding
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "deadline-before-plan-year"
_MOST_TOLD = 5


def check(examined: Examined) -> Iterator[Finding]:
    year = examined.about.year
    if year is None or examined.about.kind is not DocumentKind.PLAN:
        return
    late = [a for a in examined.assignments if _is_before(a, year)]
    for assignment in late[:_MOST_TOLD]:
        rest = late[_MOST_TOLD:] if assignment is late[0] else []
        yield Finding(
            ID, Severity.WARNING, Confidence.LIKELY, assignment.place,
            msg("The deadline {date} of {name} had passed when {year} began.", date=_date(assignment),
                name=f"”{short(assignment.text, 80)}”", year=year),
            msg("Set a new deadline, or report the assignment as done."),
            related=tuple(a.place for a in rest),
        )  # fmt: skip


def _is_before(assignment: Assignment, year: int) -> bool:
    deadline = assignment.deadline
    return bool(deadline and deadline.last and deadline.last.year < year and not assignment.done)


def _date(assignment: Assignment) -> str:
    return assignment.deadline.text if assignment.deadline else ""


RULE = Rule(
    ID, Severity.WARNING, Confidence.LIKELY,
    title=msg("Deadline before the plan year"),
    what=msg("An assignment of a plan that is not marked as done has a deadline before the year of the plan."),
    why=msg("The row was left from an older plan, or its date is a slip; as it stands it cannot be met."),
    example=msg("A plan for 2025 with an assignment due on 31 December 2023."),
    check=check,
)  # fmt: skip
