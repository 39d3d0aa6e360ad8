"""From expected care days to quantiles of what will be: the chance of single persons on top of what is not known."""

from collections.abc import Sequence
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from styrhus.forecast.lever import Capacity, Lever
from styrhus.forecast.placements.cells import Chance, periods, years_of
from styrhus.forecast.placements.central import mean_world
from styrhus.forecast.placements.chance import Ordered, normal_points, values
from styrhus.forecast.placements.effects import effects
from styrhus.forecast.placements.flow import flow
from styrhus.forecast.placements.parameters import Array, Parameters
from styrhus.forecast.result import LEVELS, Distribution, Measures, StreamForecast, YearForecast

Told = tuple[StreamForecast, tuple[StreamForecast, ...], tuple[YearForecast, ...]]

_SHARES = np.array(LEVELS) / 100
_PERCENTILES = np.arange(1, 100) / 100
_CHANCES: WeakKeyDictionary[Parameters, Chance] = WeakKeyDictionary()


def chance(world: Parameters) -> Chance:
    """The chance of persons under these parameters, made once."""
    found = _CHANCES.get(world)
    if found is None:
        found = _CHANCES[world] = Chance(mean_world(world), world.spread, world.horizon)
    return found


def outcome(world: Parameters, levers: Sequence[Lever] = (), capacities: Sequence[Capacity] = ()) -> Told:
    """Total, streams and calendar years under the levers."""
    moved = effects(world, levers, capacities)
    of_days, of_cost = chance(world).ratios(moved)
    found = flow(world)
    days, price = found.days(moved), found.prices(moved)
    count, size = days.shape[:2]
    days, price = days.reshape(count, size, -1), price.reshape(count, size, -1)
    priced = np.asarray(~np.isnan(price).all(axis=(0, 2)))
    normal = normal_points(world.draws, world.stays)
    spans = periods(world.horizon)
    told_days, _ = _told(_cells(days, spans), (of_days.variance, of_days.third), normal)
    cost = days * np.nan_to_num(price)
    told_cost, percentiles = _told(_cells(cost, spans), (of_cost.variance, of_cost.third), normal, years=True)
    # Care days are whole days: less than half a day is nobody, who costs nothing.
    nobody = told_days[:, :, 1:] < 0.5
    told_days[:, :, 1:][nobody] = 0.0
    told_cost[:, :, 1:][nobody] = 0.0
    return _forecasts(world, told_days, told_cost, priced, percentiles=percentiles)


def _cells(values: Array, spans: Array) -> Array:
    """(M, S, D) summed to all cells (cells, S + 1, D), the total last."""
    count, size, draws = values.shape
    found = np.empty((len(spans), size + 1, draws), dtype=values.dtype)
    found[:count, :size] = values
    long = spans[count:].astype(values.dtype)
    found[count:, :size] = (long @ values.reshape(count, -1)).reshape(-1, size, draws)
    found[:, :size].sum(axis=1, out=found[:, size])
    return found


def _told(means: Array, ratios: tuple[Array, Array], normal: Array, years: bool = False) -> tuple[Array, Array]:
    """Mean and quantiles (cells, S + 1, 8), and the percentiles of the total (cells, 99)."""
    found = np.empty((*means.shape[:2], 1 + len(LEVELS)))
    percentiles = np.empty((len(means) if years else 0, len(_PERCENTILES)))
    for cell, mean in enumerate(means):
        found[cell, :, 0] = mean.mean(axis=1, dtype=np.float64)
        ordered = Ordered(values(mean, ratios[0][cell], ratios[1][cell], normal))
        found[cell, :, 1:] = ordered.at(_SHARES)
        if years:
            percentiles[cell] = ordered.at(_PERCENTILES)[-1]
    return found, percentiles


def _forecasts(world: Parameters, days: Array, cost: Array, priced: NDArray[np.bool_], *, percentiles: Array) -> Told:
    spans = periods(world.horizon)
    lengths = spans @ np.array(world.horizon.lengths)
    persons = days / lengths[:, None, None]
    known = [*priced.tolist(), bool(priced.any())]
    told = [
        [
            Measures(Distribution(*one), Distribution(*two), Distribution(*three) if has else None)
            for one, two, three, has in zip(*cell, known, strict=True)
        ]
        for cell in zip(persons.tolist(), days.tolist(), cost.tolist(), strict=True)
    ]
    count, size = world.horizon.count, len(world.streams)
    streams = [
        StreamForecast(
            world.streams[n] if n < size else None, told[count][n], tuple(told[m][n] for m in range(count)),
            tuple(cell[n] for cell in told[count + 1 :]),
        )
        for n in range(size + 1)
    ]  # fmt: skip
    years = tuple(
        YearForecast(
            year, int(spans[cell].sum()), told[cell][size], tuple(percentiles[cell].tolist()) if known[-1] else ()
        )
        for cell, year in enumerate(years_of(world.horizon), start=count + 1)
    )
    return streams[size], tuple(streams[:size]), years


def distribution(values: Array) -> Distribution:
    """Mean and quantiles of draws (D,)."""
    return Distribution(float(values.mean()), *(float(value) for value in np.percentile(values, LEVELS)))
