"""The frame bridge by unit: what each unit's frame changed by, with moves apart from growth and saving."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from styrhus.finance.bridge import frame_of
from styrhus.finance.frame import Frame, FrameChange, FrameChangeKind
from styrhus.values.unit import Unit, convert

Gather = Callable[[str], str]
"""Gives the unit that a unit is shown under, such as its area; itself where it is shown on its own."""


@dataclass(frozen=True)
class UnitChange:
    """One unit's part of the bridge, in the bridge's money unit; `unit` None is what belongs to no unit.

    `opening` and `closing` are None where the unit has no frame of its own. `added` and `reduced` are changes up and
    down that are no moves, `saved` the efficiency requirement; `own_moves` came from other units of the board,
    `board_moves` from other boards. A move is in none of the first three.
    """

    unit: str | None
    opening: Decimal | None
    added: Decimal
    reduced: Decimal
    saved: Decimal
    own_moves: Decimal
    board_moves: Decimal
    closing: Decimal | None

    @property
    def explained(self) -> Decimal:
        """All changes together."""
        return self.added + self.reduced + self.saved + self.own_moves + self.board_moves

    @property
    def residual(self) -> Decimal | None:
        """What the changes do not explain; None where a frame is missing."""
        if self.opening is None or self.closing is None:
            return None
        return self.closing - self.opening - self.explained


def unit_bridge(
    frames: Sequence[Frame], changes: Sequence[FrameChange], year: int, *, unit: Unit, gather: Gather
) -> tuple[UnitChange, ...]:
    """A row for each unit that a change of the year names, then None for changes of no unit.

    The rows add up to the board's changes, and their own moves to zero, which is asserted (ValueError).
    """
    held = tuple(change for change in changes if change.year == year)
    named = [place for change in held for place in (change.from_unit, change.to_unit) if place]
    shown: list[str | None] = list(dict.fromkeys(gather(place) for place in named))
    if any(not (change.from_unit or change.to_unit) for change in held):
        shown.append(None)
    rows = tuple(_Row(frames, held, year, unit, gather, place).made() for place in shown)
    if sum((row.own_moves for row in rows), Decimal(0)) != 0:
        raise ValueError("moves between units of a board must add up to nothing")
    return rows


@dataclass(frozen=True)
class _Row:
    """One row in the making."""

    frames: Sequence[Frame]
    changes: Sequence[FrameChange]
    year: int
    unit: Unit
    gather: Gather
    shown: str | None

    def made(self) -> UnitChange:
        apart = [c for c in self.changes if not (c.is_own_move or c.is_board_move)]
        other = [self._amount(c) for c in apart if c.kind is not FrameChangeKind.EFFICIENCY]
        return UnitChange(
            self.shown,
            self._frame(self.year - 1),
            sum((a for a in other if a > 0), Decimal(0)),
            sum((a for a in other if a < 0), Decimal(0)),
            self._sum([c for c in apart if c.kind is FrameChangeKind.EFFICIENCY]),
            self._sum([c for c in self.changes if c.is_own_move]),
            self._sum([c for c in self.changes if c.is_board_move]),
            self._frame(self.year),
        )

    def _amount(self, change: FrameChange) -> Decimal:
        """What the change does to all units that are shown here; a move among them does nothing."""
        places: set[str | None] = {place for place in (change.from_unit, change.to_unit) if place} or {None}
        mine = [place for place in places if (self.gather(place) if place else None) == self.shown]
        return convert(sum((change.amount_at(place) for place in mine), Decimal(0)), change.unit, self.unit)

    def _sum(self, changes: Sequence[FrameChange]) -> Decimal:
        return sum((self._amount(change) for change in changes), Decimal(0))

    def _frame(self, year: int) -> Decimal | None:
        found = frame_of(self.frames, year, self.shown) if self.shown else None
        return None if found is None else convert(found.amount, found.unit, self.unit)
