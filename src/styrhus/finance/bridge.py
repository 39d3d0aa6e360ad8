"""The frame bridge: from one year's frame through its changes to the next, with what is left unexplained."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from styrhus.finance.frame import Frame, FrameChange, Permanence
from styrhus.values.unit import Unit, convert


@dataclass(frozen=True)
class Step:
    """One change in the bridge's unit, with the level that it leads to."""

    change: FrameChange
    amount: Decimal
    level: Decimal


@dataclass(frozen=True)
class Bridge:
    """opening + steps + residual = closing, exactly; a residual other than zero is what the plan does not explain.

    Amounts are in `unit`. `residual` is None when the opening or the closing frame is not known. `own_moves` are moves
    between units of the board, which are no steps: they leave its frame as it was.
    """

    year: int
    unit: Unit
    opening: Decimal | None
    steps: tuple[Step, ...]
    residual: Decimal | None
    closing: Decimal | None
    own_moves: tuple[FrameChange, ...] = ()

    @property
    def change(self) -> Decimal | None:
        """The whole change of the frame."""
        return None if self.opening is None or self.closing is None else self.closing - self.opening

    @property
    def moved(self) -> Decimal:
        """What came from other boards less what went to them: neither growth nor saving."""
        return sum((step.amount for step in self.steps if step.change.is_board_move), Decimal(0))

    @property
    def comparable(self) -> Decimal | None:
        """The change of the frame without moves between boards."""
        return None if self.change is None else self.change - self.moved


def frame_of(frames: Sequence[Frame], year: int, part: str = "") -> Frame | None:
    """The frame of a year; `part` is empty for the whole."""
    return next((frame for frame in frames if frame.year == year and frame.part == part), None)


def bridge(frames: Sequence[Frame], changes: Sequence[FrameChange], year: int) -> Bridge | None:
    """The bridge into the frame of `year`, in the unit of that frame; None when the year has no frame."""
    closing = frame_of(frames, year)
    if closing is None:
        return None
    before = frame_of(frames, year - 1)
    opening = None if before is None else convert(before.amount, before.unit, closing.unit)
    steps = []
    level = opening or Decimal(0)
    for change in changes:
        if change.year == year and not change.is_own_move:
            amount = convert(change.amount, change.unit, closing.unit)
            level += amount
            steps.append(Step(change, amount, level))
    residual = None if opening is None else closing.amount - level
    moves = tuple(change for change in changes if change.year == year and change.is_own_move)
    return Bridge(year, closing.unit, opening, tuple(steps), residual, closing.amount, moves)


def falling_away(changes: Sequence[FrameChange], after: int) -> tuple[FrameChange, ...]:
    """The temporary changes of the board's frame whose last year is `after`: what falls away the next year."""
    return tuple(c for c in changes if c.permanence is Permanence.TEMPORARY and c.last_year == after and c.board_amount)


def without_end(changes: Sequence[FrameChange], year: int) -> tuple[FrameChange, ...]:
    """The temporary changes in force in a year that do not say their last year; they cannot be put in any year."""
    held = (c for c in changes if c.permanence is Permanence.TEMPORARY and c.last_year is None and c.year <= year)
    return tuple(c for c in held if c.board_amount)


def money_sum(changes: Sequence[FrameChange], unit: Unit) -> Decimal:
    """What changes do to the board's frame together, in `unit`."""
    return sum((convert(c.board_amount, c.unit, unit) for c in changes), Decimal(0))


@dataclass(frozen=True)
class Lasting:
    """The changes made up to and including a year that are still in the frame of that year, by how long they last."""

    year: int
    permanent: Decimal
    temporary: Decimal
    not_stated: Decimal

    @property
    def total(self) -> Decimal:
        """All of them."""
        return self.permanent + self.temporary + self.not_stated


def lasting(changes: Sequence[FrameChange], unit: Unit, *, until: int | None = None) -> tuple[Lasting, ...]:
    """The cumulative effect year by year, from the first change to the year after the last one ends (or `until`).

    A temporary change counts up to its last year, and as long as the table goes where it does not say one.
    """
    years = [c.year for c in changes] + [c.last_year + 1 for c in changes if c.last_year is not None]
    if not years:
        return ()
    return tuple(_lasting(changes, unit, year) for year in range(min(years), (until or max(years)) + 1))


def _lasting(changes: Sequence[FrameChange], unit: Unit, year: int) -> Lasting:
    held = [c for c in changes if c.year <= year and not _has_ended(c, year)]
    by_kind = [money_sum([c for c in held if c.permanence is kind], unit) for kind in Permanence]
    return Lasting(year, *by_kind)


def _has_ended(change: FrameChange, year: int) -> bool:
    return change.permanence is Permanence.TEMPORARY and change.last_year is not None and change.last_year < year
