"""Doubts about counts."""

from collections.abc import Iterable, Iterator

import numpy as np

from styrhus.caseload.quality.kinds import Doubt, Finding
from styrhus.caseload.quality.of_spells import listed, price_jumps
from styrhus.caseload.quality.yearly import StreamYear
from styrhus.forecast.material import Counts

JUMP_SPREADS = 8.0
"""A change from one month to the next is sudden when it is so many times the usual one (median), and a quarter."""
CHANCE_SPREADS = 5.0
"""And so many times what chance alone moves a number of persons: its root."""


def doubts(counts: Counts, years: Iterable[StreamYear]) -> tuple[Finding, ...]:
    """Everything doubtful, the gravest first."""
    return (*_totals(counts), *_missing(counts), *jumps(counts), *price_jumps(years))


def _totals(counts: Counts) -> Iterator[Finding]:
    """A stream that is the sum of all others, or of all others in its group, wherever all are told."""
    for number, stream in enumerate(counts.streams):
        for others in (
            [n for n in range(len(counts.streams)) if n != number],
            [n for n, each in enumerate(counts.streams) if n != number and each.group == stream.group],
        ):
            told = ~np.isnan(counts.persons[[number, *others]]).any(axis=0)
            if len(others) < 2 or told.sum() < 3:
                continue
            sums, own = counts.persons[others][:, told].sum(axis=0), counts.persons[number][told]
            if np.allclose(sums, own, rtol=0.002) and own.any():
                yield Finding(Doubt.TOTAL_ROW, 1, len(counts.streams), stream.key)
                break


def _missing(counts: Counts) -> Iterator[Finding]:
    found = []
    for number, stream in enumerate(counts.streams):
        told = np.flatnonzero(~np.isnan(counts.persons[number]))
        if len(told):
            inner = np.isnan(counts.persons[number, told[0] : told[-1] + 1])
            found += [f"{stream.key} {_name(counts, int(told[0] + place))}".strip() for place in np.flatnonzero(inner)]
    if found:
        yield Finding(Doubt.MONTH_MISSING, len(found), counts.persons.size, listed(found))


def jumps(counts: Counts) -> Iterator[Finding]:
    """Sudden changes from one period to the next."""
    found = []
    for number, stream in enumerate(counts.streams):
        row = counts.persons[number]
        change = np.diff(row)
        usual = float(np.nanmedian(np.abs(change))) if np.isfinite(change).sum() >= 6 else np.nan
        if not np.isfinite(usual):
            continue
        larger = np.fmax(row[:-1], row[1:])
        limit = np.maximum(np.maximum(JUMP_SPREADS * usual, 0.25 * larger), CHANCE_SPREADS * np.sqrt(larger))
        for place in np.flatnonzero(np.abs(change) > limit):
            found.append(f"{stream.key} {_name(counts, int(place) + 1)} ({row[place]:g} → {row[place + 1]:g})".strip())
    if found:
        yield Finding(Doubt.COUNT_JUMP, len(found), counts.persons.size, listed(found))


def _name(counts: Counts, place: int) -> str:
    year, month = counts.first
    number = year * 12 + month - 1 + place * counts.months_each
    return f"{number // 12}-{number % 12 + 1:02d}" if counts.months_each == 1 else str(number // 12)
