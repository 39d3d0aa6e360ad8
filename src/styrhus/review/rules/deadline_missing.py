"""An assignment without a deadline where the others have one."""

import re
from collections.abc import Iterator

from styrhus.paper.reading import ReadRow
from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.review.understanding.assignments import Assignment, AssignmentTable
from styrhus.review.understanding.targets import is_empty
from styrhus.review.understanding.task_words import TASKS
from styrhus.review.understanding.wording import listed
from styrhus.values.finding import Confidence, Finding
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "deadline-missing"
_ONGOING = re.compile(
    r"\b(?:löpande|tills vidare|årlig\w*|varje år|kontinuerligt|(?:inget|utan) (?:slutdatum|sluttid)|fortløpende|"
    r"uten frist|årvisst|jatkuva\w*|toistaiseksi)\b",
    re.IGNORECASE,
)


def check(examined: Examined) -> Iterator[Finding]:
    for table in examined.assignment_tables:
        if not any(a.deadline for a in table.assignments):
            continue  # they are followed by their state, not by dates
        missing = [a for a in table.assignments if _lacks(table, a)]
        if missing and 2 * len(missing) <= len(table.assignments):
            forgotten = table.deadline is not None and any(not _dashed(table, a) for a in missing)
            yield Finding(
                ID, Severity.WARNING if forgotten else Severity.NOTE, Confidence.CERTAIN, missing[0].place,
                msg("{count} of {total} assignments have no deadline: {names}.",
                    count=len(missing), total=len(table.assignments), names=listed([a.text for a in missing])),
                msg("Set a deadline, or say that the assignment goes on."),
                related=tuple(a.place for a in missing[1:]),
            )  # fmt: skip


def _row(table: AssignmentTable, assignment: Assignment) -> ReadRow:
    return table.grid.table.rows[(assignment.place.row_number or 1) - 1]


def _dashed(table: AssignmentTable, assignment: Assignment) -> bool:
    """Whether a dash says that there is no date; an empty cell may have been forgotten."""
    return table.deadline is not None and bool(_row(table, assignment).text(table.deadline.index).strip())


def _lacks(table: AssignmentTable, assignment: Assignment) -> bool:
    """A cell that says something else than a date (until further notice) is an answer."""
    if assignment.deadline is not None or assignment.done:
        return False
    row = _row(table, assignment)
    nothing_to_do = [row.text(c.index) for c in table.grid.columns if c is not table.label and TASKS.search(c.heading)]
    if any(is_empty(text) for text in (assignment.text, *nothing_to_do)):
        return False
    if any(_ONGOING.search(cell.text) for cell in row.cells):
        return False
    if table.deadline is None:
        return True
    return not any(sign.isalnum() for sign in row.text(table.deadline.index))


RULE = Rule(
    ID, Severity.WARNING, Confidence.CERTAIN,
    title=msg("Deadline is missing"),
    what=msg("A row in a table of assignments has no date although at least half of the others have one."),
    why=msg("Without a date the assignment can be neither planned nor missed."),
    example=msg("Six measures with “Ready by”, of which one has an empty cell."),
    check=check,
)  # fmt: skip
