"""The frame (ram) of each year and the changes that lead to it: the frame bridge as a ledger."""

from decimal import Decimal
from enum import StrEnum

from styrhus.values.record import Id, Name, Record
from styrhus.values.unit import Unit


class Frame(Record):
    """The amount a board may use net in a year, as decided; `part` is empty for the whole."""

    year: int
    part: str = ""
    amount: Decimal
    unit: Unit
    label: str = ""
    decision: str = ""
    note: str = ""


class FrameChangeKind(StrEnum):
    """Why a frame changes."""

    INDEX = "index"
    DEMOGRAPHY = "demography"
    VOLUME = "volume"
    ASSIGNMENT = "assignment"
    NEED = "need"
    EFFICIENCY = "efficiency"
    TRANSFER = "transfer"
    TEMPORARY = "temporary"
    PREMISES = "premises"
    CARRY_OVER = "carry_over"
    INTERNAL_INTEREST = "internal_interest"
    OTHER = "other"


class Permanence(StrEnum):
    PERMANENT = "permanent"
    TEMPORARY = "temporary"
    NOT_STATED = "not_stated"


class FrameChange(Record):
    """One change into the frame of `year`; a temporary one falls away after `last_year`."""

    id: Id
    year: int
    kind: FrameChangeKind
    label: Name
    amount: Decimal
    unit: Unit
    permanence: Permanence = Permanence.NOT_STATED
    last_year: int | None = None
    counterpart: str = ""
    decision: str = ""
    note: str = ""
