"""The frame (ram) of each year and the changes that lead to it: the frame bridge as a ledger."""

from datetime import date
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
    """One change into the frame of `year`; a temporary one falls away after `last_year`.

    `amount` is signed as it works on the board's frame. With both `from_unit` and `to_unit` it is a move within the
    board: the amount is what is moved, and the board's frame stays as it was. With one of them it concerns that unit
    alone. Another board that money comes from or goes to stands by name in `counterpart`. `request` is the funding
    request whose decision made the change.
    """

    id: Id
    year: int
    kind: FrameChangeKind
    label: Name
    amount: Decimal
    unit: Unit
    permanence: Permanence = Permanence.NOT_STATED
    last_year: int | None = None
    from_unit: Id | None = None
    to_unit: Id | None = None
    counterpart: str = ""
    request: Id | None = None
    decision: str = ""
    decided_on: date | None = None
    note: str = ""

    @property
    def is_own_move(self) -> bool:
        """Whether money moves between two units of the board, which changes no total."""
        return self.from_unit is not None and self.to_unit is not None

    @property
    def is_board_move(self) -> bool:
        """Whether money moves between this board and another: neither growth nor saving."""
        return self.kind is FrameChangeKind.TRANSFER and not self.is_own_move

    @property
    def board_amount(self) -> Decimal:
        """What it does to the board's frame, in its unit."""
        return Decimal(0) if self.is_own_move else self.amount

    def amount_at(self, unit: str | None) -> Decimal:
        """What it does to the frame of a unit; None is what belongs to no unit."""
        if self.is_own_move:
            return self.amount * ((unit == self.to_unit) - (unit == self.from_unit))
        return self.amount if unit == (self.to_unit or self.from_unit) else Decimal(0)
