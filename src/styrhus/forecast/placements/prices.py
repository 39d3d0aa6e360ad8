"""Prices: what those in care and those who come cost a day, and where that is going."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from styrhus.forecast.material.horizon import Horizon
from styrhus.forecast.material.spells import Spells
from styrhus.forecast.placements.parameters import PIECES, Array, Residents

YEAR = 365.25
HALF_LIFE = 1.5
"""Years after which a price tells half as much of today's."""
GROWTH = 0.04
"""Spread of what is believed of a year's growth, by start and by calendar, before prices are seen."""
OWN_GROWTH = 0.02
"""Spread of a stream's growth around that of all streams."""
WANDER = 0.012
"""Spread of a year's change of the level beyond the growth that was estimated."""
LEAST_SPREAD = 0.05
MONTHLY_NODES = 24


@dataclass(frozen=True, eq=False)
class Prices:
    """What was learnt of S streams: all (S,) or (S, 2); NaN without any price.

    new        kr a care day of who enters on the last day of the data
    now        mean kr a care day of who is in care then
    new_off    relative standard errors of the two
    now_off
    growth     (S, 2) log growth a year by the day of entry, and by calendar (also for who is in care)
    growth_off (S, 2, 2) covariance of it
    spread     coefficient of variation between persons
    """

    new: Array
    now: Array
    new_off: Array
    now_off: Array
    growth: Array
    growth_off: Array
    spread: Array


def learn(spells: Spells) -> Prices:
    """From the prices of all spells, older ones counting less."""
    size = len(spells.streams)
    price = spells.day_price
    # Free care has no logarithm; it lowers the mean, and is left out of growth and spread.
    known = ~np.isnan(price) & (price >= 0) & (spells.start <= spells.as_of)
    stream = spells.stream[known].astype(np.int64)
    price = price[known]
    last = np.minimum(spells.end[known], spells.as_of).astype(float)
    begun = (spells.start[known].astype(np.float64) - spells.as_of) / YEAR
    active = (last - spells.as_of) / YEAR
    weight = np.exp2(np.maximum(begun, -20) / HALF_LIFE)
    growth, growth_off = _growth(stream, np.log(np.maximum(price, 1e-9)), (begun, active), price > 0, size=size)
    today = price * np.exp(np.clip(-growth[stream, 0] * begun - growth[stream, 1] * active, -1, 1))
    new, spread, effective = _mean(stream, today, weight, size)
    there = (spells.end[known] > spells.as_of).astype(float)
    now, _, count = _mean(stream, price, there, size)
    without = np.bincount(spells.stream, weights=~known & (spells.end > spells.as_of), minlength=size)
    missing = without / np.maximum(without + count, 1)
    off = spread / np.sqrt(np.maximum(effective, 1))
    now_off = np.where(count > 0, spread * missing / np.sqrt(np.maximum(count, 1)), off)
    return Prices(new, np.where(count > 0, now, new), off, now_off, growth, growth_off, spread)


def paths(
    found: Prices, horizon: Horizon, staying: Array, *, random: np.random.Generator, draws: int, waited: int,
    index: float | None = None,
) -> Array:  # fmt: skip
    """Kr a care day (D, S, M); `staying` (2, S, M): share of those now in care, and mean years since entry of others.

    `index` is a year's growth that the user gives for all prices; the growth that was estimated is then not used.
    """
    size = len(found.new)
    years = (np.array(horizon.edges[:-1]) - horizon.first_day + waited + np.array(horizon.lengths) / 2) / YEAR
    root = np.linalg.cholesky(found.growth_off + 1e-12 * np.eye(2))
    growth = found.growth + np.einsum("sij,dsj->dsi", root, random.standard_normal((draws, size, 2)))
    if index is not None:
        growth = np.broadcast_to(np.array([0.0, np.log1p(index)]), growth.shape)
    wander = WANDER * np.sqrt(years)[None, None, :] * random.standard_normal((draws, size, 1))
    calendar = growth[:, :, 1:] * years + wander
    entered = growth[:, :, :1] * np.maximum(years - staying[1], 0)
    new = found.new * np.exp(found.new_off * random.standard_normal((draws, size)))
    now = found.now * np.exp(found.now_off * random.standard_normal((draws, size)))
    mixed = staying[0] * now[:, :, None] + (1 - staying[0]) * new[:, :, None] * np.exp(entered)
    return np.asarray(mixed * np.exp(calendar))


def staying(residents: Residents, rate: Array, hazard: Array, horizon: Horizon, *, waited: int) -> Array:
    """Share of those now in care among all who are, and mean years since entry of the others, (2, S, M).

    `rate` (S,) arrivals a month and `hazard` (S, P) are means: this only weighs two prices against each other.
    """
    size = len(rate)
    ahead = np.array(horizon.edges[:-1]) - horizon.first_day + waited + np.array(horizon.lengths) / 2
    left = np.zeros((size, len(ahead)))
    gone = _passed(hazard, residents.stream, residents.stayed)
    for month, days in enumerate(ahead):
        chance = np.exp(gone - _passed(hazard, residents.stream, residents.stayed + days))
        chance = np.where((residents.ends > 0) & (residents.ends <= days), 0.0, chance)
        left[:, month] = np.bincount(residents.stream, weights=chance, minlength=size)
    nodes = np.linspace(0, 1, MONTHLY_NODES)
    age = ahead[None, :, None] * nodes
    every = np.repeat(np.arange(size), age[0].size)
    survive = np.exp(-_passed(hazard, every, np.tile(age[0].ravel(), size))).reshape(size, *age[0].shape)
    there = survive.mean(axis=2) * ahead * rate[:, None] / 30.4375 + 1e-12
    old = (survive * age).mean(axis=2) / np.maximum(survive.mean(axis=2), 1e-12)
    return np.stack([left / (left + there), old / YEAR])


def _passed(hazard: Array, stream: NDArray[np.int64], days: Array | NDArray[np.int64]) -> Array:
    """Cumulative hazard after `days` since entry."""
    edges = np.array(PIECES, dtype=float)
    before = np.concatenate([np.zeros((len(hazard), 1)), np.cumsum(hazard[:, :-1] * np.diff(edges), axis=1)], axis=1)
    piece = np.searchsorted(edges, days, side="right") - 1
    return np.asarray(before[stream, piece] + hazard[stream, piece] * (days - edges[piece]))


def _mean(stream: NDArray[np.int64], price: Array, weight: Array, size: int) -> tuple[Array, Array, Array]:
    """Weighted mean, coefficient of variation and effective number of prices, (S,) each."""
    total = np.bincount(stream, weights=weight, minlength=size)
    scale = np.maximum(total, 1e-300)
    mean = np.bincount(stream, weights=weight * price, minlength=size) / scale
    off = np.bincount(stream, weights=weight * (price - mean[stream]) ** 2, minlength=size) / scale
    effective = total**2 / np.maximum(np.bincount(stream, weights=weight**2, minlength=size), 1e-300)
    # One price says nothing of the spread: a fifth of the mean stands for what others differ by.
    variance = (off / np.maximum(mean, 1e-9) ** 2 * effective + 0.2**2) / np.maximum(effective, 1)
    spread = np.maximum(np.sqrt(variance), LEAST_SPREAD)
    return np.where(total > 0, mean, np.nan), np.where(total > 0, spread, 0.0), effective


def _growth(
    stream: NDArray[np.int64], log_price: Array, years: tuple[Array, Array], used: NDArray[np.bool_], *, size: int
) -> tuple[Array, Array]:
    """Growth a year (S, 2) and its covariance: least squares within streams, drawn towards that of all streams."""
    stream, log_price, years = stream[used], log_price[used], (years[0][used], years[1][used])
    count = np.maximum(np.bincount(stream, minlength=size), 1)

    def centred(values: Array) -> Array:
        return np.asarray(values - (np.bincount(stream, weights=values, minlength=size) / count)[stream])

    y, x = centred(log_price), [centred(column) for column in years]
    square = np.empty((size, 2, 2))
    for i in range(2):
        for j in range(2):
            square[:, i, j] = np.bincount(stream, weights=x[i] * x[j], minlength=size)
    cross = np.stack([np.bincount(stream, weights=column * y, minlength=size) for column in x], axis=1)
    variance = (np.bincount(stream, weights=y * y, minlength=size).sum() + 0.01) / max(len(y) - size, 1)
    believed = np.eye(2) / GROWTH**2
    cov = np.linalg.inv(square.sum(axis=0) / variance + believed)
    common = cov @ (cross.sum(axis=0) / variance)
    own = np.eye(2) / OWN_GROWTH**2
    own_cov = np.linalg.inv(square / variance + own)
    growth = np.einsum("sij,sj->si", own_cov, cross / variance + own @ common)
    return growth, own_cov + cov
