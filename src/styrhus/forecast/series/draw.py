"""Draws of the months ahead: the chosen methods' forecast, spread as far as past forecasts have been off."""

import numpy as np

from styrhus.forecast.series.candidates import forecasts
from styrhus.forecast.series.choose import only, weights
from styrhus.forecast.series.rolling import look_back
from styrhus.forecast.series.smooth import Array
from styrhus.forecast.series.spread import Spread, gaps, learn, stable, unstable

TRUST = 10.0
"""Independent past errors at which their distribution weighs as much as Student's t."""


def monthly_draws(
    history: Array, count: int, *, draws: int = 2000, seed: int = 20190831, method: str | None = None
) -> Array:
    """Draws (D, S, count) of the months after the last of `history` (S, T), NaN where a month is missing.

    The forecast is that of the methods that were best at past origins (`choose.weights`); with `method` (one of
    `candidates.NAMES`) that one alone. The spread is split conformal: quantiles of past errors by step, pooled over
    the series where they are few, and blended with Student's t; errors go together over months and, as far as they
    have done so, over series. Never NaN or below zero; a series with few values is wider. Source: Vovk, Gammerman
    and Shafer (2005); Romano, Patterson and Candès (2019) for the split form.
    """
    past = look_back(history, count)
    now = forecasts(history, count)
    share = weights(past) if method is None else only(method, len(history))
    middle = (share[:, :, None] * now).sum(axis=0)
    said = (share[:, :, None, None] * past.said).sum(axis=0)
    spread = learn(said, past.came, middle)
    wider = gaps(history, count) if history.shape[1] else 1.0
    return unstable(stable(middle) + wider * errors(spread, draws, np.random.default_rng(seed)))


def errors(spread: Spread, draws: int, random: np.random.Generator) -> Array:
    """Draws (D, S, M) of errors on the stable scale."""
    from scipy import special

    normal = _together(spread, draws, random)
    tail = np.clip(2 * special.ndtr(-np.abs(normal)), 1e-6, 1.0)
    grid = np.linspace(0.0, 1.0, 401)
    student = special.stdtrit(max(3.0, spread.effective), (1 + np.minimum(grid, 0.9995)) / 2)
    if len(spread.sizes):
        trust = spread.effective / (spread.effective + TRUST)
        level = np.minimum(1.0, grid * (1 + 1 / max(spread.effective, 1.0)))
        student = np.maximum(trust * np.quantile(spread.sizes, level) + (1 - trust) * student, student / 2)
    return np.asarray(np.sign(normal) * np.interp(1 - tail, grid, student) * spread.scale)


def _together(spread: Spread, draws: int, random: np.random.Generator) -> Array:
    """Normal draws (D, S, M) that go together over months and series."""
    size, count = spread.scale.shape
    own = random.standard_normal((draws, size, count))
    if size > 1:
        shared = random.standard_normal((draws, 1, count))
        own = np.sqrt(1 - spread.common) * own + np.sqrt(spread.common) * shared
    found = np.empty_like(own)
    found[:, :, 0] = own[:, :, 0]
    last, new = spread.lasting, np.sqrt(1 - spread.lasting**2)
    for month in range(1, count):
        found[:, :, month] = last * found[:, :, month - 1] + new * own[:, :, month]
    return found
