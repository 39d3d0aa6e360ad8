"""Assignments from council, executive board or the board itself, with origin, deadline and progress."""

from datetime import date
from enum import StrEnum

from styrhus.plan.steering import Decider
from styrhus.values.record import Id, Name, Record


class AssignmentKind(StrEnum):
    """Where an assignment comes from; the kinds of the published plans."""

    SPECIAL = "special"
    EARLIER_SPECIAL = "earlier_special"
    ADDED = "added"
    STEERING_DOCUMENT = "steering_document"
    DECISION = "decision"
    COMMON = "common"
    DEVELOPMENT = "development"
    INQUIRY = "inquiry"
    REGULATION = "regulation"


class AssignmentStatus(StrEnum):
    NOT_STARTED = "not_started"
    ONGOING = "ongoing"
    DONE = "done"
    PAUSED = "paused"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


class Assignment(Record):
    """An assignment; `number` is unique only within its origin document.

    `reporting_required` false is the class "listed, needs no report".
    """

    id: Id
    number: str = ""
    title: Name
    description: str = ""
    kind: AssignmentKind
    origin: Name
    origin_period: str = ""
    decided_by: Decider
    decision_date: date | None = None
    paragraph: str = ""
    registry_number: str = ""
    responsible: tuple[Name, ...] = ()
    coordinator: str = ""
    responsible_unit: Id | None = None
    start_date: date | None = None
    deadline: date | None = None
    status: AssignmentStatus = AssignmentStatus.UNKNOWN
    reporting_required: bool = True
    financing: str = ""
    goal: Id | None = None
    note: str = ""


class ProgressNote(Record):
    """A dated note on how an assignment goes."""

    assignment: Id
    day: date
    text: Name
