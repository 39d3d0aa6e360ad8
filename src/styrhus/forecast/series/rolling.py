"""Every method tried on the past: what it would have said at each origin, and what then came."""

from dataclasses import dataclass

import numpy as np

from styrhus.forecast.series.candidates import NAMES, forecasts
from styrhus.forecast.series.smooth import Array

LEAST = 3
"""Values before the first origin."""
MOST = 36
"""Origins that are looked back at."""


@dataclass(frozen=True)
class Past:
    """`said` (C, S, O, M) by each method at each origin; `came` (S, O, M), NaN where it is not known."""

    said: Array
    came: Array


def look_back(history: Array, count: int, *, least: int = LEAST) -> Past:
    """The latest `MOST` monthly origins with at least `least` months before and one after.

    What came after an origin is left out for a series that had fewer values before it.
    """
    size, length = history.shape
    origins = range(max(least, length // 2, length - MOST), length)
    cut, came = [], []
    for origin in origins:
        cut.append(until(history, origin))
        after = np.full((size, count), np.nan)
        known = history[:, origin : origin + count]
        begun = (~np.isnan(history[:, :origin])).sum(axis=1) >= least
        after[:, : known.shape[1]] = np.where(begun[:, None], known, np.nan)
        came.append(after)
    if not cut:
        return Past(np.zeros((len(NAMES), size, 0, count)), np.zeros((size, 0, count)))
    stacked = np.stack(cut, axis=1)
    said = forecasts(stacked.reshape(-1, length), count)
    return Past(said.reshape(len(said), size, len(cut), count), np.stack(came, axis=1))


def until(history: Array, origin: int) -> Array:
    """The first `origin` months, moved to the end of an array as long as `history`; NaN before them."""
    found = np.full_like(history, np.nan)
    if origin:
        found[:, -origin:] = history[:, :origin]
    return found
