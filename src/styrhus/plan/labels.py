"""What the codes of the plan are called for readers: one word or phrase each, the same on every page and paper."""

from enum import StrEnum

from styrhus.plan.assignment import AssignmentKind, AssignmentStatus
from styrhus.plan.goal import GoalChange
from styrhus.plan.indicator import Breakdown, Direction, LifeEvent
from styrhus.plan.steering import Decider
from styrhus.plan.target import TargetKind
from styrhus.plan.undertaking import Assessment, ObservationKind, RequestOutcome
from styrhus.values.text import Text, msg

LABELS: dict[type[StrEnum], dict[str, Text]] = {
    Direction: {
        Direction.UP: msg("higher is better"),
        Direction.DOWN: msg("lower is better"),
        Direction.LEVEL: msg("should stay level"),
        Direction.NONE: msg("no direction"),
    },
    Breakdown: {
        Breakdown.SEX: msg("by sex"),
        Breakdown.UNIT: msg("by unit"),
        Breakdown.DISTRICT: msg("by district"),
        Breakdown.PERFORMER: msg("by performer"),
    },
    LifeEvent: {
        LifeEvent.NEW: msg("new"),
        LifeEvent.LEVEL_CHANGED: msg("level changed"),
        LifeEvent.REDEFINED: msg("redefined"),
        LifeEvent.MOVED: msg("moved"),
        LifeEvent.REMOVED: msg("removed"),
    },
    GoalChange: {
        GoalChange.NEW: msg("new this year"),
        GoalChange.UNCHANGED: msg("unchanged since last year"),
        GoalChange.CHANGED: msg("changed since last year"),
        GoalChange.UNKNOWN: msg("not compared with last year"),
    },
    ObservationKind: {
        ObservationKind.POSITIVE: msg("positive"),
        ObservationKind.IMPROVE: msg("to improve"),
    },
    Assessment: {
        Assessment.WORKS: msg("works well"),
        Assessment.WILL_DEVELOP: msg("will be developed"),
        Assessment.NEEDS_SUPPORT: msg("needs support"),
        Assessment.NOT_ASSESSED: msg("not assessed"),
    },
    TargetKind: {
        TargetKind.AT_LEAST: msg("at least"),
        TargetKind.AT_MOST: msg("at most"),
        TargetKind.LESS_THAN: msg("less than"),
        TargetKind.EXACTLY: msg("exactly"),
        TargetKind.INCREASE: msg("increase"),
        TargetKind.DECREASE: msg("decrease"),
        TargetKind.KEEP: msg("keep the level"),
        TargetKind.MEASURE: msg("only measured"),
        TargetKind.FOLLOW: msg("followed"),
        TargetKind.DEVELOPING: msg("under development"),
        TargetKind.NONE: msg("no target"),
    },
    AssignmentKind: {
        AssignmentKind.SPECIAL: msg("special assignment"),
        AssignmentKind.EARLIER_SPECIAL: msg("special assignment of an earlier plan"),
        AssignmentKind.ADDED: msg("added assignment"),
        AssignmentKind.STEERING_DOCUMENT: msg("from a steering document"),
        AssignmentKind.DECISION: msg("decision assignment"),
        AssignmentKind.COMMON: msg("municipality-wide commitment"),
        AssignmentKind.DEVELOPMENT: msg("development assignment"),
        AssignmentKind.INQUIRY: msg("inquiry"),
        AssignmentKind.REGULATION: msg("from the board's regulations"),
    },
    RequestOutcome: {
        RequestOutcome.OPEN: msg("not decided"),
        RequestOutcome.GRANTED: msg("granted"),
        RequestOutcome.REFUSED: msg("refused"),
        RequestOutcome.DEFERRED: msg("deferred"),
    },
    AssignmentStatus: {
        AssignmentStatus.NOT_STARTED: msg("not started"),
        AssignmentStatus.ONGOING: msg("ongoing"),
        AssignmentStatus.DONE: msg("done"),
        AssignmentStatus.PAUSED: msg("paused"),
        AssignmentStatus.CANCELLED: msg("cancelled"),
        AssignmentStatus.UNKNOWN: msg("status not given"),
    },
    Decider: {
        Decider.KF: msg("council"),
        Decider.KS: msg("executive board"),
        Decider.PROGRAMME_BOARD: msg("programme board"),
        Decider.BOARD: msg("board"),
    },
}
"""By enum first, because codes of different enums can be the same word."""

PARTS = {"": msg("total"), "K": msg("women"), "M": msg("men")}


def label(code: StrEnum) -> Text:
    """The reader's word for a code of the plan; KeyError for an enum that has no words here."""
    return LABELS[type(code)][code]


def part_label(part: str) -> Text:
    """The reader's word for a part of an outcome or target; units, districts and performers are their own names."""
    return PARTS.get(part) or Text(part)
