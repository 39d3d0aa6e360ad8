"""Arrivals from outside: monthly counts, and where their rates may go."""

import numpy as np

from styrhus.forecast.material.horizon import Horizon
from styrhus.forecast.placements.ahead import ahead, together
from styrhus.forecast.placements.drift import follow
from styrhus.forecast.placements.parameters import Array
from styrhus.forecast.placements.sequence import Stays
from styrhus.forecast.placements.window import MONTH, Window

QUIET = 6
"""Months without anybody before the first of a stream, from which on it is held to have begun with that first one."""
LEVEL_SPREAD = 1.5


def arrivals(
    stays: Stays, past: Window, horizon: Horizon, size: int, *, draws: int, random: np.random.Generator
) -> Array:
    """Persons a month who come from outside, draws (D, S, M), with each month's own noise but not chance itself."""
    counts = counted(stays, past, size)
    exposure = np.broadcast_to(past.days / MONTH, counts.shape).copy()
    _begun(counts, exposure)
    whole, seen = counts.sum(axis=0), past.days / MONTH
    followed = follow(
        np.vstack([counts, whole]), np.vstack([exposure, seen]), past.month,
        level=np.log((np.append(counts.sum(axis=1), whole.sum()) + 0.5)
                     / np.maximum(np.append(exposure.sum(axis=1), seen.sum()), 1.0)),
        spread=LEVEL_SPREAD, alone=1,
    )  # fmt: skip
    found = ahead(followed, horizon.count, draws, random)
    found.rate[:, :size] = together(found.rate[:, :size], found.rate[:, size], np.ones(size))
    return np.asarray(found.noisy(random)[:, :size] * (np.array(horizon.lengths) / MONTH))


def counted(stays: Stays, past: Window, size: int) -> Array:
    """Persons from outside by stream and month, (S, T)."""
    came = stays.outside & (stays.start >= past.edges[0]) & (stays.start < past.edges[-1])
    month = np.searchsorted(past.edges, stays.start[came], side="right") - 1
    cell = stays.stream[came].astype(np.int64) * len(past) + month
    return np.bincount(cell, minlength=size * len(past)).reshape(size, len(past)).astype(float)


def _begun(counts: Array, exposure: Array) -> None:
    """Leaves out, in place, the months before a stream began."""
    for place, row in enumerate(counts):
        first = int(np.argmax(row > 0)) if row.any() else 0
        if first >= QUIET:
            exposure[place, :first] = 0.0
