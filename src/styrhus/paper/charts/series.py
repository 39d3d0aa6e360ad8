"""Values over periods, as the line chart takes them."""

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
