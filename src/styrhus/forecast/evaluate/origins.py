"""From which months the past is forecast again, and what was known then."""

from dataclasses import replace

import numpy as np

from styrhus.forecast.material.counts import Counts
from styrhus.forecast.material.horizon import Horizon, day_of
from styrhus.forecast.material.spells import OPEN, Spells

LEAST = 12
"""Months before the first origin; fewer teach nothing."""
STEP = 3
"""Months between origins, where there are enough for that."""


def origins(length: int, *, months: int, wanted: int, least: int = LEAST) -> tuple[int, ...]:
    """The numbers of months known at up to `wanted` origins, oldest first, each with `months` months after it.

    They lie `STEP` months apart, closer where that gives too few, and the latest ends with the data. Empty when
    there are too few months.
    """
    last = length - months
    room = last - least
    if room < 0 or wanted < 1:
        return ()
    step = max(1, min(STEP, room // max(wanted - 1, 1)))
    return tuple(sorted(last - number * step for number in range(min(wanted, room // step + 1))))


def known_then(spells: Spells, day: int) -> Spells:
    """The spells as they were known on `day`: who had come, and nobody's end after it."""
    there = spells.start <= day
    end = spells.end[there]
    return replace(
        spells, stream=spells.stream[there], person=spells.person[there], start=spells.start[there],
        end=np.where(end > day, OPEN, end).astype(np.int32), price=spells.price[there],
        monthly=spells.monthly[there], as_of=day,
    )  # fmt: skip


def counted_then(counts: Counts, periods: int) -> Counts:
    """The first `periods` periods of counts."""
    return replace(counts, persons=counts.persons[:, :periods], price=counts.price[:, :periods])


def whole_months(spells: Spells) -> Horizon:
    """The whole months that spells tell of."""
    first, after = Horizon.after(spells.first - 1, 0), day_of(spells.as_of + 1)
    count = after.year * 12 + after.month - first.year * 12 - first.month
    return Horizon(first.year, first.month, max(0, count))
