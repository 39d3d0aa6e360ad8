"""Everything that decides how households come, stay, leave and cost, in draws."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from styrhus.forecast.material.horizon import Horizon

Array = NDArray[np.float64]

STATES = 10
"""Months of duration 1, 2, … 9, and 10 or more: what official statistics call long-term begins at ten months."""
BANDS = ((0, 3), (3, 9), (9, 10))
"""States from–to of 1–3, 4–9 and 10 or more months."""
BAND_OF = np.array([0, 0, 0, 1, 1, 1, 1, 1, 1, 2])


@dataclass(frozen=True, eq=False)
class SupportParameters:
    """D draws over M months.

    standing  (D, 10) households in the month before the horizon by months of duration
    entries   (D, M) households that come in a month, even by chance (Poisson)
    leave     (D, 3) probability that a household has no support the month after, by band of duration
    payout    (D, M) kr a household and month
    drift     (D, M) factor on households: what entries and exits do beyond their present rates
    chance    whether the chance of single households comes on top; False where `drift` holds it
    seed      of the random numbers
    """

    horizon: Horizon
    standing: Array
    entries: Array
    leave: Array
    payout: Array
    drift: Array
    chance: bool = True
    seed: int = 20190831

    @property
    def draws(self) -> int:
        return int(self.entries.shape[0])

    @property
    def leaving(self) -> Array:
        """(D, 10, M) probability of leaving before each month of the horizon, by duration in the month before it."""
        shape = (self.draws, STATES, self.horizon.count)
        return np.broadcast_to(self.leave[:, BAND_OF, None], shape).copy()


def survival(leave: Array) -> Array:
    """(D, 10) share that has support for at least 1, 2, … 9 months, and the sum of all later months' shares.

    A month of duration 10 or more is left with a constant probability, so that the later months are a geometric
    series: S(10) / h.
    """
    stays = 1 - leave[:, BAND_OF]
    found = np.concatenate([np.ones((len(leave), 1)), np.cumprod(stays[:, :-1], axis=1)], axis=1)
    found[:, -1] /= leave[:, 2]
    return found
