"""Where drifting rates may go: draws of the months ahead, and the sum of them held together."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from styrhus.forecast.placements.drift import (
    DEVIATION,
    LEVEL,
    SEASON,
    SIZE,
    TREND,
    TREND_LASTS,
    Followed,
    gamma_shape,
    season_of,
)  # fmt: skip
from styrhus.forecast.placements.gamma import digamma
from styrhus.forecast.placements.parameters import Array

WIDTH = 0.88
"""Of the mixture's deviations from its middle, on the log scale: ways that the counts can hardly tell apart make it a
little too wide. So set where pinball loss is least, on made-up boards and on the shelter stays."""


@dataclass(frozen=True, eq=False)
class Ahead:
    """Draws of S rates over M months: `rate` (D, S, M), each month's mean; `shape` (D, S) of its gamma noise."""

    rate: Array
    shape: Array

    def noisy(self, random: np.random.Generator) -> Array:
        """The rates with what is each month's own, (D, S, M)."""
        shape = np.broadcast_to(self.shape[:, :, None], self.rate.shape)
        return np.asarray(self.rate * np.where(shape > 1e6, 1.0, random.gamma(np.minimum(shape, 1e6)) / shape))


def ahead(followed: Followed, count: int, draws: int, random: np.random.Generator) -> Ahead:
    """Draws for the `count` months after the last that was followed."""
    size = len(followed.weight)
    rate, shape = np.empty((draws, size, count)), np.empty((draws, size))
    for place in range(size):
        way = random.choice(len(followed.ways), draws, p=followed.weight[place])
        state = _states(followed, place, way, random)
        noise = followed.ways.noise[way]
        shape[:, place] = gamma_shape(noise + 1e-9)
        # The filter's noise has mean zero on the log scale: the month's mean is higher than the median.
        above = np.log(shape[:, place]) - digamma(shape[:, place])
        path = _paths(state, followed, way, count, random=random) + above[:, None]
        middle = np.median(path, axis=0)
        rate[:, place] = np.exp(np.clip(middle + WIDTH * (path - middle), -30, 30))
    return Ahead(rate, shape)


def together(parts: Array, whole: Array, weights: Array) -> Array:
    """Parts (D, S, M) scaled so that Σ weight × part (weights (S,)) has the distribution of `whole` (D, M).

    Streams that are followed one by one seem to drift apart from each other; what they have in common shows in the
    sum. Month by month, a draw whose sum is at a rank gets the sum of that rank among the draws of the whole.
    """
    if parts.shape[1] < 2:
        return parts
    added = np.einsum("dsm,s->dm", parts, weights)
    rank = added.argsort(axis=0).argsort(axis=0)
    wanted = np.take_along_axis(np.sort(whole, axis=0), rank, axis=0)
    return np.asarray(parts * np.clip(wanted / np.maximum(added, 1e-12), 0.2, 5.0)[:, None, :])


def _states(followed: Followed, place: int, way: NDArray[np.int64], random: np.random.Generator) -> Array:
    """Draws (D, SIZE) of the state after the last month."""
    used, of_draw = np.unique(way, return_inverse=True)
    root = np.linalg.cholesky(_sound(followed.cov[place, used]))
    normal = random.standard_normal((len(way), SIZE))
    return np.asarray(followed.mean[place, way] + np.einsum("dij,dj->di", root[of_draw], normal))


def _sound(cov: Array) -> Array:
    """Covariances that rounding has not made indefinite."""
    even = (cov + np.swapaxes(cov, -1, -2)) / 2
    values, vectors = np.linalg.eigh(even)
    return np.asarray((vectors * np.maximum(values, 1e-10)[:, None, :]) @ np.swapaxes(vectors, -1, -2))


def _paths(
    state: Array, followed: Followed, way: NDArray[np.int64], count: int, *, random: np.random.Generator
) -> Array:
    """Log rates (D, M) from states (D, SIZE) on."""
    step, lasting, slope = (getattr(followed.ways, name)[way] for name in ("step", "lasting", "slope"))
    level, deviation, trend = state[:, LEVEL].copy(), state[:, DEVIATION].copy(), state[:, TREND].copy()
    found = np.empty((len(state), count))
    for month in range(count):
        level += trend
        trend = TREND_LASTS * trend + slope * np.sqrt(1 - TREND_LASTS**2) * random.standard_normal(len(state))
        deviation = lasting * deviation + step * random.standard_normal(len(state))
        found[:, month] = level + deviation + state[:, SEASON:] @ season_of(followed.month + month)
    return found
