"""Where persons go who leave: to another stream, or out of care."""

import numpy as np

from styrhus.forecast.placements.parameters import Array
from styrhus.forecast.placements.sequence import Stays
from styrhus.forecast.placements.window import Window

PSEUDO = 0.5
"""Leavings' worth of belief in leaving care. The ways to other streams have none: there are so many of them that
half a move each would be more moves than have been seen."""


def moves(stays: Stays, past: Window, size: int, *, draws: int, random: np.random.Generator) -> Array:
    """Probabilities (K, S, S) that who leaves i enters j: Dirichlet on the ways that somebody has gone."""
    gone = (stays.end >= past.edges[0]) & (stays.end < past.edges[-1])
    where = stays.onward[gone].astype(np.int64)
    where[where < 0] = size
    cell = stays.stream[gone].astype(np.int64) * (size + 1) + where
    counts = np.bincount(cell, minlength=size * (size + 1)).reshape(size, size + 1).astype(float)
    counts[:, size] += PSEUDO
    drawn = random.gamma(np.maximum(counts, 1e-9), size=(draws, size, size + 1)) * (counts > 0)
    return np.asarray(drawn[:, :, :size] / np.maximum(drawn.sum(axis=2, keepdims=True), 1e-300))
