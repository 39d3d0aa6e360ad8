"""The months that a forecast is made for."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

EPOCH = date(1970, 1, 1)


def day_number(day: date) -> int:
    """Days from 1970-01-01, as spells count them."""
    return (day - EPOCH).days


def day_of(number: int) -> date:
    """The date of a day number."""
    return EPOCH + timedelta(days=int(number))


@dataclass(frozen=True)
class Horizon:
    """`count` whole months from `year`-`month` on."""

    year: int
    month: int
    count: int

    @classmethod
    def after(cls, day: int, count: int) -> "Horizon":
        """The whole months after the month of `day` (the day after it, where it ends a month)."""
        last = day_of(day)
        return cls(last.year + last.month // 12, last.month % 12 + 1, count)

    @property
    def months(self) -> tuple[tuple[int, int], ...]:
        """(year, month) of each."""
        first = self.year * 12 + self.month - 1
        return tuple((number // 12, number % 12 + 1) for number in range(first, first + self.count))

    @property
    def names(self) -> tuple[str, ...]:
        """`2019-01` and so on."""
        return tuple(f"{year}-{month:02d}" for year, month in self.months)

    @property
    def lengths(self) -> tuple[int, ...]:
        """Days of each month."""
        return tuple(monthrange(year, month)[1] for year, month in self.months)

    @property
    def first_day(self) -> int:
        return day_number(date(self.year, self.month, 1))

    @property
    def edges(self) -> tuple[int, ...]:
        """The first day of each month, and the day after the last: `count` + 1 day numbers."""
        found = [self.first_day]
        for length in self.lengths:
            found.append(found[-1] + length)
        return tuple(found)
