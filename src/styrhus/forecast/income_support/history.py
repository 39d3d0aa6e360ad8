"""What is known of income support: months where there are, years where there are none."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True)
class YearLevel:
    """Households of a year on average a month and at its end; None where it is not known."""

    year: int
    average: float | None = None
    at_end: float | None = None


@dataclass(frozen=True, eq=False)
class SupportHistory:
    """T consecutive months from `first` (year, month), all (T,) with NaN where nothing is reported.

    households  with income support in the month
    paid        kr paid out in the month
    started     households that came in the month
    ended       households that had support the month before and have none in this one
    duration    (T, 3) households by months of duration: 1–3, 4–9, 10 and more

    `years` tell of calendar years of which no months are known. `payout` is kr a household and month at the prices of
    `payout_year`, for boards whose months have no payments. `index` has the change of payouts by calendar year (1.086
    for a norm that rose by 8,6 per cent); a year that is not in it is not known.
    """

    first: tuple[int, int]
    households: Array
    paid: Array
    started: Array
    ended: Array
    duration: Array
    years: tuple[YearLevel, ...] = ()
    payout: float | None = None
    payout_year: int = 0
    index: Mapping[int, float] = field(default_factory=dict)

    @classmethod
    def of_months(cls, first: tuple[int, int], count: int, **columns: Array) -> "SupportHistory":
        """A history of `count` months in which the columns that are not given are missing."""
        empty = np.full(count, np.nan)
        names = ("households", "paid", "started", "ended")
        households, paid, started, ended = (np.asarray(columns.get(name, empty), dtype=np.float64) for name in names)
        return cls(first, households, paid, started, ended, columns.get("duration", np.full((count, 3), np.nan)))

    def month(self, place: int) -> tuple[int, int]:
        """(year, month) of a place in the columns."""
        number = self.first[0] * 12 + self.first[1] - 1 + place
        return number // 12, number % 12 + 1

    @property
    def known(self) -> Array:
        """Places of the months with households."""
        return np.asarray(np.flatnonzero(~np.isnan(self.households)))

    @property
    def last(self) -> tuple[int, int]:
        """The last (year, month) that tells how many households there were; ValueError when nothing does."""
        ends = [(level.year, 12) for level in self.years if level.at_end is not None or level.average is not None]
        months = [self.month(int(place)) for place in self.known[-1:]]
        return max([*ends, *months])
