"""From expected households to quantiles of households and cost by month, calendar year and the whole."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from styrhus.forecast.draws import distribution
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
        """Draws (D,) of the households (or kr) of the months counted (M,), all bands or one."""
        own = np.flatnonzero(months)
        values = self._households(band)[:, own] * months[own]
        mean = (values * self.of.payout[:, own] if cost else values).sum(axis=1)
        if not self.world.chance:
            return np.asarray(mean)
        weight = months * self.of.drift * (self.of.price if cost else 1.0)
        variance = self.of.one.variance(weight, band)
        return _with_chance(mean, variance * mean / max(float(mean.mean()), 1e-9), self.normal)

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
    horizon = sums.world.horizon
    every, days = np.ones(horizon.count), sum(horizon.lengths)
    months = tuple(_measures(sums, np.eye(horizon.count)[n], horizon.lengths[n], band) for n in range(horizon.count))
    years = tuple(_measures(sums, *_of_year(sums.world, year), band) for year in _years(sums.world))
    return StreamForecast(None if band is None else STREAMS[band], _measures(sums, every, days, band), months, years)


def _of_year(world: SupportParameters, year: int) -> tuple[Array, int]:
    """Which months (M,) lie in a year, and their days."""
    own = np.array([float(of == year) for of, _ in world.horizon.months])
    return own, int(np.dot(own, world.horizon.lengths))


def _measures(sums: Sums, months: Array, days: int, band: int | None) -> Measures:
    households = sums.draws(months, cost=False, band=band) / months.sum()
    return Measures(distribution(households), distribution(households * days), _cost(sums, months, band))


def _cost(sums: Sums, months: Array, band: int | None) -> Distribution | None:
    draws = sums.draws(months, cost=True, band=band)
    return None if np.isnan(draws).any() else distribution(draws)


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
