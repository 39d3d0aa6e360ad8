"""Everything that decides how persons come, stay, move and cost, in draws; what estimation gives and the flow takes."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from styrhus.forecast.material.horizon import Horizon
from styrhus.forecast.material.stream import Stream

Array = NDArray[np.float64]

PIECES = (0, 7, 30, 91, 182, 365, 730, 1461)
"""Days since entry into a stream from which each hazard holds; the last one holds for ever."""


@dataclass(frozen=True, eq=False)
class Residents:
    """The R persons in care on the day `as_of`: all (R,).

    stream   place in `streams`
    stayed   days since they entered it, 0 for who came on `as_of`
    ends     days from `as_of` to a planned end or age-out, 0 for none
    """

    stream: NDArray[np.int64]
    stayed: NDArray[np.int64]
    ends: NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Parameters:
    """D draws of a world of S streams over M months; draw d has the stays of draw d // (D // K) of K.

    arrivals  (D, S, M) persons a month that enter the stream from outside, even over the month
    hazard    (K, S, P) leavings a day for each piece of PIECES of the time since entry into the stream
    pace      (K, S, M) factor on the hazard in the month (drift of exits)
    moves     (K, S, S) probability that who leaves i enters j; the rest of a row leaves care
    price     (D, S, M) kr a care day; NaN for a stream without any price
    spread    (S,) coefficient of variation of the price between persons of a stream
    waited    days from `as_of` to the first day of the horizon, less one: 0 where `as_of` is the eve of it; in
              these days persons come, stay and leave as in the first month
    correction (D, S, M) factor on the care days that the flow gives, 1 for none: what time series know better
    seed      of the random numbers that were drawn, and of those that quantiles are drawn with
    """

    streams: tuple[Stream, ...]
    horizon: Horizon
    residents: Residents
    arrivals: Array
    hazard: Array
    pace: Array
    moves: Array
    price: Array
    spread: Array
    waited: int = 0
    correction: Array | None = None
    seed: int = 20190831
    notes: tuple[object, ...] = field(default=())

    @property
    def draws(self) -> int:
        return int(self.arrivals.shape[0])

    @property
    def stays(self) -> int:
        """Draws of the stays (K); every one of them goes with D / K draws of arrivals and prices."""
        return int(self.hazard.shape[0])
