"""Deadlines seen from a day: passed, this quarter, this year, later, or missing."""

from datetime import date
from enum import StrEnum

from styrhus.dossier.document import Plan
from styrhus.plan.assignment import Assignment, AssignmentStatus
from styrhus.values.text import Text, msg

ENDED = {AssignmentStatus.DONE, AssignmentStatus.CANCELLED}


class Due(StrEnum):
    OVERDUE = "overdue"
    QUARTER = "quarter"
    YEAR = "year"
    LATER = "later"
    MISSING = "missing"
    ENDED = "ended"

    @property
    def label(self) -> Text:
        return _LABELS[self]


_LABELS = {
    Due.OVERDUE: msg("passed"),
    Due.QUARTER: msg("this quarter"),
    Due.YEAR: msg("this year"),
    Due.LATER: msg("later"),
    Due.MISSING: msg("no deadline"),
    Due.ENDED: msg("ended"),
}


def reference_day(plan: Plan, today: date) -> date:
    """The day that deadlines are seen from: today while the plan is in force, else its nearest end.

    A plan of a past year is read as it stood on its last day; otherwise every deadline in it would have passed.
    """
    first, last = date(plan.year, 1, 1), date(plan.last_year or plan.year, 12, 31)
    return min(max(today, first), last)


def due(assignment: Assignment, day: date) -> Due:
    """Where the deadline lies; what is done or cancelled is never late."""
    deadline = assignment.deadline
    if assignment.status in ENDED:
        return Due.ENDED
    if deadline is None:
        return Due.MISSING
    if deadline < day:
        return Due.OVERDUE
    if deadline.year > day.year:
        return Due.LATER
    return Due.QUARTER if _quarter(deadline) == _quarter(day) else Due.YEAR


def _quarter(day: date) -> int:
    return (day.month - 1) // 3
