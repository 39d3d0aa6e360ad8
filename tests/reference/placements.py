"""Placements as events: one person after the other comes, stays, moves and leaves. Plain numbers, plain Python."""

from dataclasses import dataclass
from itertools import pairwise
from random import Random

FOR_EVER = 1e12


@dataclass(frozen=True)
class World:
    """`ages` days since entry from which each hazard (a day) holds; lists by stream, then by piece, month or stream.

    `residents` are (stream, days since entry, days until a planned end or None) at time 0, when month 0 begins.
    """

    ages: list[float]
    hazard: list[list[float]]
    pace: list[list[float]]
    moves: list[list[float]]
    arrivals: list[list[float]]
    residents: list[tuple[int, float, float | None]]
    months: list[int]

    @property
    def edges(self) -> list[int]:
        """The day that each month begins, and the end."""
        return [sum(self.months[:number]) for number in range(len(self.months) + 1)]


@dataclass(frozen=True)
class Beds:
    """`places` beds of the stream `own`; who finds none is in `overflow`, until one is free where `returns`."""

    own: int
    overflow: int
    places: int
    returns: bool


def stays(world: World, random: Random) -> list[tuple[int, float, float]]:
    """One run: (stream, from, to) of every stay that the horizon sees."""
    found = []
    for stream, age, planned in world.residents:
        found += _life(world, random, (stream, 0.0, age), FOR_EVER if planned is None else planned)
    for stream, time in _arrivals(world, random):
        found += _life(world, random, (stream, time, 0.0), FOR_EVER)
    return found


def care_days(world: World, found: list[tuple[int, float, float]]) -> list[list[float]]:
    """Care days by stream and month."""
    edges = world.edges
    days = [[0.0] * len(world.months) for _ in world.hazard]
    for stream, start, end in found:
        for month, (low, high) in enumerate(pairwise(edges)):
            days[stream][month] += max(0.0, min(end, high) - max(start, low))
    return days


def with_beds(found: list[tuple[int, float, float]], beds: Beds) -> list[tuple[int, float, float]]:
    """The same stays when the own stream is full at times; who comes first is first in."""
    inside: list[tuple[int, float, float]] = []
    others = [stay for stay in found if stay[0] != beds.own]
    wanting = sorted(stay for stay in found if stay[0] == beds.own)
    wanting.sort(key=lambda stay: stay[1])
    if beds.returns:
        return others + _returning(wanting, beds)
    for stay in wanting:
        there = sum(1 for _, _, end in inside if end > stay[1])
        if there < beds.places or stay[1] == 0.0:
            inside.append(stay)
        else:
            others.append((beds.overflow, stay[1], stay[2]))
    return others + inside


def _returning(wanting: list[tuple[int, float, float]], beds: Beds) -> list[tuple[int, float, float]]:
    """Between any two events, as many as there are beds are inside, and the rest outside."""
    times = sorted({time for _, start, end in wanting for time in (start, end)})
    found = []
    for low, high in pairwise(times):
        there = sum(1 for _, start, end in wanting if start <= low and end > low)
        found += [(beds.own, low, high)] * min(there, beds.places)
        found += [(beds.overflow, low, high)] * max(there - beds.places, 0)
    return found


def _arrivals(world: World, random: Random) -> list[tuple[int, float]]:
    edges = world.edges
    found = []
    for stream, rates in enumerate(world.arrivals):
        for month, rate in enumerate(rates):
            time = float(edges[month])
            while rate > 0:
                time += random.expovariate(rate / world.months[month])
                if time >= edges[month + 1]:
                    break
                found.append((stream, time))
    return found


def _life(
    world: World, random: Random, begin: tuple[int, float, float], planned: float
) -> list[tuple[int, float, float]]:
    """All stays of one person from (stream, time, age) on."""
    stream, time, age = begin
    found = []
    while time < world.edges[-1]:
        end = min(_leaves(world, random, stream, time=time, age=age), planned)
        found.append((stream, time, end))
        chance, target = random.random(), None
        for other, share in enumerate(world.moves[stream]):
            chance -= share
            if chance < 0:
                target = other
                break
        if target is None:
            break
        stream, time, age, planned = target, end, 0.0, FOR_EVER
    return found


def _leaves(world: World, random: Random, stream: int, *, time: float, age: float) -> float:
    """When the hazard, from one change of it to the next, has used up a patience that is exponential with mean 1."""
    patience = random.expovariate(1.0)
    edges, born = world.edges, time - age
    changes = sorted({*edges[1:], *(born + one for one in world.ages if born + one > time)})
    for change in changes:
        if change <= time:
            continue
        middle = (time + change) / 2
        piece = max(number for number, one in enumerate(world.ages) if one <= middle - born)
        month = max(number for number, edge in enumerate(edges[:-1]) if edge <= middle)
        rate = world.hazard[stream][piece] * world.pace[stream][month]
        if patience < rate * (change - time):
            return time + patience / rate
        patience -= rate * (change - time)
        time = change
        if time >= edges[-1]:
            break
    return FOR_EVER
