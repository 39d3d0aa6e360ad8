"""A goal at any level of the steering model; goals form a graph through their parents."""

from enum import StrEnum

from styrhus.values.record import Id, Name, Record


class GoalChange(StrEnum):
    """How a goal stands against last year's plan."""

    NEW = "new"
    UNCHANGED = "unchanged"
    CHANGED = "changed"
    UNKNOWN = "unknown"


class Goal(Record):
    """A goal; `name` is its short form for pages, `text` the whole wording as decided."""

    id: Id
    level: Id
    name: Name
    text: str = ""
    number: str = ""
    parents: tuple[Id, ...] = ()
    responsible: tuple[Name, ...] = ()
    change: GoalChange = GoalChange.UNKNOWN
    rationale: str = ""
    strategy: str = ""
    own_influence: str = ""
    collaboration: str = ""
    aliases: tuple[Name, ...] = ()
    activities: tuple[Name, ...] = ()
    valid_from: int | None = None
    valid_to: int | None = None
