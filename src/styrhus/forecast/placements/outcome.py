"""From expected care days to quantiles of what will be: the chance of single persons on top of what is not known."""

from collections.abc import Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from styrhus.forecast.lever import Capacity, Lever
from styrhus.forecast.placements.capacity import Overflow, overflows
from styrhus.forecast.placements.cells import Chance, Ratios, periods, years_of
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
    days, price = (part.reshape(*part.shape[:2], -1) for part in (days, price))
    priced = np.asarray(~np.isnan(price).all(axis=(0, 2)))
    price = np.nan_to_num(price)
    full = tuple(overflows(found, moved, days, world.seed))
    normal = normal_points(world.draws, world.stays)
    spans = periods(world.horizon)
    told_days, _ = _told(_Draws(days, of_days, spans, normal), [_in_days(one, spans) for one in full])
    of_units = [_in_kr(one, price, spans) for one in full]
    told_cost, percentiles = _told(_Draws(days * price, of_cost, spans, normal), of_units, years=True)
    # Care days are whole days: less than half a day is nobody, who costs nothing. Without it the lower quantiles of a
    # thin stream are a millionth of a day, above a truth of nought.
    nobody = told_days[:, :, 1:] < 0.5
    told_days[:, :, 1:][nobody] = 0.0
    told_cost[:, :, 1:][nobody] = 0.0
    return _forecasts(world, told_days, told_cost, priced, percentiles=percentiles)


@dataclass(frozen=True, eq=False)
class _Draws:
    """Expected values (M, S, D), the chance of persons beside them, and what it is drawn with."""

    expected: Array
    ratios: Ratios
    spans: Array
    normal: Array


@dataclass(frozen=True, eq=False)
class _Bounded:
    """A unit that can be full in the cells (cells, D): its values, those of who is elsewhere, their difference in all.

    `chance` is the path's chance, which the total of all streams shares.
    """

    own: int
    over: int
    inside: Array
    shift: Array
    more: Array
    chance: Array


def _in_days(unit: Overflow, spans: Array) -> _Bounded:
    kind = spans.astype(unit.inside.dtype)
    none = np.zeros((len(spans), 1), dtype=unit.inside.dtype)
    return _Bounded(unit.own, unit.over, kind @ unit.inside, kind @ unit.shift, none, none)


def _in_kr(unit: Overflow, price: Array, spans: Array) -> _Bounded:
    kind = spans.astype(unit.inside.dtype)
    own, over = price[:, unit.own], price[:, unit.over]
    inside, shift, more, chance = (
        kind @ part for part in (unit.inside * own, unit.shift * over, unit.shift * (over - own), unit.chance * own)
    )
    return _Bounded(unit.own, unit.over, inside, shift, more, chance)


def _cells(values: Array, spans: Array) -> Array:
    """(M, S, D) summed to all cells (cells, S + 1, D), the total last."""
    count, size, draws = values.shape
    found = np.empty((len(spans), size + 1, draws), dtype=values.dtype)
    found[:count, :size] = values
    long = spans[count:].astype(values.dtype)
    found[count:, :size] = (long @ values.reshape(count, -1)).reshape(-1, size, draws)
    found[:, :size].sum(axis=1, out=found[:, size])
    return found


def _told(draws: _Draws, units: Sequence[_Bounded], *, years: bool = False) -> tuple[Array, Array]:
    """Mean and quantiles (cells, S + 1, 8), and the percentiles of the total (cells, 99)."""
    means = _cells(draws.expected, draws.spans)
    found = np.empty((*means.shape[:2], 1 + len(LEVELS)))
    percentiles = np.empty((len(means) if years else 0, len(_PERCENTILES)))
    for cell, mean in enumerate(means):
        found[cell, :, 0] = mean.mean(axis=1, dtype=np.float64)
        variance, third = draws.ratios.variance[cell], draws.ratios.third[cell]
        seen = values(mean, variance, third, draws.normal)
        if units:
            seen[-1:] = values(mean[-1:], variance[-1:], third[-1:], _shared(draws, units, cell, mean[-1]))
        for unit in units:
            seen[unit.own] = unit.inside[cell]
            seen[unit.over] += unit.shift[cell]
            seen[-1] += unit.more[cell]
            found[cell, unit.own, 0] = unit.inside[cell].mean(dtype=np.float64)
            found[cell, unit.over, 0] += unit.shift[cell].mean(dtype=np.float64)
            found[cell, -1, 0] += unit.more[cell].mean(dtype=np.float64)
        ordered = Ordered(np.maximum(seen, 0, out=seen))
        found[cell, :, 1:] = ordered.at(_SHARES)
        if years:
            percentiles[cell] = ordered.at(_PERCENTILES)[-1]
    return found, percentiles


def _shared(draws: _Draws, units: Sequence[_Bounded], cell: int, mean: Array) -> Array:
    """Normal values of the total that go with the paths of the units, which are a part of it."""
    whole = max(float(draws.ratios.variance[cell, -1]) * float(mean.mean()), 1e-9)
    paths = sum(unit.chance[cell] for unit in units) / whole**0.5
    rest = max(1 - float(np.var(paths)), 0.05)
    return np.asarray(paths + rest**0.5 * draws.normal, dtype=draws.normal.dtype)


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
