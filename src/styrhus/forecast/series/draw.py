"""Draws of the months ahead: the chosen methods' forecast, spread as far as past forecasts have been off."""

import numpy as np

from styrhus.forecast.series.candidates import forecasts
from styrhus.forecast.series.choose import only, weights
from styrhus.forecast.series.rolling import Past, look_back
from styrhus.forecast.series.smooth import Array
from styrhus.forecast.series.spread import Spread, gaps, learn, stable, unstable

TRUST = 10.0
"""Independent past errors at which their distribution weighs as much as Student's t."""
MOST, FEW = 3.0, 5.0
"""So many times the highest month seen, and so many persons more, are the most that is drawn."""


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
    spread = learn(_said_honestly(past, share if method else None), past.came, middle)
    wider = gaps(history, count) if history.shape[1] else 1.0
    found = unstable(stable(middle) + wider * errors(spread, draws, np.random.default_rng(seed)))
    return _plausible(found, history, middle)


def _said_honestly(past: Past, share: Array | None) -> Array:
    """What the combined methods said at each origin (S, O, M), their shares learnt from the other half of origins.

    Errors of a choice are too small where it has been made by them. `share` is taken as it is where it is given.
    """
    if share is not None:
        return np.asarray((share[:, :, None, None] * past.said).sum(axis=0))
    size, half = past.came.shape[1], past.came.shape[1] // 2
    found = np.empty_like(past.came)
    for own, other in ((slice(half), slice(half, size)), (slice(half, size), slice(half))):
        learnt = weights(Past(past.said[:, :, other], past.came[:, other]))
        found[:, own] = (learnt[:, :, None, None] * past.said[:, :, own]).sum(axis=0)
    return found


def _plausible(found: Array, history: Array, middle: Array) -> Array:
    """No draw above `MOST` times the highest month seen (or forecast), and their mean near the forecast.

    The methods forecast means, while errors on the stable scale have their middle there, so that the mean of the
    draws is above it: what lies above the forecast is drawn in until half of that is gone. The median stays.
    """
    highest = np.nanmax(np.nan_to_num(history), axis=1, initial=0.0)
    held = np.minimum(found, MOST * np.maximum(highest[:, None], middle) + FEW)
    off = held - middle
    above, below = np.maximum(off, 0.0).mean(axis=0), np.maximum(-off, 0.0).mean(axis=0)
    kept = np.where(above > below, (above + below) / 2 / np.maximum(above, 1e-9), 1.0)
    return np.asarray(middle + np.where(off > 0, off * kept, off))


def errors(spread: Spread, draws: int, random: np.random.Generator) -> Array:
    """Draws (D, S, M) of errors on the stable scale."""
    from scipy import special

    normal = _together(spread, draws, random)
    tail = np.clip(2 * special.ndtr(-np.abs(normal)), 1e-6, 1.0)
    grid = np.linspace(0.0, 1.0, 401)
    student = special.stdtrit(max(3.0, spread.effective), (1 + np.minimum(grid, 0.99)) / 2)
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
