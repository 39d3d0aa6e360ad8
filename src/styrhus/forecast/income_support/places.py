"""Labour-market places: households leave income support for them, and some come back when the place ends."""

from dataclasses import dataclass

import numpy as np

from styrhus.forecast.income_support.parameters import Array

FROM_MONTH = 4
"""Places go to households that have had support for at least four months."""


@dataclass(frozen=True)
class Places:
    """`count` places (negative: fewer) that are filled from month `start` of the horizon on.

    Whoever has one has no income support. A place is held for `months` months and then filled anew, until `until`
    (the first month without; None for the whole horizon). Of those whose place ends, `back` come back to income
    support at once. `cost` is what a place costs in kr a month, for the sum of both vessels; None when it is not told.
    """

    count: float
    start: int = 0
    months: int = 12
    back: float = 0.3
    until: int | None = None
    cost: float | None = None

    def held(self, month: int) -> float:
        """Places in a month of the horizon."""
        over = self.until is not None and month >= self.until
        return 0.0 if month < self.start or over else self.count

    def cost_of(self, months: range) -> float | None:
        """Kr in these months of the horizon; None when the cost is not told."""
        return None if self.cost is None else self.cost * sum(self.held(month) for month in months)

    def filled(self, month: int) -> float:
        """Places that are filled at the beginning of a month: all at first, and again each time they end."""
        turn = month >= self.start and (month - self.start) % self.months == 0
        return self.held(month) if turn else 0.0

    def returning(self, month: int) -> float:
        """Households that come back at the beginning of a month, of those who held a place the month before."""
        if month <= self.start or not self.held(month - 1):
            return 0.0
        ends = (month - self.start) % self.months == 0 or (self.until is not None and month == self.until)
        return self.held(month - 1) * self.back if ends else 0.0


def taken(standing: Array, count: float) -> Array:
    """Share (D, 10) of each duration that fills `count` places, all durations from the fourth month on alike.

    No more than all of them can. A negative share is of those who stay when there are fewer places.
    """
    open_to = standing[:, FROM_MONTH - 1 :].sum(axis=1, keepdims=True)
    share = np.clip(count / np.maximum(open_to, 1e-9), -1.0, 1.0)
    return np.where(np.arange(standing.shape[1]) >= FROM_MONTH - 1, share, 0.0)
