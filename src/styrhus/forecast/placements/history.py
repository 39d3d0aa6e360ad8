"""What has been: persons, care days and cost of every stream and month, from spells."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from styrhus.forecast.material.horizon import Horizon
from styrhus.forecast.material.spells import Spells
from styrhus.forecast.material.stream import Stream
from styrhus.forecast.placements.parameters import Array

Whole = NDArray[np.signedinteger[Any]]
CHUNK = 500_000
"""Spells that are handled at a time, so that three million need little memory."""


@dataclass(frozen=True, eq=False)
class Outcome:
    """S streams over T whole months, all (S, T); NaN in months that the data tell nothing of.

    months     (year, month) of each
    care_days  days of care in the month; of the last month up to the last day of the data
    persons    mean persons a day, over the days of the month that the data tell of
    cost       kr; spells without a price count with the mean of the priced ones of their stream and month (of all
               months where that month has none); NaN for streams without any price
    """

    streams: tuple[Stream, ...]
    months: tuple[tuple[int, int], ...]
    care_days: Array
    persons: Array
    cost: Array


def history(spells: Spells, first: tuple[int, int], last: tuple[int, int]) -> Outcome:
    """The months from `first` to `last`, (year, month), both included; ValueError when `last` is before `first`."""
    count = (last[0] - first[0]) * 12 + last[1] - first[1] + 1
    if count < 1:
        raise ValueError(f"{last} is before {first}")
    months = Horizon(*first, count)
    edges = np.clip(np.array(months.edges), spells.first, spells.as_of + 1)
    told = np.diff(edges)
    days, priced, cost = (np.zeros((len(spells.streams), count)) for _ in range(3))
    for begin in range(0, len(spells), CHUNK):
        part = slice(begin, begin + CHUNK)
        price = spells.price[part]
        price = np.where(spells.monthly[part], price * (12 / 365.25), price)
        known = ~np.isnan(price)
        place = (spells.stream[part], spells.start[part], spells.end[part])
        days += care_days(*place, edges, size=len(days))
        if known.any():
            place = (place[0][known], place[1][known], place[2][known])
            priced += care_days(*place, edges, size=len(days))
            cost += care_days(*place, edges, size=len(days), weights=price[known])
    silent = told <= 0
    days[:, silent] = np.nan
    cost = _cost(days, priced, cost)
    return Outcome(spells.streams, months.months, days, days / np.maximum(told, 1), cost)


def care_days(
    stream: Whole, start: Whole, end: Whole, edges: NDArray[np.int64], *, size: int,
    weights: Array | None = None,
) -> Array:  # fmt: skip
    """Days (of a weight each) from `start` to before `end` between neighbouring edges, (size, len(edges) − 1).

    The days before an edge t are Σ max(t − start, 0) − Σ max(t − end, 0), which cumulative sums by cell give for
    all edges at once: nothing is as large as spells × months.
    """
    low, high = int(edges[0]), int(edges[-1])
    begun = _before(stream, np.clip(start, low, high), edges, size=size, weights=weights)
    ended = _before(stream, np.clip(np.maximum(end, start), low, high), edges, size=size, weights=weights)
    return np.asarray(np.diff(begun - ended, axis=1))


def _before(stream: Whole, day: Whole, edges: NDArray[np.int64], *, size: int, weights: Array | None) -> Array:
    """Σ weight × max(edge − day, 0) over the spells of each stream, (size, len(edges))."""
    cells = len(edges)
    # The cell of each day by a table: quicker than a search for each of three million.
    table = np.searchsorted(edges, np.arange(edges[0], edges[-1] + 1), side="right") - 1
    offset = day - int(edges[0])
    cell = stream.astype(np.int64) * cells + table[offset]
    number = np.bincount(cell, weights=weights, minlength=size * cells).reshape(size, cells)
    total = np.bincount(cell, weights=offset if weights is None else offset * weights, minlength=size * cells)
    number, total = np.cumsum(number, axis=1), np.cumsum(total.reshape(size, cells), axis=1)
    # A day in cell c lies before the edges c + 1 and later.
    found = np.zeros((size, cells))
    found[:, 1:] = number[:, :-1] * (edges[1:] - edges[0]) - total[:, :-1]
    return found


def _cost(days: Array, priced: Array, cost: Array) -> Array:
    """Cost of all days from that of the priced days."""
    all_days, all_cost = priced.sum(axis=1, keepdims=True), cost.sum(axis=1, keepdims=True)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.where(all_days > 0, all_cost / all_days, np.nan)
        price = np.where(priced > 0, cost / priced, mean)
    return np.asarray(days * price)
