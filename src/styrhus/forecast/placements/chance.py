"""Values of what will be from expected ones, by three cumulants of the chance of persons, and their quantiles."""

from functools import lru_cache
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from styrhus.forecast.placements.parameters import Array

_GOLDEN = (5**0.5 - 1) / 2
_LEAST_SKEW = 1e-3
_MOST_SKEW = 1e5
_MOST_TILT = 1e4
"""Six times more than the largest that any draw can have and still be above nought."""
_FINEST = 65535


@lru_cache(maxsize=8)
def normal_points(draws: int, stays: int) -> Array:
    """A standard normal value for each draw, in the order L × K, as even as can be over all and over draws of stays.

    Multiples of the golden ratio fall evenly over 0–1 in every stretch of draws; their ranks are taken.
    """
    place = (np.arange(draws) * _GOLDEN) % 1
    rank = np.empty(draws)
    rank[np.argsort(place)] = np.arange(draws)
    points = np.array([NormalDist().inv_cdf((one + 0.5) / draws) for one in rank])
    return np.ascontiguousarray(points.reshape(stays, -1).T.ravel(), dtype=np.float32)


def values(mean: Array, variance: Array, third: Array, normal: Array) -> Array:
    """A value of every cell and draw (cells, D) around its `mean` (cells, D).

    `variance` and `third` (cells,) are the second and third cumulant per unit of the mean: both grow with it. The
    value is that of a shifted gamma distribution with these cumulants, by Wilson and Hilferty's cube (1931), so that
    skewness g and standard deviation s give mean + 2 s / g × ((1 + g z / 6 − g² / 36)³ − 1); never below nought.
    """
    kind = mean.dtype
    variance = np.maximum(variance, 1e-12)
    skew = np.clip(third / variance**1.5, -_MOST_SKEW, _MOST_SKEW)
    # A skewness of nought is a limit; one next to it gives the same numbers, and single precision is enough for it.
    least = _LEAST_SKEW * np.sqrt(np.maximum(mean.mean(axis=1, dtype=np.float64), 1e-6))
    skew = np.where(np.abs(skew) < least, np.where(skew < 0, -least, least), skew)
    lift = (2 * np.sqrt(variance) / skew).astype(kind)[:, None]
    tilt = np.maximum(mean, np.maximum((skew / _MOST_TILT) ** 2, 1e-9).astype(kind)[:, None])
    np.sqrt(tilt, out=tilt)
    np.divide((skew / 6).astype(kind)[:, None], tilt, out=tilt)
    cube = tilt * normal
    cube += 1
    np.square(tilt, out=tilt)
    cube -= tilt
    np.maximum(cube, 0, out=cube)
    np.square(cube, out=tilt)
    cube *= tilt
    cube -= 1
    cube *= lift
    cube += 1
    cube *= mean
    return np.maximum(cube, 0, out=cube)


class Ordered:
    """Cells of values (cells, D) in order, in steps of a 65,535th of each cell's range: sorted in linear time so."""

    def __init__(self, values: Array) -> None:
        self.low = values.min(axis=1, keepdims=True)
        width = values.max(axis=1, keepdims=True) - self.low
        self.step = width / _FINEST
        scaled = (values - self.low) * (_FINEST / np.maximum(width, np.finfo(values.dtype).tiny * 1e6))
        self.places: NDArray[np.uint16] = np.sort(scaled.astype(np.uint16), axis=1, kind="stable")

    def at(self, shares: Array) -> Array:
        """Quantiles (cells, shares), between neighbours as numpy's."""
        spot = shares * (self.places.shape[1] - 1)
        below = spot.astype(np.int64)
        above = np.minimum(below + 1, self.places.shape[1] - 1)
        part = spot - below
        found = self.places[:, below] * (1 - part) + self.places[:, above] * part
        # Steps were cut off downwards: half a step back on average, and never above the highest.
        return np.asarray(self.low + np.minimum(found + 0.5, _FINEST) * self.step, dtype=np.float64)
