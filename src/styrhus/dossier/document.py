"""Metadata of a board and its plan document."""

from datetime import date
from enum import StrEnum

from styrhus.values.record import Id, Name, Record


class Board(Record):
    """A board; `id` is its name in addresses and stays the same when the board is renamed."""

    id: Id
    municipality: Name
    name: Name
    administration: str = ""
    former_names: tuple[Name, ...] = ()


class PlanKind(StrEnum):
    """The kinds of plan that a folder can be."""

    BOARD_PLAN = "board-plan"
    SCORECARD = "scorecard"
    NEEDS = "needs"


class PlanStatus(StrEnum):
    PROPOSAL = "proposal"
    ADOPTED = "adopted"


class Plan(Record):
    """A plan's identity and decision; dates are None where the published plan gives none."""

    year: int
    kind: PlanKind
    title: Name
    status: PlanStatus
    last_year: int | None = None
    builds_on: tuple[Name, ...] = ()
    registry_number: str = ""
    document_date: date | None = None
    meeting_date: date | None = None
    paragraph: str = ""
    addressee: str = ""
    latest_delivery: date | None = None
    decision_points: tuple[Name, ...] = ()
    appendices: tuple[Name, ...] = ()
    footnotes: tuple[Name, ...] = ()
    note: str = ""


class Part(StrEnum):
    """The parts of documents that text sections belong to: of plans, and of the reports that follow them up."""

    SUMMARY = "summary"
    RESULT = "result"
    FORECAST = "forecast"
    VOLUMES = "volumes"
    SAVINGS = "savings"
    FRAME = "frame"
    EVENTS = "events"
    STAFF = "staff"
    OUTLOOK = "outlook"
    STEERING = "steering"
    MISSION = "mission"
    CONDITIONS = "conditions"
    GOALS = "goals"
    UNDERTAKINGS = "undertakings"
    ASSIGNMENTS = "assignments"
    ECONOMY = "economy"
    NEEDS = "needs"
    INVESTMENT = "investment"
    APPENDIX = "appendix"


class Section(Record):
    """A section of prose in Markdown with live figures; `id` is its file name without order and suffix.

    One of the plan has neither `document` nor `period`; one of a report names the kind of document and the month
    (`2019-08`) that it was written for, and stands in no other.
    """

    id: Id
    title: Name
    part: Part
    document: str = ""
    period: str = ""
    text: str = ""

    @property
    def home(self) -> tuple[str, str]:
        """The kind of document and the month that it is written for; two empty texts for the plan itself."""
        return self.document, self.period

    model_config = Record.model_config | {"str_strip_whitespace": False}
