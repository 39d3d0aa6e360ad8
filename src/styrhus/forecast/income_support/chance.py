"""The spread that single households' chance gives a sum over months.

Entries are Poisson, and households stay independently of each other. A sum over months of weights on those present is
then a compound Poisson variable plus independent bounded ones, whose mean and variance are exact: with W(u) the sum of
a household's weights up to month u and S(u) the probability that it is there in it, E[X] = Σ w(u) S(u) and
E[X²] = Σ S(u) (W(u)² − W(u−1)²), because who is there in u was there in every month before.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from styrhus.forecast.income_support.flow import Flow
from styrhus.forecast.income_support.parameters import BAND_OF, STATES, Array


@dataclass(frozen=True, eq=False)
class Chances:
    """B = 10 + M kinds of households: those of each duration before the horizon, and those who come in each month.

    there  (B, M) probability that one of them has support in the month; 0 before it has come
    band   (B, M) its band of duration then
    count  (B,) how many they are; `standing` tells which of them are known, not expected
    """

    there: Array
    band: NDArray[np.int64]
    count: Array
    standing: NDArray[np.bool_]

    def variance(self, weight: Array, band: int | None = None) -> float:
        """Of Σ weight (M,) × households, all of them or one band of duration."""
        own = weight * (self.there > 0) * (1.0 if band is None else band == self.band)
        summed = np.cumsum(own, axis=1)
        first = (own * self.there).sum(axis=1)
        second = (self.there * (summed**2 - (summed - own) ** 2)).sum(axis=1)
        return max(float(self.count @ (second - np.where(self.standing, first**2, 0.0))), 0.0)


def chances(found: Flow) -> Chances:
    """Those of a flow of one draw."""
    leaving, months = found.leaving[0], found.leaving.shape[2]
    there, band = np.zeros((STATES + months, months)), np.zeros((STATES + months, months), np.int64)
    state = np.concatenate([np.arange(STATES), np.full(months, -1)])
    now = np.concatenate([np.ones(STATES), np.zeros(months)])
    for month in range(months):
        here = np.arange(len(state)) < STATES + month
        now = np.where(here, now * (1 - leaving[np.maximum(state, 0), month]), now)
        now[STATES + month] = 1.0
        state = np.where(here | (np.arange(len(state)) == STATES + month), np.minimum(state + 1, STATES - 1), state)
        there[:, month], band[:, month] = now, BAND_OF[np.maximum(state, 0)]
    count = np.concatenate([found.standing[0], found.entries[0]])
    return Chances(there, band, count, np.arange(len(count)) < STATES)
