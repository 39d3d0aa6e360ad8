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

LEAST = 0.1
"""No past is so calm that less than this, on the stable scale, is expected to happen in a year."""
MOST_COMMON = 0.9
"""Highest correlation between series that is believed."""


def stable(persons: Array) -> Array:
    """Counts with variance n + (BEND·n)² on a scale with variance 1: (2/BEND)·asinh(BEND·√n)."""
    return np.asarray(2 / BEND * np.arcsinh(BEND * np.sqrt(np.maximum(persons, 0.0))))


def unstable(values: Array) -> Array:
    """Back from `stable`; never below zero."""
    return np.asarray((np.sinh(BEND * np.maximum(values, 0.0) / 2) / BEND) ** 2)


@dataclass(frozen=True)
class Spread:
    """`scale` (S, M) of an error on the stable scale; `sizes` past errors divided by theirs, without sign, sorted;
    `effective` how many independent ones they are worth; `common` their correlation between series."""

    scale: Array
    sizes: Array
    effective: float
    common: float


def learn(said: Array, came: Array, ahead: Array) -> Spread:
    """From what was said (S, O, M), what came (S, O, M) and the forecast now (S, M)."""
    off = stable(came) - stable(said)
    known = ~np.isnan(off)
    steps = np.arange(1, off.shape[2] + 1)
    prior = (stable(ahead * (1 + YEARLY * np.sqrt(steps / 12))) - stable(ahead)) ** 2 + 0.05
    worth = known.sum(axis=1) / np.maximum(1.0, steps / 2)
    own = np.nan_to_num(off**2).sum(axis=1) / np.maximum(known.sum(axis=1), 1)
    pooled = (own / prior * worth).sum(axis=0) + PRIOR
    level = prior * (pooled / (worth.sum(axis=0) + PRIOR))
    weight, effective = worth / worth.shape[1], float(worth.mean(axis=1).sum())
    factor = ((own / level * weight).sum(axis=1) + PRIOR) / (weight.sum(axis=1) + PRIOR)
    scale = np.sqrt(level * factor[:, None] + LEAST**2 * steps / 12)
    sizes = np.abs(off / scale[:, None, :])[known]
    return Spread(scale, np.sort(sizes), effective, _common(off / scale[:, None, :]))


def _common(off: Array) -> float:
    """Mean correlation between the errors of two series at the same origin and step, from the variance of means."""
    count = (~np.isnan(off)).sum(axis=0)
    filled = np.nan_to_num(off)
    total, squares = filled.sum(axis=0), (filled**2).sum(axis=0)
    pairs = float((squares * (count - 1))[count > 1].sum())
    return float(np.clip((total**2 - squares)[count > 1].sum() / pairs, 0.0, MOST_COMMON)) if pairs > 0 else 0.0
