"""The stretch of time that a figure of a grid is about, in days and months of the calendar."""

from calendar import monthrange
from dataclasses import dataclass

from styrhus.values.period import Period, PeriodKind

YEAR_MONTHS = 12
_LENGTH = {PeriodKind.YEAR: 12, PeriodKind.TERTIAL: 4, PeriodKind.QUARTER: 3, PeriodKind.MONTH: 1}


@dataclass(frozen=True)
class Span:
    """Months `first`–`last` of a year; 2020 has 366 days."""

    year: int
    first: int = 1
    last: int = YEAR_MONTHS

    @property
    def months(self) -> int:
        return self.last - self.first + 1

    @property
    def days(self) -> int:
        return sum(monthrange(self.year, month)[1] for month in range(self.first, self.last + 1))

    @property
    def is_year(self) -> bool:
        return self.months == YEAR_MONTHS


def span_of(period: str) -> Span:
    """The months of a period such as `2019`, `2019-T2`, `2019-Q3` or `2019-03`; ValueError for anything else."""
    found = Period.parse(period)
    length = _LENGTH[found.kind]
    first = 1 if found.kind is PeriodKind.YEAR else (found.number - 1) * length + 1
    return Span(found.year, first, first + length - 1)


def month_period(year: int, month: int) -> str:
    """The period of a month: `2019-03`."""
    return f"{year}-{month:02d}"
