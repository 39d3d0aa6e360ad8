"""An indicator: what is measured for a goal, in which unit and by which method."""

from datetime import date
from enum import StrEnum

from styrhus.values.record import Id, Name, Record
from styrhus.values.unit import Unit


class Direction(StrEnum):
    """Which way is better; used for targets without number and for reading a chart."""

    UP = "up"
    DOWN = "down"
    LEVEL = "level"
    NONE = "none"


class Breakdown(StrEnum):
    """Splits that outcomes carry beside the total."""

    SEX = "sex"
    UNIT = "unit"
    DISTRICT = "district"
    PERFORMER = "performer"


class Indicator(Record):
    """An indicator; a composite one lists its parts, which are indicators of their own."""

    id: Id
    goal: Id
    name: Name
    unit: Unit
    direction: Direction = Direction.NONE
    board_level: str = ""
    definition: str = ""
    method: str = ""
    own_influence: str = ""
    breakdowns: tuple[Breakdown, ...] = ()
    parts: tuple[Id, ...] = ()
    part_of: Id | None = None
    under_development: bool = False
    has_history: bool = True
    lag_years: int = 0
    decimals: int | None = None
    note: str = ""
    responsible_unit: Id | None = None


class LifeEvent(StrEnum):
    """What can happen to an indicator between two plans."""

    NEW = "new"
    LEVEL_CHANGED = "level_changed"
    REDEFINED = "redefined"
    MOVED = "moved"
    REMOVED = "removed"


class LifeLogEntry(Record):
    """One line of an indicator's life: what changed in which plan year, and why.

    A removed indicator has no row of its own any more, so the entry carries its name.
    """

    indicator: Id
    year: int
    event: LifeEvent
    name: str = ""
    before: str = ""
    after: str = ""
    reason: str = ""
    day: date | None = None
