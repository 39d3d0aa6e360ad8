"""The past as one table of months, whatever it was read from, and the forecast of a part of it."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from styrhus.forecast.counts import fit_counts
from styrhus.forecast.evaluate.origins import LEAST, counted_then, known_then, whole_months
from styrhus.forecast.material.counts import Counts
from styrhus.forecast.material.horizon import Horizon
from styrhus.forecast.material.spells import Spells
from styrhus.forecast.material.stream import Stream
from styrhus.forecast.result import Forecast
from styrhus.forecast.series.smooth import Array


@dataclass(frozen=True, eq=False)
class Past:
    """S streams over T months: persons a day (S, T), kr a care day (S, T), both NaN where missing.

    `forecast(known, months, draws)` is the engine's for the months after the first `known`.
    """

    engine: str
    streams: tuple[Stream, ...]
    horizon: Horizon
    persons: Array
    price: Array
    forecast: Callable[[int, int, int], Forecast]

    def counts(self, known: int) -> Counts:
        """The first `known` months as counts."""
        month = self.price[:, :known] * np.array(self.horizon.lengths[:known])
        return Counts(self.streams, (self.horizon.year, self.horizon.month), self.persons[:, :known], month)

    def begun(self, known: int) -> NDArray[np.bool_]:
        """Which streams have values of a year among the first `known` months, (S,): others cannot be forecast yet."""
        return np.asarray((~np.isnan(self.persons[:, :known])).sum(axis=1) >= LEAST)

    @property
    def cost(self) -> Array:
        """Kr of each stream and month, (S, T)."""
        return np.asarray(self.persons * self.price * np.array(self.horizon.lengths))

    def latest_price(self, known: int) -> Array:
        """The latest price of each stream among the first `known` months, (S,), NaN where there is none."""
        found = np.full(len(self.streams), np.nan)
        for month in range(known):
            found = np.where(np.isnan(self.price[:, month]), found, self.price[:, month])
        return found


def past_of(material: Spells | Counts) -> Past:
    """The months of spells or of monthly counts; ValueError for yearly counts, whose months nobody knows."""
    return _of_spells(material) if isinstance(material, Spells) else _of_counts(material)


def _of_spells(spells: Spells) -> Past:
    from styrhus.forecast.make import fit
    from styrhus.forecast.placements.history import history

    whole = whole_months(spells)
    size = len(spells.streams)
    if not whole.count:
        empty = np.zeros((size, 0))
        return Past("spells", spells.streams, whole, empty, empty, lambda *_: fit(spells).forecast())
    came = history(spells, whole.months[0], whole.months[-1])
    edges = whole.edges
    with np.errstate(invalid="ignore", divide="ignore"):
        price = np.where(came.care_days > 0, came.cost / came.care_days, np.nan)

    def forecast(known: int, months: int, draws: int) -> Forecast:
        return fit(known_then(spells, edges[known] - 1), months=months, draws=draws).forecast()

    return Past("spells", spells.streams, whole, came.persons, price, forecast)


def _of_counts(counts: Counts) -> Past:
    if counts.months_each != 1:
        raise ValueError("yearly counts")
    whole = Horizon(*counts.first, len(counts))

    def forecast(known: int, months: int, draws: int) -> Forecast:
        return fit_counts(counted_then(counts, known), months=months, draws=draws).forecast()

    price = counts.price / np.array(whole.lengths)
    return Past("counts", counts.streams, whole, counts.persons, price, forecast)
