"""Where persons go who leave: to another stream, or out of care."""

import numpy as np

from styrhus.forecast.placements.parameters import Array
from styrhus.forecast.placements.sequence import Stays
from styrhus.forecast.placements.window import Window

PSEUDO = 0.5
"""Moves' worth of belief in each way out that has been seen, and in leaving care."""


def moves(stays: Stays, past: Window, size: int, *, draws: int, random: np.random.Generator) -> Array:
    """Probabilities (K, S, S) that who leaves i enters j: Dirichlet on the ways that somebody has gone."""
    gone = (stays.end >= past.edges[0]) & (stays.end < past.edges[-1])
    where = stays.onward[gone].astype(np.int64)
    where[where < 0] = size
    cell = stays.stream[gone].astype(np.int64) * (size + 1) + where
    counts = np.bincount(cell, minlength=size * (size + 1)).reshape(size, size + 1).astype(float)
    known = counts > 0
    known[:, size] = True
    drawn = random.gamma(np.where(known, counts + PSEUDO, 1.0), size=(draws, size, size + 1)) * known
    return np.asarray(drawn[:, :, :size] / np.maximum(drawn.sum(axis=2, keepdims=True), 1e-300))
