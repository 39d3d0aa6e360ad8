"""Who came and who left in the last two years of the data: what a reader asks when a stream grows."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from styrhus.forecast.material.spells import OPEN, Spells
from styrhus.forecast.material.stream import Stream

YEAR = 365


@dataclass(frozen=True)
class Turnover:
    """One stream in a year: spells that began and ended in it, and the mean days that those that ended had lasted.

    Moves from another stream count as beginnings too. `days` is None where nobody left.
    """

    came: int
    left: int
    days: float | None


def turnover(spells: Spells) -> dict[Stream, tuple[Turnover, Turnover | None]]:
    """The last 365 days of each stream, and the 365 before them; None where the data do not reach so far back."""
    until = spells.as_of + 1
    latest = _year(spells, until - YEAR, until)
    reaches = spells.first <= until - 2 * YEAR
    before = _year(spells, until - 2 * YEAR, until - YEAR) if reaches else [None] * len(spells.streams)
    return dict(zip(spells.streams, zip(latest, before, strict=True), strict=True))


def _year(spells: Spells, begin: int, end: int) -> list[Turnover]:
    """The days from `begin` to before `end`."""
    size = len(spells.streams)
    came = _counted(spells.stream[(spells.start >= begin) & (spells.start < end)], size)
    gone = (spells.end != OPEN) & (spells.end > begin) & (spells.end <= end)
    left = _counted(spells.stream[gone], size)
    lasted = np.bincount(spells.stream[gone], weights=(spells.end - spells.start)[gone], minlength=size)
    return [
        Turnover(int(some), int(many), float(days / many) if many else None)
        for some, many, days in zip(came, left, lasted, strict=True)
    ]


def _counted(streams: NDArray[np.int16], size: int) -> NDArray[np.int64]:
    return np.bincount(streams, minlength=size)
