"""From expected households to quantiles of households and cost by month, calendar year and the whole."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace

import numpy as np

from styrhus.forecast.draws import distribution, distributions
from styrhus.forecast.income_support.chance import Chances, chances
from styrhus.forecast.income_support.flow import Flow, factor, flow, payouts
from styrhus.forecast.income_support.parameters import BANDS, Array, SupportParameters
from styrhus.forecast.income_support.places import Places
from styrhus.forecast.lever import Lever, LeverKind
from styrhus.forecast.material.stream import Stream
from styrhus.forecast.result import Distribution, Measures, StreamForecast, YearForecast

MONTH_DAYS = 30.4375
STREAMS = (Stream("1–3"), Stream("4–9"), Stream("10–"))
"""Households by months of duration."""


@dataclass(frozen=True)
class Reported:
    """What is known already of a calendar year: months, the sum of their households, and kr paid."""

    months: int = 0
    households: float = 0.0
    paid: float = 0.0


@dataclass(frozen=True, eq=False)
class Paths:
    """households (D, M) with drift, payout (D, M); `one`, `drift` and `price` (M,) are at the mean of the draws."""

    flow: Flow
    households: Array
    payout: Array
    one: Chances
    drift: Array
    price: Array


def paths(world: SupportParameters, levers: Sequence[Lever], places: Sequence[Places]) -> Paths:
    """Everything that sums are made of."""
    found, payout = flow(world, levers, places), payouts(world, levers)
    mean = replace(world, standing=_mean(world.standing), entries=_mean(world.entries), leave=_mean(world.leave))
    one = chances(flow(mean, levers, places))
    return Paths(found, found.total * world.drift, payout, one, world.drift.mean(axis=0), payout.mean(axis=0))


def _mean(values: Array) -> Array:
    return np.asarray(values.mean(axis=0, keepdims=True))


class Sums:
    """Draws of sums over months: means of the paths with the chance of single households on top.

    The variance by chance is reckoned at the mean of the draws, and goes with each draw's mean. The same normal
    numbers serve all sums, so that a lever of zero changes nothing and a small one little.
    """

    def __init__(self, world: SupportParameters, of: Paths) -> None:
        self.world, self.of = world, of
        bands = [of.flow.households[:, first:after].sum(axis=1) * world.drift for first, after in BANDS]
        self._bands: list[Array] = bands
        half = np.random.default_rng(world.seed).normal(size=(world.draws + 1) // 2)
        self.normal = np.concatenate([half, -half])[: world.draws]

    def draws(self, months: Array, *, cost: bool, band: int | None = None) -> Array:
        """Draws (D,) of the households (or kr) of the months that count (M,), all bands or one."""
        return np.asarray(self.table(months[None, :], cost=cost, band=band)[0])

    def table(self, sets: Array, *, cost: bool, band: int | None = None) -> Array:
        """Draws (K, D) for each set of months (K, M), 1 for those that count and 0 for the others."""
        held = self._households(band) * self.of.payout if cost else self._households(band)
        by_month = np.ascontiguousarray(held.T)
        # Added by hand: a product of matrices this small wakes every core and waits for it.
        mean = np.stack([by_month[months > 0].sum(axis=0) for months in sets])
        if not self.world.chance:
            return np.asarray(mean)
        weight = sets * self.of.drift * (self.of.price if cost else 1.0)
        variance = np.array([self.of.one.variance(row, band) for row in weight])[:, None]
        return _with_chance(mean, variance * mean / np.maximum(mean.mean(axis=1, keepdims=True), 1e-9), self.normal)

    def _households(self, band: int | None) -> Array:
        if band is None:
            return self.of.households
        return self._bands[band]


def _with_chance(mean: Array, variance: Array, normal: Array) -> Array:
    """Gamma variables of this mean and variance at these normal numbers (Wilson and Hilferty 1931)."""
    shape = mean**2 / np.maximum(variance, 1e-12)
    nine = 9 * np.maximum(shape, 1e-6)
    return np.where(mean > 0, mean * np.maximum(1 - 1 / nine + normal / np.sqrt(nine), 0.0) ** 3, 0.0)


def outcome(sums: Sums) -> tuple[StreamForecast, tuple[StreamForecast, ...], tuple[YearForecast, ...]]:
    """Total, bands of duration, and calendar years."""
    streams = tuple(_stream(sums, band) for band in range(len(BANDS)))
    return _stream(sums, None), streams, tuple(year_forecast(sums, year) for year in _years(sums.world))


def _years(world: SupportParameters) -> tuple[int, ...]:
    return tuple(dict.fromkeys(year for year, _ in world.horizon.months))


def _stream(sums: Sums, band: int | None) -> StreamForecast:
    """Months, years and the whole of all households or one band, reckoned at once."""
    horizon, years = sums.world.horizon, _years(sums.world)
    own = [_of_year(sums.world, year) for year in years]
    sets = np.vstack([np.eye(horizon.count), *(months for months, _ in own), np.ones(horizon.count)])
    days = np.array([*horizon.lengths, *(count for _, count in own), sum(horizon.lengths)])
    households = sums.table(sets, cost=False, band=band) / sets.sum(axis=1, keepdims=True)
    cost = sums.table(sets, cost=True, band=band)
    found = [
        Measures(persons, _times(persons, float(length)), spent)
        for persons, length, spent in zip(distributions(households), days, _costs(cost), strict=True)
    ]
    stream = None if band is None else STREAMS[band]
    return StreamForecast(stream, found[-1], tuple(found[: horizon.count]), tuple(found[horizon.count : -1]))


def _costs(draws: Array) -> list[Distribution | None]:
    """None where nothing tells what a household costs."""
    if np.isnan(draws).any():
        return [None] * len(draws)
    return list(distributions(draws))


def _times(held: Distribution, days: float) -> Distribution:
    return Distribution(*(value * days for value in astuple(held)))


def _of_year(world: SupportParameters, year: int) -> tuple[Array, int]:
    """Which months (M,) lie in a year, and their days."""
    own = np.array([float(of == year) for of, _ in world.horizon.months])
    return own, int(np.dot(own, world.horizon.lengths))


def year_forecast(sums: Sums, year: int, known: Reported = Reported()) -> YearForecast:
    """The horizon's months in a calendar year; with what is reported of the year's other months, the whole of it."""
    own, days = _of_year(sums.world, year)
    count = int(own.sum()) + known.months
    days += round(known.months * MONTH_DAYS)
    households = (sums.draws(own, cost=False) + known.households) / count
    cost = sums.draws(own, cost=True) + known.paid
    priced = not np.isnan(cost).any()
    measures = Measures(
        distribution(households), distribution(households * days), distribution(cost) if priced else None
    )
    held = tuple(np.percentile(cost, range(1, 100)).tolist()) if priced else ()
    return YearForecast(year, count, measures, held)


def path_cost(world: SupportParameters, path: Array, levers: Sequence[Lever] = ()) -> Array:
    """Kr (D,) of given households (M,) in the horizon's months, for the cost of the way to a target."""
    price = np.array([factor(levers, LeverKind.PRICE, month) for month in range(world.horizon.count)])
    return np.asarray((world.payout * price * path).sum(axis=1))
