"""Spells put in sequence: continued ones joined, and who moved where."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from styrhus.forecast.material.spells import OPEN, Spells

MOVE_WITHIN = 7
"""Days between leaving one place and entering the next that still are a move; so many may overlap, too."""


@dataclass(frozen=True, eq=False)
class Stays:
    """N unbroken stays in one stream: all (N,).

    end      as in spells: OPEN or a day after `as_of` for who is still there
    outside  came from outside: not a move from another stay
    onward   the stream moved to on leaving, −1 for out of care (and for who is still there)
    """

    stream: NDArray[np.int16]
    start: NDArray[np.int32]
    end: NDArray[np.int32]
    outside: NDArray[np.bool_]
    onward: NDArray[np.int16]


def stays(spells: Spells) -> Stays:
    """One stay for spells of a person in the same stream that follow on each other (a new price, a new decision)."""
    order = _order(spells)
    person, stream = spells.person[order], spells.stream[order]
    start, end = spells.start[order], np.maximum(spells.end[order], spells.start[order])
    apart = start[1:].astype(np.int64) - end[:-1]
    same = (person[1:] == person[:-1]) & (end[:-1] <= spells.as_of)
    continued = same & (stream[1:] == stream[:-1]) & (apart >= 0) & (apart <= 1)
    moved = same & ~continued & (np.abs(apart) <= MOVE_WITHIN)
    head, tail = np.append(True, ~continued), np.append(~continued, True)
    if not len(start):
        head = tail = np.zeros(0, dtype=bool)
    onward = np.full(len(start), -1, dtype=np.int16)
    onward[:-1][moved] = stream[1:][moved]
    outside = np.ones(len(start), dtype=bool)
    outside[1:] = ~moved
    return Stays(stream[head], start[head], end[tail], outside[head], onward[tail])


def _order(spells: Spells) -> NDArray[np.int64]:
    """Rows by person, start and end; one whole number for all three where it has room, which sorts twice as fast."""
    if not len(spells):
        return np.zeros(0, dtype=np.int64)
    low = int(spells.start.min())
    start = spells.start.astype(np.int64) - low
    end = np.minimum(np.where(spells.end == OPEN, spells.as_of + 1, spells.end).astype(np.int64) - low, 1 << 17)
    person = spells.person - spells.person.min()
    if int(person.max()) < 1 << 28 and int(start.max()) < 1 << 17:
        return np.argsort((person << 35) | (start << 18) | np.maximum(end, 0), kind="stable")
    return np.lexsort((end, start, spells.person))
