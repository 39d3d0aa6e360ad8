"""Made-up boards whose future is known: persons come, stay, move and cost by rules that the engine does not share.

A stay is drawn in its own time and laid on a clock that runs at the stream's pace of leaving, so that nothing here
has pieces, posteriors or closed forms.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from styrhus.forecast import OPEN, Spells, Stream
from styrhus.forecast.material.horizon import Horizon, day_number

Array = NDArray[np.float64]

MONTH = 365.25 / 12
BURN_IN = 60
"""Months before the data begin, so that those in care then have come from somewhere."""
AHEAD = 12


@dataclass(frozen=True, eq=False)
class World:
    """Spells as a board knows them, and what came in the twelve months after: persons (S, 12), kr (S, 12)."""

    spells: Spells
    persons: Array
    cost: Array
    lengths: tuple[int, ...]
    drifting: bool
    volume: float

    @property
    def year_persons(self) -> float:
        """Mean number a day, all streams."""
        return float((self.persons * self.lengths).sum() / sum(self.lengths))

    @property
    def year_cost(self) -> float:
        return float(self.cost.sum())


@dataclass(frozen=True, eq=False)
class Rules:
    """How one world goes on, by stream and month: monthly arrivals and pace of leaving (S, T), and what stays are."""

    inflow: Array
    pace: Array
    stay: Array
    shape: tuple[str, ...]
    moving: float
    together: float
    price: Array
    spread: float
    growth: float


def plain(seed: int) -> World:
    """Even rates; where the seed is odd, arrivals and leavings drift, in step or each stream alone."""
    return _world(np.random.default_rng((seed, 1)), drifting=seed % 2 == 1, uneven=False)


def uneven(seed: int) -> World:
    """The same with what no model was made for: seasons, siblings, other laws of stay, rising prices, a shift."""
    return _world(np.random.default_rng((seed, 2)), drifting=seed % 2 == 1, uneven=True)


def large(seed: int) -> World:
    """As plain, of the size of a county or a country: a hundred to two thousand arrivals a month."""
    return _world(np.random.default_rng((seed, 3)), drifting=seed % 2 == 1, uneven=False, volumes=(100, 2000))


def _world(
    random: np.random.Generator, *, drifting: bool, uneven: bool, volumes: tuple[float, float] = (0.15, 100)
) -> World:
    size = int(random.integers(1, 13))
    volume = float(np.exp(random.uniform(*np.log(volumes))))
    months = int(random.choice([12, 24, 36, 48, 60, 84]))
    as_of = day_number(date(2019, int(random.integers(1, 13)) if uneven else 1, 1)) - 1
    if uneven and random.random() < 0.5:
        as_of += int(random.integers(1, 27))
    after = Horizon.after(as_of, AHEAD)
    rules = _rules(random, size, BURN_IN + months + AHEAD + 2, drifting=drifting, volume=volume)
    if uneven:
        rules = _unevenly(random, rules, months)
    clock = after.edges[-1] - MONTH * np.arange(rules.inflow.shape[1], -1, -1, dtype=np.float64)
    rows = _lives(random, rules, clock, as_of)
    spells, persons, cost = _seen(rows, size, after, (as_of, int(as_of - months * MONTH)))
    return World(spells, persons, cost, after.lengths, drifting, volume)


def _rules(random: np.random.Generator, size: int, months: int, *, drifting: bool, volume: float) -> Rules:
    steps = (random.uniform(0.02, 0.08), random.uniform(0.01, 0.05)) if drifting else (0.0, 0.0)
    common = random.random() < 0.5
    inflow, pace = (_walk(random, step, 1 if common else size, months) for step in steps)
    share = random.dirichlet(np.full(size, 1.5))[:, None]
    level = inflow / inflow[:, BURN_IN : months - AHEAD].mean(axis=1, keepdims=True)
    return Rules(
        inflow=np.broadcast_to(level, (size, months)) * volume * share, pace=np.broadcast_to(pace, (size, months)),
        stay=np.exp(random.normal(np.log(250), 0.9, size)),
        shape=tuple(str(name) for name in random.choice(["even", "mixed"], size)),
        moving=random.uniform(0, 0.35) if size > 1 and random.random() < 0.6 else 0.0, together=0.0,
        price=np.exp(random.normal(np.log(2000), 0.7, size)), spread=random.uniform(0.05, 0.4),
        growth=0.03 if random.random() < 0.5 else 0.0,
    )  # fmt: skip


def _walk(random: np.random.Generator, step: float, size: int, months: int) -> Array:
    return np.asarray(np.exp(np.cumsum(step * random.standard_normal((size, months)), axis=1)))


def _unevenly(random: np.random.Generator, rules: Rules, months: int) -> Rules:
    length = rules.inflow.shape[1]
    wave = np.exp(random.uniform(0, 0.4) * np.cos(2 * np.pi * np.arange(length) / 12 + random.uniform(0, 2 * np.pi)))
    shift = np.ones(length)
    if random.random() < 0.5:
        shift[BURN_IN + int(months * random.uniform(0.3, 0.8)) :] = np.exp(random.normal(0, 0.4))
    shape = random.choice(["even", "mixed", "early", "late", "heavy"], len(rules.stay))
    return Rules(
        rules.inflow * wave * shift, rules.pace, rules.stay, tuple(str(name) for name in shape), rules.moving,
        random.uniform(0, 0.5), rules.price, rules.spread, random.uniform(0, 0.05),
    )  # fmt: skip


def _lives(random: np.random.Generator, rules: Rules, clock: Array, as_of: int) -> tuple[Array, ...]:
    """Stream, person, first day, day of leaving, price of every stay."""
    rows, waiting, persons = [], [], 0
    for stream, rate in enumerate(rules.inflow):
        start = _arrivals(random, rate / (1 + rules.together), rules.together, clock)
        waiting.append((stream, start, np.arange(persons, persons + len(start))))
        persons += len(start)
    while waiting:
        stream, start, who = waiting.pop()
        own = np.concatenate([[0.0], np.cumsum(rules.pace[stream] * MONTH)])
        lasts = _stays(random, rules.shape[stream], rules.stay[stream], len(start))
        out = np.interp(np.interp(start, clock, own) + lasts, own, clock, right=clock[-1] + 10_000)
        rises = (1 + rules.growth) ** ((start - as_of) / 365.25)
        price = rules.price[stream] * random.lognormal(0, rules.spread, len(start)) * rises
        rows.append((np.full(len(start), float(stream)), who.astype(float), np.floor(start), np.floor(out), price))
        moves = (random.random(len(start)) < rules.moving) & (out < clock[-1])
        to = (stream + 1 + random.integers(0, max(len(rules.stay) - 1, 1), len(start))) % len(rules.stay)
        waiting += [
            (other, out[moves & (to == other)], who[moves & (to == other)]) for other in set(to[moves].tolist())
        ]
    return tuple(np.concatenate(column) for column in zip(*rows, strict=True))


def _arrivals(random: np.random.Generator, rate: Array, together: float, clock: Array) -> Array:
    """Days of arrival; with `together` some bring siblings, on average so many more of them."""
    count = random.poisson(rate)
    start = np.repeat(clock[:-1], count) + random.random(int(count.sum())) * MONTH
    return np.repeat(start, random.geometric(1 / (1 + together), len(start))) if together else start


def _stays(random: np.random.Generator, shape: str, scale: float, count: int) -> Array:
    if shape == "mixed":
        return np.asarray(random.exponential(scale, count) * np.where(random.random(count) < 0.4, 0.1, 1.6))
    if shape in ("early", "late"):
        return np.asarray(scale * random.weibull(0.7 if shape == "early" else 1.6, count))
    if shape == "heavy":
        return random.lognormal(np.log(scale), 0.9, count)
    return random.exponential(scale, count)


def _seen(rows: tuple[Array, ...], size: int, after: Horizon, told: tuple[int, int]) -> tuple[Spells, Array, Array]:
    """What the board knows on the last day, and what came."""
    stream, person, start, end, price = rows
    as_of, first = told
    days = [np.clip(np.minimum(end, high) - np.maximum(start, low), 0, None)
            for low, high in zip(after.edges[:-1], after.edges[1:], strict=True)]  # fmt: skip
    whole = stream.astype(np.int64)
    care = np.stack([np.bincount(whole, weights=day, minlength=size) for day in days], axis=1)
    cost = np.stack([np.bincount(whole, weights=day * price, minlength=size) for day in days], axis=1)
    known = (start <= as_of) & (end >= first)
    names = tuple(
        Stream(f"group {place % 3}", f"type {place}", ("own", "external")[place % 2]) for place in range(size)
    )
    spells = Spells(
        names, stream[known].astype(np.int16), person[known].astype(np.int64), start[known].astype(np.int32),
        np.where(end[known] > as_of, OPEN, end[known]).astype(np.int32), price[known],
        np.zeros(int(known.sum()), dtype=bool), as_of, first,
    )  # fmt: skip
    return spells, care / np.array(after.lengths), cost.astype(np.float64)
