"""Who is in care when the forecast begins: how long they stay and when they leave."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from styrhus.forecast.placements import ages
from styrhus.forecast.placements.cohorts import lived_share
from styrhus.forecast.placements.parameters import PIECES, Array, Residents

Numbers = NDArray[np.int64]

MOST_ROWS = 1000
"""Above this many different residents, ages that differ by at most three per cent are taken as one."""
_CLOSE = 0.03


@dataclass(frozen=True, eq=False)
class Rows:
    """Residents alike as one row of `weight` persons; overlaps (N, M, P), days (N, M) until planned ends, days (M,)."""

    stream: Numbers
    weight: Array
    lengths: Array
    over: Array
    worked: Array
    mean_worked: Array
    periods: Array


@dataclass(frozen=True, eq=False)
class Staying:
    """Of each row: care days a person (M, N, K), share there when periods begin (M + 1, N, K)."""

    days: Array
    alive: Array


def rows(residents: Residents, lengths: tuple[int, ...]) -> Rows:
    """What the calendar decides. Time 0 is the day after `as_of`, at which a resident's age is `stayed` + 1."""
    age = np.minimum(residents.stayed + 1, PIECES[-1])
    remaining = np.where(residents.ends > 0, residents.ends - 1, -1)
    found, weight = _unique(residents.stream, age, remaining)
    if len(weight) > MOST_ROWS:
        close = np.log1p(_CLOSE)
        rounded = np.round(np.exp(np.round(np.log(np.maximum(age, 1)) / close) * close)).astype(np.int64)
        found, weight = _unique(residents.stream, np.where(age < PIECES[2], age, rounded), remaining)
    stream, age, remaining = found
    begin = np.concatenate([[0], np.cumsum(lengths)])
    cut = np.where(remaining[:, None] < 0, np.inf, remaining[:, None] - begin[None, :-1])
    live = np.clip(cut, 0, np.array(lengths, dtype=float))
    grown = age[:, None] + begin[None, :-1].astype(float)
    over = np.concatenate([np.ones((len(age), 1)), cut > np.array(lengths)], axis=1)
    return Rows(
        stream, weight, live, over, ages.overlaps(grown, live), ages.mean_overlaps(grown, live), np.array(lengths)
    )


def _unique(stream: Numbers, age: Numbers, remaining: Numbers) -> tuple[tuple[Numbers, Numbers, Numbers], Array]:
    found, weight = np.unique(np.stack([stream, age, remaining]).astype(np.int64), axis=1, return_counts=True)
    return (found[0], found[1], found[2]), weight.astype(float)


def stay(rows: Rows, stream: int, hazard: Array, pace: Array) -> Staying:
    """The rows of one stream under `hazard` (P, K) and `pace` (M, K)."""
    own = rows.stream == stream
    days, alive = _followed(rows, own, hazard, pace)
    return Staying(days * rows.lengths[own].T[:, :, None], alive * rows.over[own].T[:, :, None])


def summed(rows: Rows, stream: int, hazard: Array, pace: Array) -> tuple[Array, Array, Array]:
    """All residents of a stream: care days (M, K), persons when periods begin (M + 1, K), timed leavers (M, K)."""
    own = rows.stream == stream
    shares = _followed(rows, own, hazard, pace)
    # Lengths and planned ends go with the weights: that much less to multiply.
    factors = ((rows.weight[own] * part[own].T)[:, None].astype(hazard.dtype) for part in (rows.lengths, rows.over))
    days, alive = ((factor @ share)[:, 0] for factor, share in zip(factors, shares, strict=True))
    return days, alive, timed(days, alive, rows.periods)


def _followed(rows: Rows, own: NDArray[np.bool_], hazard: Array, pace: Array) -> tuple[Array, Array]:
    """Share of each period lived (M, N, K) and share there when periods begin (M + 1, N, K), planned ends aside."""
    kind = hazard.dtype
    passed = rows.worked[own].swapaxes(0, 1).astype(kind) @ hazard
    mean = rows.mean_worked[own].swapaxes(0, 1).astype(kind) @ hazard
    if (pace != 1).any():
        passed *= pace[:, None]
        mean *= pace[:, None]
    mean = lived_share(passed, mean)
    left = np.zeros((passed.shape[0] + 1, *passed.shape[1:]), dtype=kind)
    for month, one in enumerate(passed):
        np.subtract(left[month], one, out=left[month + 1])
    mean += left[:-1]
    return np.exp(mean, out=mean), np.exp(left, out=left)


def timed(days: Array, alive: Array, lengths: Array) -> Array:
    """Leavers of each period (M, …) as evenly coming streams take them, so that their mean moment is kept.

    The moment follows from the days lived. Who leaves late (early) in a month is partly counted in the next month
    (more than once in this, and less than nought in the next), as an entry evenly over a month has its mean at the
    middle of it.
    """
    gone = alive[:-1] - alive[1:]
    late = days / lengths[:, None] - alive[1:] - gone / 2
    found = gone - late
    found[1:] += late[:-1]
    return np.asarray(found)
