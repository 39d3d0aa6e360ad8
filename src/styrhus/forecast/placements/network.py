"""Persons on their way through the streams: entries of every period from outside, from residents and from moves."""

import numpy as np

from styrhus.forecast.placements.cohorts import Triangle
from styrhus.forecast.placements.parameters import Array

_LEAST = 1e-7
"""Moves rarer than this are none."""
_CLOSE = 1e-5
_MOST_ROUNDS = 60


def moves_of(moves: Array, kind: type) -> Array | None:
    """The transposed matrices (K, enter, leave) of a matrix (K, S, S); None where nobody moves."""
    if moves.max(initial=0.0) <= _LEAST:
        return None
    return np.ascontiguousarray(moves.transpose(0, 2, 1), dtype=kind)


def entries(outside: Array, left: Triangle, moves: Array | None, leaving: Array | None = None) -> Array:
    """Entries of each period (M, S, L, K) when `outside` (M, S, L, K) come from outside.

    `left`, M arrays (m + 1, S, K), is the share of who enters in c that leaves in m, `leaving` (M, S, K) leavers among
    residents. Entries of a period are x = outside + Rᵀ(leavers of earlier cohorts and residents + F x), with R the
    moves and F the share that leaves in its very month of entry.
    """
    if moves is None:
        return outside
    found = outside.copy()
    gone = np.zeros_like(outside[0])
    for m in range(len(outside)):
        if m:
            np.einsum("csk,cslk->slk", left[m][:m], found[:m], out=gone)
        if leaving is not None:
            gone += leaving[m][:, None, :]
        found[m] += _settled(gone, found[m], left[m][m], moves).transpose(1, 2, 0)
        gone[:] = 0
    return found


def _settled(gone: Array, outside: Array, at_once: Array, moves: Array) -> Array:
    """Moves within one period (K, S, L), until what still moves is next to nothing.

    Draws of stays come first here, as the product of matrices by draw is many times quicker so.
    """
    again = moves * at_once.T[:, None, :]
    first = moves @ np.ascontiguousarray(gone.transpose(2, 0, 1))
    first += again @ np.ascontiguousarray(outside.transpose(2, 0, 1))
    found, more = first, first
    enough = _CLOSE * float(np.abs(first).sum())
    for _ in range(_MOST_ROUNDS):
        more = again @ more
        found = found + more
        if float(np.abs(more).sum()) <= enough:
            break
    return found


def lived(found: Array, days: Triangle) -> Array:
    """Care days (M, S, L, K) of the entries (M, S, L, K), of which who enters in c lives `days` in m."""
    total = np.empty_like(found)
    for m in range(len(found)):
        np.einsum("csk,cslk->slk", days[m], found[: m + 1], out=total[m])
    return total
