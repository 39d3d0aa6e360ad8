"""Placements as events, many runs at a time, person by person; shares nothing with the engine that it is held against.

Plain numbers in: `pieces` days since entry from which hazards hold, `hazard[stream][piece]` leavings a day,
`pace[stream][month]` factors on them, `moves[stream][stream]` chances of the next stream, `arrivals[stream][month]`
persons a month, `residents` at time 0 as (stream, days since entry, days to a planned end or None), days of months.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


@dataclass(frozen=True)
class World:
    """The numbers of one world."""

    pieces: list[float]
    hazard: list[list[float]]
    pace: list[list[float]]
    moves: list[list[float]]
    arrivals: list[list[float]]
    residents: list[tuple[int, float, float | None]]
    lengths: list[int]


class Even:
    """Uniform numbers for persons in order: multiples of irrational numbers, even over every stretch of persons.

    The powers of the root of x ** (DEPTH + 1) = x + 1 give DEPTH of them that are even together (Roberts 2018).
    """

    DEPTH = 12

    def __init__(self, random: np.random.Generator) -> None:
        root = 2.0
        for _ in range(60):
            root = (1 + root) ** (1 / (self.DEPTH + 1))
        self.steps = root ** -np.arange(1.0, self.DEPTH + 1)
        self.begin = random.random(self.DEPTH)

    def numbers(self, person: Array, which: int) -> Array:
        return np.asarray((self.begin[which % self.DEPTH] + person * self.steps[which % self.DEPTH]) % 1)


def simulate(world: World, runs: int, seed: int) -> Array:
    """Care days of each run, stream and month, (runs, S, M)."""
    random = np.random.default_rng(seed)
    found = np.zeros(runs * len(world.hazard) * len(world.lengths))
    people = [_came(world, runs, random), _were_there(world, runs)]
    run, stream, time, age, ends = (np.concatenate(column) for column in zip(*people, strict=True))
    weight = np.ones(len(run))
    _lives(
        world, (run, stream, time, age, ends), weight, found=found, draw=lambda person, _: random.random(len(person))
    )
    return found.reshape(runs, len(world.hazard), len(world.lengths))


def expected(world: World, each: int, seed: int) -> Array:
    """Mean care days (S, M) from `each` persons for every stream and month and every resident, evenly drawn.

    The same events with evenly spread instead of independent random numbers, whose error is many times smaller.
    """
    even = Even(np.random.default_rng(seed))
    size, months = len(world.hazard), len(world.lengths)
    found = np.zeros(size * months)
    edges = np.concatenate([[0], np.cumsum(world.lengths)])
    for stream in range(size):
        person = np.arange(each * months)
        month = person // each
        time = edges[month] + even.numbers(person, 0) * np.array(world.lengths)[month]
        weight = np.array(world.arrivals[stream])[month] / each
        nobody = np.zeros(len(person), dtype=np.int64)
        begin = (nobody, nobody + stream, time, np.zeros(len(person)), np.full(len(person), np.inf))
        _lives(world, begin, weight, found=found, draw=even.numbers)
    few = max(1, each // 4)
    order = np.argsort(np.tile(np.arange(len(world.residents)), few), kind="stable")
    _, stream_there, *others = (column[order] for column in _were_there(world, few))
    there = (np.zeros(len(order), dtype=np.int64), stream_there, *others)
    _lives(world, there, np.full(len(order), 1 / few), found=found, draw=even.numbers)
    return found.reshape(size, months)


def _lives(
    world: World, begin: tuple[Array, ...], weight: Array, *, found: Array, draw: Callable[[Array, int], Array]
) -> None:
    """Everybody's stays one after the other, counted in `found`; `draw` gives uniform numbers for persons."""
    run, stream, time, age, ends = begin
    person = np.arange(len(run))
    for turn in count(0):
        if not len(run):
            break
        patience = -np.log1p(-draw(person, 1 + 2 * turn))
        leave = np.minimum(_leave(world, (stream, time, age), patience), ends)
        _count(world, found, (run, stream, time, leave), weight)
        stays = leave < sum(world.lengths)
        run, stream, time, person, weight = (part[stays] for part in (run, stream, leave, person, weight))
        chance = np.cumsum(np.array(world.moves), axis=1)[stream]
        target = (draw(person, 2 + 2 * turn)[:, None] >= chance).sum(axis=1)
        moved = target < len(world.hazard)
        run, stream, time, person, weight = (part[moved] for part in (run, target, time, person, weight))
        age, ends = np.zeros(len(run)), np.full(len(run), np.inf)


def _came(world: World, runs: int, random: np.random.Generator) -> tuple[Array, ...]:
    edges = np.concatenate([[0], np.cumsum(world.lengths)])
    columns = []
    for stream, rates in enumerate(world.arrivals):
        for month, rate in enumerate(rates):
            number = random.poisson(rate, runs)
            run = np.repeat(np.arange(runs), number)
            time = edges[month] + random.random(len(run)) * world.lengths[month]
            columns.append((run, np.full(len(run), stream), time, np.zeros(len(run)), np.full(len(run), np.inf)))
    return tuple(np.concatenate(column) for column in zip(*columns, strict=True))


def _were_there(world: World, runs: int) -> tuple[Array, ...]:
    stream, age, ends = zip(*world.residents, strict=True)
    count = len(stream)
    end = np.array([np.inf if one is None else one for one in ends])
    return (
        np.repeat(np.arange(runs), count), np.tile(np.array(stream), runs), np.zeros(runs * count),
        np.tile(np.array(age, dtype=float), runs), np.tile(end, runs),
    )  # fmt: skip


def _leave(world: World, people: tuple[Array, Array, Array], patience: Array) -> Array:
    """The day of leaving: `patience` of mean 1 is used up by the hazard, from one change of it to the next."""
    stream, time, age = people
    pieces, hazard, pace = (np.array(part, dtype=float) for part in (world.pieces, world.hazard, world.pace))
    following = np.append(pieces[1:], np.inf)
    edges = np.cumsum(world.lengths).astype(float)
    now, old, leave = time.copy(), age.copy(), np.full(len(stream), np.inf)
    there = np.flatnonzero(now < edges[-1])
    while len(there):
        at, months = stream[there], np.searchsorted(edges, now[there], side="right")
        piece = np.searchsorted(pieces, old[there], side="right") - 1
        rate = hazard[at, piece] * pace[at, months]
        step = np.minimum(edges[months] - now[there], following[piece] - old[there])
        gone = patience[there] < rate * step
        leave[there[gone]] = now[there[gone]] + patience[there[gone]] / rate[gone]
        patience[there] -= rate * step
        now[there] += step
        # An age that a rounding error keeps just below its next piece must not stop the clock.
        old[there] = np.where(step == following[piece] - old[there], following[piece], old[there] + step)
        now[there] = np.where(step == edges[months] - (now[there] - step), edges[months], now[there])
        there = there[~gone & (now[there] < edges[-1] - 1e-9)]
    return leave


def _count(world: World, found: Array, stays: tuple[Array, ...], weight: Array) -> None:
    run, stream, time, leave = stays
    size, months = len(world.hazard), len(world.lengths)
    begin = 0.0
    for month, length in enumerate(world.lengths):
        days = np.clip(leave, begin, begin + length) - np.clip(time, begin, begin + length)
        there = np.flatnonzero(days > 0)
        cell = (run[there] * size + stream[there]) * months + month
        found += np.bincount(cell.astype(np.int64), weights=days[there] * weight[there], minlength=len(found))
        begin += length
