"""Values over periods, as the line chart and the fan take them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from styrhus.values.figure import Source
from styrhus.values.unit import Unit

NO_SOURCE = Source("")


@dataclass(frozen=True)
class Point:
    """A value in a period; None leaves a gap in the line."""

    period: str
    value: Decimal | None
    preliminary: bool = False
    source: Source = NO_SOURCE


@dataclass(frozen=True)
class Series:
    """Points in the order of time under one name, such as women, men, or a unit."""

    label: str
    points: tuple[Point, ...]

    @property
    def last(self) -> Point | None:
        """The latest point that has a value."""
        return next((point for point in reversed(self.points) if point.value is not None), None)


@dataclass(frozen=True)
class LineChart:
    """Up to five series in one unit, and the target of each period that has one."""

    series: tuple[Series, ...]
    unit: Unit
    target: tuple[Point, ...] = ()
    target_label: str = ""

    @property
    def periods(self) -> tuple[str, ...]:
        everything = [point.period for series in self.series for point in series.points]
        return tuple(sorted({*everything, *(point.period for point in self.target)}))

    def values(self) -> Iterator[Decimal]:
        """Every value that is known, outcomes and targets."""
        for series in (*self.series, Series("", self.target)):
            yield from (point.value for point in series.points if point.value is not None)


@dataclass(frozen=True)
class Spread:
    """What is expected of a month (`2019-03`): mean, and the bounds of 50 and 80 per cent around it."""

    period: str
    mean: Decimal
    p10: Decimal
    p25: Decimal
    p75: Decimal
    p90: Decimal


@dataclass(frozen=True)
class FanChart:
    """Outcome, forecast, budget and frame by month in one unit; `base` is the mean without levers.

    Months are consecutive; an outcome without value leaves a gap. `frame_label` names a frame that is another than
    the budget, `budget_label` a line that is no budget, such as the way to a target.
    """

    unit: Unit
    outcome: tuple[Point, ...]
    forecast: tuple[Spread, ...]
    budget: tuple[Point, ...] = ()
    frame: tuple[Point, ...] = ()
    frame_label: str = ""
    base: tuple[Point, ...] = ()
    budget_label: str = ""

    @property
    def periods(self) -> tuple[str, ...]:
        lines = (self.outcome, self.budget, self.frame, self.base)
        periods = {point.period for line in lines for point in line} | {spread.period for spread in self.forecast}
        return tuple(sorted(periods))

    def values(self) -> Iterator[Decimal]:
        """Every value that is drawn."""
        for line in (self.outcome, self.budget, self.frame, self.base):
            yield from (point.value for point in line if point.value is not None)
        for spread in self.forecast:
            yield from (spread.p10, spread.p90)
