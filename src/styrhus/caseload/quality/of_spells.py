"""Doubts about spells."""

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from styrhus.caseload.extent import persons_of
from styrhus.caseload.quality.kinds import Doubt, Finding
from styrhus.caseload.quality.overlaps import Lying, lying, tidied, two_places
from styrhus.caseload.quality.yearly import StreamYear
from styrhus.forecast.material import OPEN, Spells
from styrhus.forecast.material.horizon import day_of

FEW = 30
SHOWN = 5
LONG_FACTOR, LONG_LEAST = 1.5, 3 * 365
"""An open spell is doubted when it is half as long again as the longest of a stream's ended ones, and three years."""
ODD_PRICE = 5.0
JUMP = 0.25
YEAR = 13
"""Months around one, itself among them."""
LONELY_MONTH = 0.0001
"""A month without arrivals is told of when it would be rarer than this in a Poisson stream of the months beside it."""


def doubts(spells: Spells, years: Iterable[StreamYear], found: Lying | None = None) -> tuple[Finding, ...]:
    """Everything doubtful, the gravest first; `found` is how the spells lie, where that is known already."""
    if not len(spells):
        return ()
    found = found or lying(spells)
    return (
        *_extent(spells), *_future(spells), *_lying(spells, found), *_long_open(spells), *_prices(spells),
        *price_jumps(years), *_silent_months(spells),
    )  # fmt: skip


def _finding(doubt: Doubt, places: NDArray[np.int64], of: int, where: str = "") -> Iterator[Finding]:
    if len(places):
        yield Finding(doubt, len(places), of, where, tuple(int(place) for place in np.sort(places)[:SHOWN]))


def _extent(spells: Spells) -> Iterator[Finding]:
    count = len(spells)
    gone = spells.end <= spells.as_of
    if count < FEW:
        yield Finding(Doubt.FEW, count, count)
    if (spells.end == OPEN).all():
        yield Finding(Doubt.ALL_OPEN, count, count)
    elif gone.all():
        yield Finding(Doubt.NONE_OPEN, count, count)


def _future(spells: Spells) -> Iterator[Finding]:
    return _finding(Doubt.FUTURE_START, np.flatnonzero(spells.start > spells.as_of), len(spells))


def _lying(spells: Spells, found: Lying) -> Iterator[Finding]:
    yield from _finding(Doubt.DUPLICATE, found.same, len(spells))
    yield from _finding(Doubt.OVERLAP, np.concatenate((found.inside, found.cut)), len(spells))
    persons = two_places(tidied(spells, found))
    if len(persons):
        first = np.flatnonzero(np.isin(spells.person, persons[:SHOWN]))
        of = persons_of(spells)
        yield Finding(Doubt.TWO_PLACES, len(persons), of, examples=tuple(int(place) for place in first[:SHOWN]))
    yield from _finding(Doubt.GAP, found.gap, len(spells))


def _long_open(spells: Spells) -> Iterator[Finding]:
    """Open spells that have lasted longer than anything that ended in their stream gives reason for."""
    ended = spells.end <= spells.as_of
    longest = np.zeros(len(spells.streams))
    stays = (spells.end.astype(np.int64) - spells.start)[ended]
    np.maximum.at(longest, spells.stream[ended], stays)
    still = spells.end == OPEN
    so_far = spells.as_of + 1 - spells.start.astype(np.int64)
    limit = np.maximum(longest * LONG_FACTOR, LONG_LEAST)[spells.stream]
    known = longest[spells.stream] > 0
    yield from _finding(Doubt.LONG_OPEN, np.flatnonzero(still & known & (so_far > limit)), int(still.sum()))


def _prices(spells: Spells) -> Iterator[Finding]:
    missing = np.isnan(spells.price)
    if missing.all():
        return
    yield from _finding(Doubt.PRICE_MISSING, np.flatnonzero(missing), len(spells), _where(spells, missing))
    odd = _odd(spells, missing)
    yield from _finding(Doubt.PRICE_ODD, np.flatnonzero(odd), int((~missing).sum()), _where(spells, odd))


def _odd(spells: Spells, missing: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Prices far from the median of their stream."""
    odd = np.zeros(len(spells), dtype=bool)
    priced = np.flatnonzero(~missing & (spells.price > 0))
    priced = priced[np.argsort(spells.stream[priced], kind="stable")]
    prices = spells.day_price[priced]
    for places, mine in _by_stream(spells.stream[priced], priced, prices):
        usual = float(np.median(mine)) if len(mine) > 2 else np.nan
        odd[places[(mine > usual * ODD_PRICE) | (mine < usual / ODD_PRICE)]] = True
    return odd


def _by_stream(
    stream: NDArray[np.int16], places: NDArray[np.int64], prices: NDArray[np.float64]
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float64]]]:
    edges = np.flatnonzero(np.diff(stream)) + 1
    yield from zip(np.split(places, edges), np.split(prices, edges), strict=True)


def _where(spells: Spells, chosen: NDArray[np.bool_]) -> str:
    counts = np.bincount(spells.stream[chosen], minlength=len(spells.streams))
    return listed([f"{spells.streams[n].key or '–'}: {counts[n]}" for n in np.argsort(-counts) if counts[n]])


def listed(words: list[str]) -> str:
    """The first few, and an ellipsis where there are more."""
    return ", ".join(words[:SHOWN]) + (" …" if len(words) > SHOWN else "")


def price_jumps(years: Iterable[StreamYear]) -> Iterator[Finding]:
    """Streams whose mean price a care day changes by more than a quarter between two years."""
    before: dict[str, StreamYear] = {}
    found = []
    for each in years:
        last = before.get(each.stream.key)
        if last and last.price and each.price and each.year == last.year + 1:
            change = each.price / last.price - 1
            if abs(change) > JUMP and (each.individuals is None or min(each.individuals, last.individuals or 0) >= 5):
                percent = f"{round(abs(change) * 100)}"
                found.append(
                    f"{each.stream.key or '–'} {last.year}–{each.year} {'+' if change > 0 else '−'}{percent} %"
                )
        before[each.stream.key] = each
    if found:
        yield Finding(Doubt.PRICE_JUMP, len(found), len(before), listed(found))


def _silent_months(spells: Spells) -> Iterator[Finding]:
    """Months in which nobody came, though so many came in the year around them that it can be no chance."""
    came = spells.start[(spells.start >= spells.first) & (spells.start <= spells.as_of)]
    days = came.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    last = np.datetime64(day_of(spells.as_of), "M").astype(np.int64)
    if not len(days):
        return
    first = max(np.datetime64(day_of(spells.first), "M").astype(np.int64) + 1, days.min())
    if last - first < YEAR:
        return
    counts = np.bincount(days[(days >= first) & (days < last)] - first, minlength=int(last - first))
    around = np.convolve(counts, np.ones(YEAR), "same") / np.convolve(np.ones(len(counts)), np.ones(YEAR), "same")
    silent = np.flatnonzero((counts == 0) & (np.exp(-around) < LONELY_MONTH))
    if len(silent):
        names = [str(np.datetime64(int(first + place), "M")) for place in silent]
        yield Finding(Doubt.MONTH_MISSING, len(silent), len(counts), listed(names))
