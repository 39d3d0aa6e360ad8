"""The last day that a file of spells tells of, and the day from which its arrivals are complete."""

from dataclasses import dataclass
from datetime import timedelta

import numpy as np
from numpy.typing import NDArray

from styrhus.forecast.material.horizon import day_number, day_of
from styrhus.forecast.material.spells import OPEN

Days = NDArray[np.int32]
UNLIKELY = 0.001
"""A silence less likely than this is no chance: the file tells of nothing there."""
PLAUSIBLE = 0.01
"""The rest of a month is taken as told of when its silence is at least as likely as this."""
YEAR_END = 3
"""So many times as often files are drawn for a year as for a month within it."""
BURST = 10
"""So many, and so many times the usual number, that arrive on the first day of all have not arrived."""
RECENT = 365


@dataclass(frozen=True)
class Span:
    """`as_of` the last day told of, `first` the day from which arrivals are complete; days from 1970-01-01."""

    as_of: int
    first: int


def span(start: Days, end: Days, as_of: int | None = None) -> Span:
    """Both days, from starts and ends (OPEN where there is none); `as_of` is kept where it is given."""
    found = last_told(start, end) if as_of is None else as_of
    return Span(found, min(complete_from(start, end, found), found))


def last_told(start: Days, end: Days) -> int:
    """Where arrivals stop coming, then as far as people go on leaving while the silence of arrivals is likely.

    After k arrivals in a year, t days without any have probability (365 / (365 + t))^k (a Poisson stream whose rate
    is as uncertain as k events leave it). A start after a silence that is unlikely is a decided, future one, and an
    end after it a planned one. The last day is moved to the end of its month when the silence until then is
    plausible, as files are mostly drawn for whole months.
    """
    starts = np.sort(start)
    last = _last_start(starts)
    count = _recent(starts, last)
    farthest = last + int(RECENT * (UNLIKELY ** (-1 / count) - 1))
    ends = np.sort(end[(end != OPEN) & (end > last) & (end <= farthest)])
    events = count + int(((end <= last) & (end > last - RECENT)).sum())
    for day in ends:
        if silence(events, int(day) - last - 1) < UNLIKELY:
            break
        last = int(day)
    return _to_month_end(last, events)


def silence(events: int, days: int) -> float:
    """How likely `days` days without any event are, after so many events in a year."""
    return float((RECENT / (RECENT + max(0, days))) ** events)


def _last_start(starts: Days) -> int:
    """The last start that no unlikely silence parts from those before it."""
    place = len(starts) - 1
    while place > 0:
        before = int(starts[place - 1])
        if silence(_recent(starts[:place], before), int(starts[place]) - before - 1) >= UNLIKELY:
            break
        place -= 1
    return int(starts[place])


def _recent(starts: Days, last: int) -> int:
    """Starts in the year up to `last`, at least one."""
    return max(1, len(starts) - int(np.searchsorted(starts, last - RECENT + 1)))


def _to_month_end(last: int, events: int) -> int:
    """The end of the month, or that of the year, as the silence until then and how often files are drawn so tell."""
    day = day_of(last)
    following = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    chances = {
        month_end: weight * silence(events, month_end - last)
        for month_end, weight in ((day_number(following) - 1, 1), (day_number(day.replace(month=12, day=31)), YEAR_END))
    }
    likeliest = max(chances, key=lambda month_end: chances[month_end])
    return likeliest if silence(events, likeliest - last) >= PLAUSIBLE else last


def complete_from(start: Days, end: Days, as_of: int) -> int:
    """The first start, unless so many came long before anybody left that those who had left must be lacking.

    Then it is the first end: a file of "all who were here at some time since" holds nobody who left before.
    """
    closed = end[(end != OPEN) & (end <= as_of)]
    began = _begun(start)
    if not len(closed):
        return began
    left = int(closed.min())
    after = np.minimum(end, as_of).astype(np.int64) - np.maximum(start, left)
    exposure = int(after[after > 0].sum())
    before = int((left - start[start < left]).sum())
    # With k leavings in E days of care, none in B days before them has the probability (E / (E + B))^k.
    chance = (exposure / max(1, exposure + before)) ** (len(closed) - 1)
    return left if chance < PLAUSIBLE else began


def _begun(start: Days) -> int:
    """The first start; the day after it where so many start on it that they must have been there before.

    A history that begins with those who were there then often gives them the day on which it begins.
    """
    first = int(start.min())
    count = int((start == first).sum())
    a_day = (len(start) - count) / max(1, int(start.max()) - first)
    return first + 1 if count > BURST + BURST * a_day else first
