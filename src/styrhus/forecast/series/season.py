"""The season of many series at once: how each month of the year differs from the level around it."""

import numpy as np

from styrhus.forecast.series.smooth import Array

YEAR = 12
LEAST = 24
"""Two whole years of months are needed to tell a season from a change."""
PRIOR = 0.5
"""Years of no season that are laid to those seen: few years give a weak season."""


def factors(series: Array) -> Array:
    """Factor of each month of the year on the level, (B, 12), by place counted back from the last month (0).

    The ratio of the sums of values and of centred means of twelve months, by month of the year, drawn towards 1 as
    far as the years contradict each other (James and Stein) and as they are few. Series without two whole years get
    1. Source: classical decomposition, Hyndman and Athanasopoulos 3.4; Miller and Williams (2003) for the shrinkage.
    """
    size, length = series.shape
    if length < LEAST:
        return np.ones((size, YEAR))
    weights = np.array([0.5, *[1.0] * 11, 0.5]) / YEAR
    windows = np.lib.stride_tricks.sliding_window_view(series, YEAR + 1, axis=1)
    level = np.full_like(series, np.nan)
    level[:, 6:-6] = windows @ weights
    usable = ~np.isnan(level) & ~np.isnan(series) & (level > 0)
    value, around = np.where(usable, series, 0.0), np.where(usable, level, 0.0)
    years, total, base = (_by_place(part) for part in (usable.astype(float), value, around))
    found = np.where(base > 0, total / np.maximum(base, 1e-9), 1.0)
    sure = _sure(value, around, years, found)
    found = 1 + sure[:, None] * (found - 1)
    return np.asarray(found / found.mean(axis=1, keepdims=True))


def _by_place(values: Array) -> Array:
    """Sums by place in the year counted back from the last month, (B, 12) from (B, T)."""
    whole = -(-values.shape[1] // YEAR) * YEAR
    filled = np.zeros((len(values), whole))
    filled[:, whole - values.shape[1] :] = values
    return np.asarray(filled.reshape(len(values), -1, YEAR).sum(axis=1)[:, ::-1])


def _sure(value: Array, around: Array, years: Array, found: Array) -> Array:
    """How far the season is believed, (B,): one less the share of it that the years' differences would give alone."""
    mean_level = around.sum(axis=1) / np.maximum(years.sum(axis=1), 1)
    off = value - around * spread(found, value.shape[1])
    noise = (off**2).sum(axis=1) / np.maximum(years.sum(axis=1) - YEAR, 1) / np.maximum(mean_level, 1e-9) ** 2
    many = np.maximum(years.mean(axis=1), 1e-9)
    seen = found.var(axis=1)
    stein = np.clip(1 - noise / many / np.maximum(seen, 1e-12), 0.0, 1.0)
    few = many / (many + PRIOR)
    return np.asarray(np.where(years.sum(axis=1) > YEAR, stein, 1.0) * few)


def spread(factor: Array, length: int) -> Array:
    """Those factors for each of `length` months back in time, (B, length), oldest first."""
    return np.maximum(factor[:, np.arange(length)[::-1] % YEAR], 0.05)


def ahead(factor: Array, count: int) -> Array:
    """Those factors for each of `count` months ahead, (B, count)."""
    return np.maximum(factor[:, (-np.arange(1, count + 1)) % YEAR], 0.05)
