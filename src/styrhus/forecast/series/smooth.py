"""Exponential smoothing of many series at once: every series with every smoothing parameter of a grid."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

LEVELS = (0.05, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8, 1.0)
"""Weights of the newest value (α)."""
SLOPES = (0.05, 0.15, 0.3)
"""Weights of the newest change, as a share of α (β*)."""
DAMPING = (0.8, 0.9, 0.98)
"""What is left of a change the month after (φ)."""

SLOPE = 24.0
"""Months that halve a slope: what few months seem to head for is mostly chance."""

MEMORY = 36
"""Months whose mean a level comes back to."""


def level_only(series: Array, count: int) -> Array:
    """Simple exponential smoothing, (B, count) from (B, T): α of the grid with the least squared error a step ahead.

    Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice (3rd edition), 8.1.
    """
    level, _, loss = _run(series, np.array(LEVELS), np.zeros(len(LEVELS)), np.zeros(len(LEVELS)))
    best = loss.argmin(axis=1)[:, None]
    found: Array = np.repeat(np.take_along_axis(level, best, axis=1), count, axis=1)
    return found


def damped(series: Array, count: int) -> Array:
    """Exponential smoothing with a damped trend, (B, count); parameters chosen as in `level_only`.

    Source: Gardner and McKenzie (1985); Hyndman and Athanasopoulos, 8.2.
    """
    alpha, beta, phi = (part.ravel() for part in np.meshgrid(LEVELS[1:], SLOPES, DAMPING, indexing="ij"))
    level, slope, loss = _run(series, alpha, beta, phi)
    best = loss.argmin(axis=1)[:, None]
    ahead = np.cumsum(phi[best] ** np.arange(1, count + 1), axis=1)
    found: Array = np.take_along_axis(level, best, axis=1) + np.take_along_axis(slope, best, axis=1) * ahead * _sure(
        series
    )
    return found


def theta(series: Array, count: int) -> Array:
    """The Theta method, (B, count): smoothing of the level, and half of the slope of a line through all values.

    Source: Assimakopoulos and Nikolopoulos (2000), in the form of Hyndman and Billah (2003).
    """
    time = np.arange(series.shape[1], dtype=float)
    known = ~np.isnan(series)
    n = np.maximum(known.sum(axis=1, keepdims=True), 1)
    at = np.where(known, time - (known * time).sum(axis=1, keepdims=True) / n, 0.0)
    slope = (at * np.nan_to_num(series)).sum(axis=1) / np.maximum((at**2).sum(axis=1), 1.0)
    found: Array = level_only(series, count) + 0.5 * slope[:, None] * np.arange(1, count + 1) * _sure(series)
    return found


def reverting(series: Array, count: int) -> Array:
    """A level that comes back to its mean, (B, count): x + φ^h of what the last value lies off it.

    x is the mean of the latest `MEMORY` months, φ the correlation of neighbouring months, less its bias in short
    series. So does a stock of persons who come and leave at constant rates: φ = exp(−1/stay). Source: Hyndman and
    Athanasopoulos, 9.3; Kendall (1954) for the bias.
    """
    recent = series[:, -MEMORY:]
    known = ~np.isnan(recent)
    n = np.maximum(known.sum(axis=1), 1)
    mean = np.nan_to_num(recent).sum(axis=1) / n
    off = np.where(known, recent - mean[:, None], 0.0)
    both = known[:, 1:] & known[:, :-1]
    together = (off[:, 1:] * off[:, :-1] * both).sum(axis=1)
    phi = together / np.maximum((off[:, :-1] ** 2 * both).sum(axis=1), 1e-9)
    phi = np.clip(phi + (1 + 3 * phi) / n, 0.0, 1.0)
    last = level_only(series, 1)[:, 0] - mean
    found: Array = mean[:, None] + last[:, None] * phi[:, None] ** np.arange(1, count + 1)
    return found


def _sure(series: Array) -> Array:
    """How far a slope is believed, (B, 1): as many months as `SLOPE` make half of it."""
    known = (~np.isnan(series)).sum(axis=1, keepdims=True)
    return np.asarray(known / (known + SLOPE))


def _run(series: Array, alpha: Array, beta: Array, phi: Array) -> tuple[Array, Array, Array]:
    """Last level, last slope and mean squared error a step ahead, each (B, G)."""
    size = (len(series), len(alpha))
    level, slope, loss = np.full(size, np.nan), np.zeros(size), np.zeros(size)
    for value in series.T:
        here = ~np.isnan(value)
        begun = ~np.isnan(level[:, 0])
        first, later = here & ~begun, here & begun
        step = phi * slope
        expected = level + step
        error = np.where(later[:, None], value[:, None] - expected, 0.0)
        loss += error**2
        level = np.where(first[:, None], value[:, None], expected + alpha * error)
        slope = step + alpha * beta * error
    return level, slope, loss
