"""Which method, or which few together: by what each would have been off, own series first, the others beside."""

import numpy as np

from styrhus.forecast.series.candidates import NAMES
from styrhus.forecast.series.rolling import Past
from styrhus.forecast.series.smooth import Array

OTHERS = 12.0
"""Origins' worth of what the other series say of a method, beside the series' own origins."""
CLOSE = 1.5
"""Methods that are off by at most this much more than the best are combined with it."""
STEADY = ("ses_season", "damped_season", "theta_season")
"""The mean of these is hard to beat for any choice by past errors, which are few."""
CHOSEN = 0.5
"""Share of the forecast that the choice decides; the rest is the mean of `STEADY`."""

EXPECTED = {
    "naive": 1.0, "seasonal_naive": 1.3, "mean_12": 1.2, "ses": 1.0, "damped": 1.05, "theta": 1.05,
    "ses_season": 1.2, "damped_season": 1.2, "theta_season": 1.2,
    "reverting_season": 1.05,
}  # fmt: skip
"""Errors beside each other where no series has a past to look back at: those that assume least come first."""


def weights(past: Past) -> Array:
    """Share of each method in the forecast of each series, (C, S); every column adds up to 1.

    A method's error on a series is the sum of its absolute errors over the sum of the outcomes (WAPE), drawn
    towards its mean error over all series. The best and those close to it share by the inverse of the squared error;
    half of the forecast stays with the mean of `STEADY` whatever they were. Source: Bates and Granger (1969);
    Claeskens, Magnus, Vasnev and Wang (2016) for why a plain mean is so hard to beat.
    """
    error = _errors(past)
    close = error <= CLOSE * error.min(axis=0)
    share = np.where(close, 1 / np.maximum(error, 1e-6) ** 2, 0.0)
    steady = np.array([name in STEADY for name in NAMES])[:, None] / len(STEADY)
    return np.asarray(CHOSEN * share / share.sum(axis=0) + (1 - CHOSEN) * steady)


def only(method: str, size: int) -> Array:
    """One method alone for each of `size` series, (C, size)."""
    found = np.zeros((len(NAMES), size))
    found[NAMES.index(method)] = 1.0
    return found


def _errors(past: Past) -> Array:
    known = ~np.isnan(past.came)
    off = np.where(known, np.abs(past.said - np.nan_to_num(past.came)), 0.0).sum(axis=(2, 3))
    size = np.where(known, np.abs(np.nan_to_num(past.came)), 0.0).sum(axis=(1, 2))
    origins = known.any(axis=2).sum(axis=1)
    relative = off / np.maximum(size, 1e-9)
    usable = (size > 0) & (origins > 0)
    expected = np.array([EXPECTED[name] for name in NAMES])[:, None]
    together = relative[:, usable].mean(axis=1, keepdims=True) if usable.any() else expected
    own = np.where(usable, origins, 0.0)
    return np.asarray((np.where(usable, relative, 0.0) * own + together * OTHERS) / (own + OTHERS))
