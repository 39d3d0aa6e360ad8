"""Spells in columns: who was where from when until when, and at what price."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from styrhus.forecast.material.stream import Stream

OPEN = np.iinfo(np.int32).max
"""The end of a spell that has none yet."""


@dataclass(frozen=True, eq=False)
class Spells:
    """N spells, one row each, in no order; days are counted from 1970-01-01.

    stream   (N,) int16, place in `streams`
    person   (N,) int64, a number for each pseudonym
    start    (N,) int32, first day of care
    end      (N,) int32, the day of leaving (not a care day), OPEN for who is still there; a day after `as_of` is a
             planned end
    price    (N,) float64, kr a care day (`monthly` False) or month (True); NaN where it is missing
    monthly  (N,) bool
    as_of    the last day that the data tell of; nobody is known to have come or left after it
    first    the day from which arrivals are complete; who came before it and had left is not in the data
    """

    streams: tuple[Stream, ...]
    stream: NDArray[np.int16]
    person: NDArray[np.int64]
    start: NDArray[np.int32]
    end: NDArray[np.int32]
    price: NDArray[np.float64]
    monthly: NDArray[np.bool_]
    as_of: int
    first: int

    def __len__(self) -> int:
        return len(self.start)

    @property
    def day_price(self) -> NDArray[np.float64]:
        """Kr a care day, (N,): a monthly price is twelve times a year of 365,25 days."""
        return np.where(self.monthly, self.price * (12 / 365.25), self.price)
