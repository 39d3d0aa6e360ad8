"""Streams by calendar year: persons a day, care days, how many came and left, prices."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from styrhus.forecast.material import Counts, Spells, Stream
from styrhus.forecast.material.horizon import day_number, day_of


@dataclass(frozen=True)
class StreamYear:
    """A stream in a calendar year, as far as the material tells of it.

    `persons` is the mean number a day of the days told of; `individuals` how many different persons were there,
    `started` and `ended` how many spells. `without_price` is the share of care days without price, `price` the mean
    price of a care day in kr. None where counts do not tell.
    """

    stream: Stream
    year: int
    persons: float | None
    care_days: float | None
    individuals: int | None = None
    started: int | None = None
    ended: int | None = None
    price: float | None = None
    without_price: float | None = None


def years_of(spells: Spells) -> range:
    """The calendar years that the spells tell the whole of, and the first and last ones that they tell a part of."""
    return range(day_of(min(spells.first, spells.as_of)).year, day_of(spells.as_of).year + 1 if len(spells) else 0)


def spells_by_year(spells: Spells, *, most: int = 8) -> tuple[StreamYear, ...]:
    """Each stream in each of the `most` latest years, streams in their order."""
    found: list[StreamYear] = []
    for year in years_of(spells)[-most:]:
        found += _year(spells, year)
    return tuple(sorted(found, key=lambda each: (spells.streams.index(each.stream), each.year)))


def _year(spells: Spells, year: int) -> list[StreamYear]:
    from_day, to_day = day_number_of(year), min(day_number_of(year + 1), spells.as_of + 1)
    size = len(spells.streams)
    days = np.minimum(spells.end, to_day).astype(np.int64) - np.maximum(spells.start, from_day)
    here = days > 0
    stream, days = spells.stream[here], days[here]
    day_price = spells.day_price[here]
    priced = ~np.isnan(day_price)
    care = np.bincount(stream, days, size)
    cost = np.bincount(stream[priced], (days * np.nan_to_num(day_price))[priced], size)
    with_price = np.bincount(stream[priced], days[priced], size)
    individuals = np.bincount(_once(spells.person[here].astype(np.int64) * size + stream) % size, minlength=size)
    started = _counted(spells, spells.start, (from_day, to_day))
    ended = _counted(spells, spells.end, (from_day, to_day))
    return [
        StreamYear(
            each, year, float(care[n]) / (to_day - from_day), float(care[n]), int(individuals[n]), int(started[n]),
            int(ended[n]), float(cost[n] / with_price[n]) if with_price[n] else None,
            float(1 - with_price[n] / care[n]) if care[n] else None,
        )
        for n, each in enumerate(spells.streams) if care[n] or started[n]
    ]  # fmt: skip


def _once(keys: NDArray[np.int64]) -> NDArray[np.int64]:
    """Each key once; by counting where the keys are small, which is quicker than sorting."""
    if len(keys) and int(keys.max()) < 1 << 26:
        return np.flatnonzero(np.bincount(keys))
    return np.unique(keys)


def _counted(spells: Spells, day: NDArray[np.int32], between: tuple[int, int]) -> NDArray[np.int64]:
    chosen = (day >= between[0]) & (day < between[1])
    return np.bincount(spells.stream[chosen], minlength=len(spells.streams))


def day_number_of(year: int) -> int:
    """The day number of New Year's Day."""
    return day_number(day_of(0).replace(year=year))


def counts_by_year(counts: Counts, *, most: int = 8) -> tuple[StreamYear, ...]:
    """Each stream's mean of the months told of in each of the `most` latest years."""
    months = np.arange(len(counts)) * counts.months_each + counts.first[0] * 12 + counts.first[1] - 1
    years = months // 12
    found = []
    for number, stream in enumerate(counts.streams):
        for year in np.unique(years)[-most:]:
            told = counts.persons[number][years == year]
            prices = counts.price[number][years == year]
            if np.isnan(told).all():
                continue
            price = None if np.isnan(prices).all() else float(np.nanmean(prices)) * 12 / 365.25
            found.append(StreamYear(stream, int(year), float(np.nanmean(told)), None, price=price,
                                    without_price=float(np.isnan(prices).mean())))  # fmt: skip
    return tuple(found)


def month_by_month(spells: Spells) -> Counts:
    """Who is there on the first day of each whole month that the spells tell of, as counts."""
    first = np.datetime64(day_of(spells.first), "M").astype(np.int64) + 1
    count = max(0, int(np.datetime64(day_of(spells.as_of), "M").astype(np.int64)) + 1 - int(first))
    size = len(spells.streams)
    change = np.zeros((size, count + 1))
    here = spells.start <= spells.as_of
    for day, sign in ((spells.start, 1), (np.maximum(spells.end, spells.start), -1)):
        known = here & (day <= spells.as_of)
        # Who comes within a month is there on the first day of the next.
        month = (day[known] - 1).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) + 1
        place = np.clip(month - first, 0, count)
        np.add.at(change, (spells.stream[known], place), sign)
    persons = np.cumsum(change, axis=1)[:, :count]
    start = int(first) + 1970 * 12
    return Counts(spells.streams, (start // 12, start % 12 + 1), persons, np.full_like(persons, np.nan))
