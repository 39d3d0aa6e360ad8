"""What one method said at one origin, and what came."""

from dataclasses import dataclass

import numpy as np

from styrhus.forecast.result import LEVELS, Distribution, Forecast, Measures
from styrhus.forecast.series.smooth import Array


@dataclass(frozen=True, eq=False)
class Told:
    """Mean and quantiles of one quantity, (8, …): the mean first, then `result.LEVELS`."""

    values: Array

    @property
    def mean(self) -> Array:
        return np.asarray(self.values[0])

    @property
    def quantiles(self) -> Array:
        return np.asarray(self.values[1:])

    def level(self, per_cent: int) -> Array:
        return np.asarray(self.values[1 + LEVELS.index(per_cent)])


@dataclass(frozen=True, eq=False)
class Said:
    """S streams over M months: persons a day and cost in kr by stream and month (S, M), and of all for the whole
    horizon (). `spread` tells whether there are quantiles, or one number for all of them."""

    persons: Told
    cost: Told
    all_persons: Told
    all_cost: Told
    spread: bool

    @classmethod
    def of_points(cls, persons: Array, price: Array, lengths: Array) -> "Said":
        """One number each: persons (S, M), and their cost at `price` (S,), kr a care day, NaN where there is none."""
        days = persons * lengths
        cost = days * price[:, None]
        all_persons = np.asarray(days.sum() / lengths.sum())
        all_cost = np.asarray(np.nansum(cost) if (~np.isnan(price)).any() else np.nan)
        return cls(_same(persons), _same(cost), _same(all_persons), _same(all_cost), spread=False)

    @classmethod
    def of_forecast(cls, forecast: Forecast) -> "Said":
        """What an engine's forecast says."""
        cells = [[_row(month) for month in stream.months] for stream in forecast.streams]
        rows = np.array(cells, dtype=float).reshape(len(forecast.streams), len(forecast.months), 2, 8)
        persons, cost = np.moveaxis(rows, (2, 3), (0, 1))
        whole = np.array(_row(forecast.total.whole))
        return cls(Told(persons), Told(cost), Told(whole[0]), Told(whole[1]), spread=True)


def _row(measures: Measures) -> list[list[float]]:
    return [_values(measures.persons), _values(measures.cost)]


def _values(told: Distribution | None) -> list[float]:
    if told is None:
        return [float("nan")] * (1 + len(LEVELS))
    return [told.mean, told.p5, told.p10, told.p25, told.p50, told.p75, told.p90, told.p95]


def _same(value: Array) -> Told:
    return Told(np.repeat(np.asarray(value, dtype=float)[None], 1 + len(LEVELS), axis=0))


@dataclass(frozen=True, eq=False)
class Came:
    """The outcome of the same cells: (S, M), (S, M), (), (); NaN where it is not known."""

    persons: Array
    cost: Array
    all_persons: Array
    all_cost: Array
