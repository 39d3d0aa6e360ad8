"""Spells of a person that lie over each other or nearly touch, found by sorting; all at once in columns."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from styrhus.forecast.material import Spells

Places = NDArray[np.int64]
FAR = 110_000
"""A day after all others, in the year 2271: who is still there."""
WITHIN = 7
"""Days away that are told of as a gap."""


@dataclass(frozen=True)
class Lying:
    """Places of spells: `same` as another, `inside` another of the same care, `cut` because the next begins, after a
    `gap` of a few days."""

    same: Places
    inside: Places
    cut: Places
    gap: Places


def lying(spells: Spells) -> Lying:
    """How the spells of each person lie; those that start on the day they end are passed over."""
    end = np.minimum(spells.end.astype(np.int64), FAR)
    key = care_of_person(spells)
    order = _order(key, spells.start, -end)
    key = key[order]
    start, last = spells.start[order].astype(np.int64), end[order]
    follows = np.append(False, key[1:] == key[:-1])
    before = _farthest(key, last)
    long = last > start
    same = follows & (start == np.append(0, start[:-1])) & (last == np.append(0, last[:-1])) & long
    inside = follows & (last <= before) & long & (start < before) & ~same
    kept = np.flatnonzero(~(same | inside) & long)
    onward = np.append(key[kept][1:] == key[kept][:-1], False) if len(kept) else np.zeros(0, dtype=bool)
    following = np.append(start[kept][1:], 0)
    cut = kept[onward & (following < last[kept])]
    gap = kept[1:][(onward & (following > last[kept] + 1) & (following <= last[kept] + WITHIN))[:-1]]
    return Lying(order[same], order[inside], order[cut], order[gap])


def tidied(spells: Spells, found: Lying) -> Spells:
    """The spells with each day of a person in the same care counted once; end of a cut one is the next one's start."""
    if not len(found.same) and not len(found.inside) and not len(found.cut):
        return spells
    dropped = np.zeros(len(spells), dtype=bool)
    dropped[found.same] = dropped[found.inside] = True
    end = spells.end.copy()
    key = care_of_person(spells)
    left = np.flatnonzero(~dropped & (end > spells.start))
    order = left[_order(key[left], spells.start[left], np.minimum(end[left], FAR))]
    onward = key[order][1:] == key[order][:-1]
    end[order[:-1][onward]] = np.minimum(end[order[:-1][onward]], spells.start[order[1:][onward]])
    kept = ~dropped
    return replace(
        spells, stream=spells.stream[kept], person=spells.person[kept], start=spells.start[kept], end=end[kept],
        price=spells.price[kept], monthly=spells.monthly[kept],
    )  # fmt: skip


def care_of_person(spells: Spells) -> Places:
    """A number for each person in each stream."""
    return spells.person.astype(np.int64) * (int(spells.stream.max(initial=0)) + 1) + spells.stream


def _order(key: Places, start: NDArray[np.int32], last: NDArray[np.signedinteger]) -> Places:
    """Places by key, start and `last`; as one number where all have room, which sorts three times as fast."""
    if not len(key):
        return np.zeros(0, dtype=np.int64)
    lasts = np.clip(last.astype(np.int64), last.min(), last.min() + (1 << 18) - 1) - int(last.min())
    starts = start.astype(np.int64) - int(start.min())
    if int(last.max()) - int(last.min()) < 1 << 18 and int(starts.max()) < 1 << 17 and int(key.max()) < 1 << 28:
        return np.argsort((key << 35) | (starts << 18) | lasts, kind="stable")
    return np.lexsort((last, start, key))


def _farthest(key: Places, last: Places) -> Places:
    """The latest end of the same key's spells before each one; −1 for the first."""
    if not len(key):
        return last
    group = np.append(0, np.cumsum(key[1:] != key[:-1]))
    lift = int(last.max()) - int(last.min()) + 1
    reached = np.maximum.accumulate(last + group * lift) - group * lift
    return np.append(-1, np.where(key[1:] == key[:-1], reached[:-1], -1))


def two_places(tidy: Spells) -> Places:
    """Numbers of the persons who were in two kinds of care on the same day; of `tidied` spells, so that any two of a
    person that overlap are of different care."""
    order = _order(tidy.person.astype(np.int64), tidy.start, tidy.start)
    person = tidy.person[order].astype(np.int64)
    start, last = tidy.start[order].astype(np.int64), tidy.end[order].astype(np.int64)
    over = (start < _farthest(person, np.maximum(last, start))) & (last > start)
    return np.unique(person[over])
