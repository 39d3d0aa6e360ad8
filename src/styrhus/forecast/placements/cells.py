"""The chance of persons in the cells that a forecast tells of: streams and total × months, whole horizon and years."""

from dataclasses import dataclass

import numpy as np

from styrhus.forecast.material.horizon import Horizon
from styrhus.forecast.placements.central import Central, central
from styrhus.forecast.placements.effects import Effects, Home
from styrhus.forecast.placements.flow import Flow, home_share
from styrhus.forecast.placements.parameters import Array
from styrhus.forecast.placements.spread import Cumulants, crossing, months
from styrhus.forecast.placements.totals import Rewards, of_all, of_streams


def years_of(horizon: Horizon) -> tuple[int, ...]:
    """The calendar years that the horizon touches."""
    return tuple(dict.fromkeys(year for year, _ in horizon.months))


def periods(horizon: Horizon) -> Array:
    """Which months each month, the whole horizon and each calendar year hold, (M + 1 + years, M) of 0 and 1."""
    own = np.array([year for year, _ in horizon.months])
    years = [own == year for year in years_of(horizon)]
    return np.concatenate([np.eye(horizon.count), np.ones((1, horizon.count)), np.array(years, dtype=float)])


@dataclass(frozen=True, eq=False)
class Ratios:
    """Variance and third cumulant per unit of the mean, (cells, S + 1), the total last."""

    variance: Array
    third: Array


@dataclass(frozen=True, eq=False)
class _Base:
    """What prices and persons taken home do not change: streams' cells (cells, S), the total's days (cells,)."""

    key: bytes
    world: Central
    months: Cumulants
    streams: Cumulants
    days: Cumulants


class Chance:
    """The chance of persons at the mean of a world's parameters, kept between moves of a lever."""

    def __init__(self, mean: Flow, spread: Array, horizon: Horizon) -> None:
        self.flow, self.spread = mean, spread
        self.spans = periods(horizon)
        self.count = horizon.count
        self._base: _Base | None = None

    def ratios(self, moved: Effects) -> tuple[Ratios, Ratios]:
        """Those of care days and of cost in kr."""
        base = self._known(moved)
        price = np.nan_to_num(self.flow.prices(moved)[:, :, 0, 0])
        shares = [(home, self._share(home, base)) for home in moved.homes]
        streams = base.streams
        for home, share in shares:
            streams = _shifted(streams, home, self._mean(share))
        value, factors = _valued(price, shares)
        own = np.stack([1 + self.spread**2, (1 + self.spread**2) ** 3])
        rewards = self._rewards(base.world, value, factors * own)
        cost = self._total(base.months, value, factors * own, rewards=rewards)
        ones = np.ones_like(own)
        return _ratios(streams, base.days, np.ones_like(self._mean(price)), ones), _ratios(
            streams, cost, self._mean(price), own
        )

    def _known(self, moved: Effects) -> _Base:
        key = moved.inflow.tobytes() + moved.pace.tobytes()
        base = self._base
        if base is None or base.key != key:
            world = central(self.flow, moved)
            by_month = months(world)
            ones, even = np.ones((self.count, len(self.spread))), np.ones((2, len(self.spread)))
            rewards = self._rewards(world, ones, even)
            streams = self._cells(by_month, of_streams(rewards))
            days = self._total(by_month, ones, even, rewards=rewards)
            base = self._base = _Base(key, world, by_month, streams, days)
        return base

    def _rewards(self, world: Central, value: Array, factors: Array) -> Rewards:
        """Of a care day that counts `value` (M, S), in the whole horizon and in each year."""
        long = self.spans[self.count :]
        return Rewards(world, self._led(long[:, :, None] * value), np.repeat(factors[:, None], len(long), axis=1))

    def _total(self, single: Cumulants, value: Array, factors: Array, *, rewards: Rewards) -> Cumulants:
        """Cumulants (cells,) of the sum of all streams, `single` by month, a care day counting `value` (M, S)."""
        whole = self._led(value[None])[0]
        by_month = crossing(rewards.world, whole) + Cumulants(
            (single.mean * whole).sum(axis=1),
            (single.variance * whole**2 * factors[0]).sum(axis=1),
            (single.third * whole**3 * factors[1]).sum(axis=1),
        )
        return self._cells(by_month, of_all(rewards))

    def _cells(self, by_month: Cumulants, by_period: Cumulants) -> Cumulants:
        """Months of the horizon, then the longer periods."""
        pairs = (
            (getattr(by_month, name)[self.flow.lead :], getattr(by_period, name))
            for name in ("mean", "variance", "third")
        )
        return Cumulants(*(np.concatenate(pair) for pair in pairs))

    def _led(self, value: Array) -> Array:
        """(F, M, S) with the time before the horizon, which counts for nothing."""
        return np.concatenate([np.zeros_like(value[:, : self.flow.lead]), value], axis=1)

    def _mean(self, by_month: Array) -> Array:
        """Means over the months of each cell, (cells, …) of (M, …)."""
        return np.asarray(self.spans @ by_month / self.spans.sum(axis=1, keepdims=True))

    def _share(self, home: Home, base: _Base) -> Array:
        """Share of those in the streams that is taken home in each month, (M, 1)."""
        days = base.streams.mean[: self.count, :, None, None]
        share = home_share(days, home, self.flow.lengths[self.flow.lead :])
        return np.broadcast_to(share[:, :, 0], (self.count, 1))


def _shifted(streams: Cumulants, home: Home, share: Array) -> Cumulants:
    """Cumulants (cells, S) when the share (cells, 1) of persons, whoever they are, is in other streams."""
    found = []
    for part in (streams.mean, streams.variance, streams.third):
        found.append(part.copy())
        for leave, enter in zip(home.leave, home.enter, strict=True):
            found[-1][:, enter] += share[:, 0] * part[:, leave]
            found[-1][:, leave] *= 1 - share[:, 0]
    return Cumulants(*found)


def _valued(price: Array, shares: list[tuple[Home, Array]]) -> tuple[Array, Array]:
    """What a day costs (M, S) of those who had been in a stream, and factors (2, S) on its square and its cube."""
    powers = [price, price**2, price**3]
    for home, share in shares:
        leave, enter = list(home.leave), list(home.enter)
        for number, part in enumerate(powers):
            powers[number] = part.copy()
            powers[number][:, leave] = (1 - share) * part[:, leave] + share * price[:, enter] ** (number + 1)
    safe = np.maximum(powers[0], 1e-9)
    some = powers[0].max(axis=0) > 0
    factors = [(powers[n] / safe ** (n + 1)).mean(axis=0) for n in (1, 2)]
    return powers[0], np.stack([np.where(some, part, 1.0) for part in factors])


def _ratios(streams: Cumulants, total: Cumulants, price: Array, factors: Array) -> Ratios:
    """Cumulants of what care days come to at a price (cells, S), per unit of the mean, with the total's beside."""
    mean = np.maximum(streams.mean, 1e-12)
    whole = np.maximum(total.mean, 1e-12)
    return Ratios(
        np.concatenate([streams.variance / mean * price * factors[0], (total.variance / whole)[:, None]], axis=1),
        np.concatenate([streams.third / mean * price**2 * factors[1], (total.third / whole)[:, None]], axis=1),
    )
