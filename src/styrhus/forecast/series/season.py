"""The season of many series at once: how each month of the year differs from the level around it."""

import numpy as np

from styrhus.forecast.series.smooth import Array

YEAR = 12
LEAST = 24
"""Two whole years of months are needed to tell a season from a change."""
PRIOR = 2.0
"""Years of no season that are laid to those seen: few years give a weak season."""


def factors(series: Array) -> Array:
    """Factor of each month of the year on the level, (B, 12), by place counted back from the last month (0).

    The ratio of the sums of values and of centred means of twelve months, by month of the year, drawn towards 1 by
    `PRIOR` years without season. Series without two whole years get 1. Source: classical decomposition, Hyndman and
    Athanasopoulos 3.4.
    """
    size, length = series.shape
    found = np.ones((size, YEAR))
    if length < LEAST:
        return found
    weights = np.array([0.5, *[1.0] * 11, 0.5]) / YEAR
    windows = np.lib.stride_tricks.sliding_window_view(series, YEAR + 1, axis=1)
    level = np.full_like(series, np.nan)
    level[:, 6:-6] = windows @ weights
    usable = ~np.isnan(level) & ~np.isnan(series) & (level > 0)
    month = (np.arange(length)[::-1]) % YEAR
    for place in range(YEAR):
        own = usable & (month == place)
        total, around = np.where(own, series, 0.0).sum(axis=1), np.where(own, level, 0.0).sum(axis=1)
        prior = PRIOR * around / np.maximum(own.sum(axis=1), 1)
        found[:, place] = np.where(own.any(axis=1), (total + prior) / np.maximum(around + prior, 1e-9), 1.0)
    return np.asarray(found / found.mean(axis=1, keepdims=True))


def spread(factor: Array, length: int) -> Array:
    """Those factors for each of `length` months back in time, (B, length), oldest first."""
    return np.maximum(factor[:, np.arange(length)[::-1] % YEAR], 0.05)


def ahead(factor: Array, count: int) -> Array:
    """Those factors for each of `count` months ahead, (B, count)."""
    return np.maximum(factor[:, (-np.arange(1, count + 1)) % YEAR], 0.05)
