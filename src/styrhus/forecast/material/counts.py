"""Counts by month or year, for boards without spells."""

from collections.abc import Sequence
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

    @classmethod
    def of(
        cls, streams: Sequence[Stream], first: tuple[int, int], persons: Sequence[Sequence[float | None]],
        price: Sequence[Sequence[float | None]], *, months_each: int = 1,
    ) -> "Counts":  # fmt: skip
        """Counts of lists, one a stream; None is missing."""
        return cls(tuple(streams), first, _array(persons), _array(price), months_each)

    def __len__(self) -> int:
        return int(self.persons.shape[1])


def _array(rows: Sequence[Sequence[float | None]]) -> NDArray[np.float64]:
    return np.array([[np.nan if value is None else value for value in row] for row in rows], dtype=np.float64)
