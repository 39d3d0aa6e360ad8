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

    Amounts are in `unit`. `residual` is None when the opening or the closing frame is not known.
    """

    year: int
    unit: Unit
    opening: Decimal | None
    steps: tuple[Step, ...]
    residual: Decimal | None
    closing: Decimal | None

    @property
    def change(self) -> Decimal | None:
        """The whole change of the frame."""
        return None if self.opening is None or self.closing is None else self.closing - self.opening


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
        if change.year == year:
            amount = convert(change.amount, change.unit, closing.unit)
            level += amount
            steps.append(Step(change, amount, level))
    residual = None if opening is None else closing.amount - level
    return Bridge(year, closing.unit, opening, tuple(steps), residual, closing.amount)


def falling_away(changes: Sequence[FrameChange], after: int) -> tuple[FrameChange, ...]:
    """The temporary changes whose last year is `after`: what falls away the next year."""
    return tuple(c for c in changes if c.permanence is Permanence.TEMPORARY and c.last_year == after)
