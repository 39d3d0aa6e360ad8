"""How far outcomes have been from forecasts, on a scale where counts of every size scatter alike."""

from dataclasses import dataclass

import numpy as np

from styrhus.forecast.series.smooth import Array

BEND = 0.1
"""Relative spread of a large series; where 1/`BEND`² persons are, chance and relative spread are alike."""
YEARLY = 0.15
"""Relative change over a year (one standard deviation) that is expected where the past tells little."""
PRIOR = 2.0
"""Independent errors' worth of that expectation."""

CHANCE, TURNOVER = 1.0, 8.0
"""Variance on the stable scale of who happens to come and leave, reached as persons are replaced, in months."""
LEAST = 0.1
"""No past is so calm that less than this, on the stable scale, is expected to happen in a year."""
MOST_COMMON = 0.9
"""Highest correlation between series that is believed."""
LASTING, MOST_LASTING = (0.93, 4.0), 0.99
"""Correlation between the errors of neighbouring months that is expected, with its worth, and the highest one."""


def stable(persons: Array) -> Array:
    """Counts with variance n + (BEND·n)² on a scale with variance 1: (2/BEND)·asinh(BEND·√n)."""
    return np.asarray(2 / BEND * np.arcsinh(BEND * np.sqrt(np.maximum(persons, 0.0))))


def unstable(values: Array) -> Array:
    """Back from `stable`; never below zero."""
    return np.asarray((np.sinh(BEND * np.maximum(values, 0.0) / 2) / BEND) ** 2)


@dataclass(frozen=True)
class Spread:
    """`scale` (S, M) of an error on the stable scale; `sizes` past errors divided by theirs, without sign, sorted;
    `effective` how many independent ones they are worth; `common` is their correlation between series,
    `lasting` (S,) that between neighbouring months."""

    scale: Array
    sizes: Array
    effective: float
    common: float
    lasting: Array


def learn(said: Array, came: Array, ahead: Array) -> Spread:
    """From what was said (S, O, M), what came (S, O, M) and the forecast now (S, M)."""
    off = stable(came) - stable(said)
    known = ~np.isnan(off)
    steps = np.arange(1, off.shape[2] + 1)
    drift = (stable(ahead * (1 + YEARLY * np.sqrt(steps / 12))) - stable(ahead)) ** 2
    prior = drift - CHANCE * np.expm1(-steps / TURNOVER) + LEAST**2
    worth = known.sum(axis=1) / np.maximum(1.0, steps / 2)
    own = np.nan_to_num(off**2).sum(axis=1) / np.maximum(known.sum(axis=1), 1)
    pooled = (own / prior * worth).sum(axis=0) + PRIOR
    level = prior * (pooled / (worth.sum(axis=0) + PRIOR))
    weight, effective = worth / worth.shape[1], float(worth.mean()) if worth.size else 0.0
    factor = ((own / level * weight).sum(axis=1) + PRIOR) / (weight.sum(axis=1) + PRIOR)
    scale = np.sqrt(level * factor[:, None] + LEAST**2 * steps / 12)
    sizes = np.abs(off / scale[:, None, :])[known]
    even = off / scale[:, None, :]
    return Spread(scale, np.sort(sizes), effective, _common(even), _lasting(even, effective))


def gaps(history: Array, count: int) -> Array:
    """How many times wider an error is for what is missing of each series, (S, count).

    A series that ends g months early is as if g months further ahead, and errors grow with the square root of the
    months ahead; with a share of its months missing it tells less by that share.
    """
    known = ~np.isnan(history)
    any_known = known.any(axis=1)
    late = np.where(any_known, known[:, ::-1].argmax(axis=1), 0)
    begun = np.where(any_known, history.shape[1] - known.argmax(axis=1), 1)
    share = np.where(any_known, known.sum(axis=1) / begun, 1.0)
    steps = np.arange(1, count + 1)
    return np.asarray(np.sqrt((steps + late[:, None]) / steps / share[:, None]))


def _common(off: Array) -> float:
    """Mean correlation between the errors of two series at the same origin and step."""
    return float(np.clip(_together(off)[0], 0.0, MOST_COMMON))


def _lasting(off: Array, worth: float) -> Array:
    """Correlation between the errors of neighbouring steps of each series, (S,).

    It is that which gives the mean correlation seen over all steps: of the series, drawn towards that of all, which
    is drawn towards what is expected.
    """
    size, _, count = off.shape
    if count < 2:
        return np.full(size, LASTING[0])
    steps = np.arange(count)
    apart = np.abs(steps[:, None] - steps)
    rates = np.linspace(0.0, MOST_LASTING, 50)
    means = np.array([((rate**apart).sum() - count) / (count * (count - 1)) for rate in rates])
    over_steps = np.moveaxis(off, 2, 0)
    expected = float(np.interp(LASTING[0], rates, means))
    for_all = _drawn(over_steps, expected, worth)
    own = [_drawn(over_steps[:, place : place + 1], for_all, worth) for place in range(size)]
    return np.asarray(np.interp(own, means, rates))


def _drawn(off: Array, expected: float, worth: float) -> float:
    """The mean correlation along the first axis, drawn towards the expected one."""
    seen, pairs = _together(off)
    trust = worth / (worth + LASTING[1]) if pairs else 0.0
    return trust * seen + (1 - trust) * expected


def _together(off: Array) -> tuple[float, float]:
    """Mean correlation between entries along the first axis, from the variance of their sums; 0 without pairs."""
    count = (~np.isnan(off)).sum(axis=0)
    filled = np.nan_to_num(off)
    total, squares = filled.sum(axis=0), (filled**2).sum(axis=0)
    pairs = float((squares * (count - 1))[count > 1].sum())
    return (float((total**2 - squares)[count > 1].sum()) / pairs if pairs > 0 else 0.0), pairs
