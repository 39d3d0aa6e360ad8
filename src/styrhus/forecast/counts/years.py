"""Yearly counts carried on month by month: a random walk as wide as years have differed."""

import numpy as np

from styrhus.forecast.series.smooth import Array
from styrhus.forecast.series.spread import stable, unstable

CHANGE = 0.15
"""Relative change from year to year (one standard deviation) that is expected before any change has been seen."""
WORTH = 4.0
"""Changes' worth of that expectation."""
CALM = 4.0
"""Changes' worth of no trend that are laid to those seen."""
YEAR = 12


def monthly_draws(history: Array, count: int, *, draws: int, seed: int) -> Array:
    """Draws (D, S, count) of the months after the last year of yearly means `history` (S, T), NaN where missing.

    On the stable scale of `series.spread` (chance and relative change alike) the level is a random walk whose yearly
    means differ by s a year; s² is drawn from its posterior, scaled inverse chi-squared, with the changes of all
    streams and a prior of `CHANGE`. Means of neighbouring years of a walk with variance v a month differ by 8·v
    (two thirds of twelve), and its level at the year's end differs from the year's mean by 4·v. The mean change so
    far goes on, drawn towards none. A stream whose last year is missing starts further back and is wider. Source:
    Working (1960) for averages of a random walk; Gelman et al., Bayesian Data Analysis, 3.2.
    """
    random = np.random.default_rng(seed)
    size = len(history)
    level, missing = _latest(history)
    expected = (stable(level * (1 + CHANGE)) - stable(level)) ** 2 + 2.0 * _chance(level)
    changes = np.diff(stable(history), axis=1)
    known = ~np.isnan(changes)
    seen, total = int(known.sum()), float(np.nansum(changes**2 / expected[:, None]))
    factor = (WORTH + total) / random.chisquare(WORTH + seen, draws)
    yearly = factor[:, None] * expected
    month = np.sqrt(yearly / 8)
    n = known.sum(axis=1)
    slope = np.where(known, np.nan_to_num(changes), 0.0).sum(axis=1) / (n + CALM)
    slope = slope + random.standard_normal((draws, size)) * np.sqrt(yearly / (n + CALM))
    steps = random.standard_normal((draws, size, count)) * month[:, :, None]
    begin = random.standard_normal((draws, size)) * month * np.sqrt(4 + YEAR * missing)
    walk = begin[:, :, None] + np.cumsum(steps, axis=2)
    ahead = (np.arange(1, count + 1) + YEAR / 2 + YEAR * missing[:, None]) / YEAR
    return unstable(stable(level)[:, None] + walk + slope[:, :, None] * ahead)


def _latest(history: Array) -> tuple[Array, Array]:
    """The last known value of each stream, 0 where there is none, and how many years ago it was."""
    size, length = history.shape
    known = ~np.isnan(history)
    last = np.where(known.any(axis=1), length - 1 - known[:, ::-1].argmax(axis=1), 0) if length else np.zeros(size, int)
    value = history[np.arange(size), last] if length else np.zeros(size)
    return np.nan_to_num(value), (length - 1.0 - last) if length else np.zeros(size)


def _chance(level: Array) -> Array:
    """Variance on the stable scale of the chance in a yearly mean: persons who come and go in the year."""
    return np.asarray(0.35 * np.minimum(1.0, level + 0.1))
