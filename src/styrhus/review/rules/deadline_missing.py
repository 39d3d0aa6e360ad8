"""An assignment without a deadline where the others have one."""

import re
from collections.abc import Iterator

from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.review.understanding.assignments import Assignment, AssignmentTable
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
            yield Finding(
                ID, Severity.WARNING if table.deadline else Severity.NOTE, Confidence.CERTAIN, missing[0].place,
                msg("{count} of {total} assignments have no deadline: {names}.",
                    count=len(missing), total=len(table.assignments), names=listed([a.text for a in missing])),
                msg("Set a deadline, or say that the assignment goes on."),
                related=tuple(a.place for a in missing[1:]),
            )  # fmt: skip


def _lacks(table: AssignmentTable, assignment: Assignment) -> bool:
    """A cell that says something else than a date (until further notice) is an answer."""
    if assignment.deadline is not None or assignment.done:
        return False
    row = table.grid.table.rows[(assignment.place.row_number or 1) - 1]
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
