"""The steering model: the levels a municipality names, and the words it steers by."""

from enum import StrEnum

from styrhus.values.record import Id, Name, Record


class Decider(StrEnum):
    """Who decides on goals of a level, or on an assignment (KF council, KS executive board)."""

    KF = "KF"
    KS = "KS"
    PROGRAMME_BOARD = "PN"
    BOARD = "nämnd"


class Level(Record):
    """A named level of the goal hierarchy; levels are ordered from the top as they stand in the model."""

    id: Id
    name: Name
    plural: Name
    decider: Decider = Decider.BOARD
    description: str = ""


class Value(Record):
    """A word of the municipality's approach (förhållningssätt) or a process, with what it means."""

    name: Name
    text: str = ""


class SteeringModel(Record):
    """Levels from top to bottom, the vision over them and the mission under them."""

    vision: str = ""
    approach: tuple[Value, ...] = ()
    mission: tuple[Name, ...] = ()
    description: str = ""
    levels: tuple[Level, ...] = ()
