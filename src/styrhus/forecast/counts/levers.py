"""Levers on counts: what changes at once, and what changes as persons come and go."""

from collections.abc import Sequence
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from styrhus.forecast.counts.world import World
from styrhus.forecast.lever import Capacity, Lever, LeverKind
from styrhus.forecast.material.stream import Stream
from styrhus.forecast.series.smooth import Array
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg

FULL = 0.9
"""A unit with more than this share of its places taken is full: more places are taken by those placed outside."""


def persons_under(world: World, levers: Sequence[Lever], capacities: Sequence[Capacity] = ()) -> Array:
    """Mean persons a day (D, S, M) under the levers; ProblemsError for one that names what does not exist."""
    for lever in levers:
        require(world, lever)
    found = world.persons * _gradual(world, levers)
    for lever in levers:
        if lever.kind in (LeverKind.HOME, LeverKind.HOME_PERSONS):
            _take_home(world, lever, found)
    for capacity in capacities:
        _more_places(world, capacity, levers, found)
    return found


def require(world: World, lever: Lever) -> None:
    """ProblemsError unless the lever has an amount, and streams to work on."""
    known = ", ".join(stream.key for stream in world.streams)
    if not isfinite(lever.amount):
        message = msg("The amount of the lever is out of bounds.")
        raise ProblemsError((Problem(message, msg("Write a number."), value=repr(lever.amount)),))
    if not named(world.streams, lever.on).any() and lever.kind is not LeverKind.CAPACITY:
        message = msg("There is no stream {stream}.", stream=lever.on.key)
        raise ProblemsError((Problem(message, msg("Choose among {streams}.", streams=known), value=lever.on.key),))
    if lever.kind in (LeverKind.HOME, LeverKind.HOME_PERSONS) and not externals(world, lever):
        message = msg("There is nobody to take home from {streams}, or no own stream to take them to.", streams=known)
        remedy = msg("Name an external stream, and after > the stream that they come to.")
        raise ProblemsError((Problem(message, remedy, value=lever.on.key),))


def price_under(world: World, levers: Sequence[Lever]) -> Array:
    """Kr a person and month (D, S, M) under the levers."""
    return world.price * _factors(world, levers, LeverKind.PRICE)


def _gradual(world: World, levers: Sequence[Lever]) -> Array:
    """Persons beside those of the base, (D, S, M), when inflow is f and stay g times what they were.

    The number N with inflow λ and mean stay s follows N' = λ − N/s. Where the base moves slowly against s, its ratio
    r to the base follows r' = (f − r/g)/s: it goes to f·g at the rate 1/(s·g). The mean of each month is exact.
    """
    inflow, stay = (_factors(world, levers, kind) for kind in (LeverKind.INFLOW, LeverKind.STAY))
    if (inflow == 1).all() and (stay == 1).all():
        return np.ones((1, 1, 1))
    found = np.empty_like(world.persons)
    ratio = np.ones(world.stay.shape)
    for month in range(world.horizon.count):
        f, g = np.maximum(inflow[:, month], 0.0), np.maximum(stay[:, month], 0.01)
        rate = 1 / (world.stay * g)
        kept = -np.expm1(-rate)
        found[:, :, month] = f * g + (ratio - f * g) * kept / rate
        ratio = f * g + (ratio - f * g) * (1 - kept)
    return found


def _factors(world: World, levers: Sequence[Lever], kind: LeverKind) -> Array:
    """1 + amount of every lever of a kind, multiplied, (S, M)."""
    found = np.ones((len(world.streams), world.horizon.count))
    for lever in levers:
        if lever.kind is kind:
            found[named(world.streams, lever.on)] *= 1 + lever.amount * _whole(world, lever)
    return found


def _whole(world: World, lever: Lever) -> Array:
    return np.array([lever.share_of_whole(month) for month in range(world.horizon.count)])


def named(streams: Sequence[Stream], whole: Stream) -> NDArray[np.bool_]:
    """Which streams `whole` names, (S,)."""
    return np.array([stream.within(whole) for stream in streams], dtype=bool)


def home_of(world: World, lever: Lever, stream: Stream) -> int | None:
    """The place of the own stream that those of an external stream come home to; None where there is none."""
    to = lever.to or Stream(stream.group, stream.type, "own")
    return world.streams.index(to) if to in world.streams and to != stream else None


def externals(world: World, lever: Lever) -> list[int]:
    """The streams outside that a lever names and that have an own stream to come home to."""
    return [
        place
        for place, stream in enumerate(world.streams)
        if stream.provider != "own" and stream.within(lever.on) and home_of(world, lever, stream) is not None
    ]


def _take_home(world: World, lever: Lever, persons: Array) -> None:
    """A share of the persons in external streams, or so many of them by their number, into the own stream."""
    places = externals(world, lever)
    if not places:
        return
    there = persons[:, places]
    if lever.kind is LeverKind.HOME:
        moved = there * np.clip(lever.amount * _whole(world, lever), 0.0, 1.0)
    else:
        wanted = np.maximum(lever.amount * _whole(world, lever), 0.0)
        share = wanted / np.maximum(there.sum(axis=1), 1e-9)
        moved = there * np.minimum(share, 1.0)[:, None, :]
    for index, place in enumerate(places):
        home = home_of(world, lever, world.streams[place])
        assert home is not None
        persons[:, place] -= moved[:, index]
        persons[:, home] += moved[:, index]


def _more_places(world: World, capacity: Capacity, levers: Sequence[Lever], persons: Array) -> None:
    """Own persons above the places are outside; new places in a full unit are taken by those who are outside."""
    if capacity.own not in world.streams or capacity.overflow not in world.streams:
        return
    own, outside = world.streams.index(capacity.own), world.streams.index(capacity.overflow)
    more = np.zeros(world.horizon.count)
    for lever in levers:
        if lever.kind is LeverKind.CAPACITY and capacity.own.within(lever.on):
            more += lever.amount * _whole(world, lever)
    full = persons[:, own] >= FULL * capacity.places
    filled = np.minimum(np.maximum(more, 0.0), persons[:, outside]) * full
    persons[:, own] += filled
    persons[:, outside] -= filled
    above = np.maximum(persons[:, own] - np.maximum(capacity.places + more, 0.0), 0.0)
    persons[:, own] -= above
    persons[:, outside] += above
