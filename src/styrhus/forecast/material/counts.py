"""Counts by month or year, for boards without spells."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from styrhus.forecast.material.stream import Stream


@dataclass(frozen=True, eq=False)
class Counts:
    """Mean persons a day in T consecutive months (or years, `months_each` 12) of S streams; NaN where missing.

    first       (year, month) of the first period
    persons     (S, T) float64, mean number of persons (or households) a day of the period
    price       (S, T) float64, kr a person and month; NaN where it is missing
    """

    streams: tuple[Stream, ...]
    first: tuple[int, int]
    persons: NDArray[np.float64]
    price: NDArray[np.float64]
    months_each: int = 1

    def __len__(self) -> int:
        return int(self.persons.shape[1])
