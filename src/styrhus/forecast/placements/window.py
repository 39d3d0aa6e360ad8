"""The months of the past that estimation looks at."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from styrhus.forecast.material.horizon import Horizon, day_of
from styrhus.forecast.material.spells import Spells
from styrhus.forecast.placements.parameters import Array

LONGEST = 120
"""Months of the past; older ones tell nothing of next year that these do not."""
MONTH = 30.4375
"""Mean days of a month."""


@dataclass(frozen=True, eq=False)
class Window:
    """T months: `edges` (T + 1,) day numbers, cut to what the data tell of; `days` (T,) of each that are told."""

    month: int
    edges: NDArray[np.int64]

    @property
    def days(self) -> Array:
        return np.diff(self.edges).astype(float)

    def __len__(self) -> int:
        return len(self.edges) - 1


def window(spells: Spells) -> Window:
    """From the month of `first` (at most ten years back) to the month of `as_of`, both seen in part."""
    begin, end = day_of(min(spells.first, spells.as_of)), day_of(spells.as_of)
    count = (end.year - begin.year) * 12 + end.month - begin.month + 1
    used = min(count, LONGEST)
    number = end.year * 12 + end.month - used
    months = Horizon(number // 12, number % 12 + 1, used)
    edges = np.clip(np.array(months.edges, dtype=np.int64), min(spells.first, spells.as_of), spells.as_of + 1)
    return Window(months.month - 1, edges)
