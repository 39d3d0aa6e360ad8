"""What levers come to: factors by stream and month, and who is taken home."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from styrhus.forecast.lever import Capacity, Lever, LeverKind
from styrhus.forecast.material.stream import Stream
from styrhus.forecast.placements.parameters import Array, Parameters
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg

OWN = "own"


@dataclass(frozen=True, eq=False)
class Home:
    """Persons of the streams `leave` are in `enter` (same length) instead: a share or number of them (M,)."""

    leave: tuple[int, ...]
    enter: tuple[int, ...]
    amount: Array
    persons: bool


@dataclass(frozen=True, eq=False)
class Effects:
    """Factors (S, M) on who comes, on the pace of leaving, on the price; who is taken home; beds by month."""

    inflow: Array
    pace: Array
    price: Array
    homes: tuple[Home, ...]
    beds: tuple[tuple[Capacity, Array], ...]


def effects(world: Parameters, levers: Sequence[Lever], capacities: Sequence[Capacity]) -> Effects:
    """The levers together; factors on the same thing are multiplied.

    Someone who stays (1 + x) times as long leaves at 1 / (1 + x) of the pace. ProblemsError for a lever on streams
    that do not exist, or without a stream to take somebody home to.
    """
    for lever in levers:
        _check(world, lever)
    stay = _factors(world, levers, LeverKind.STAY)
    return Effects(
        inflow=np.maximum(_factors(world, levers, LeverKind.INFLOW), 0.0),
        pace=1 / np.maximum(stay, 0.01),
        price=np.maximum(_factors(world, levers, LeverKind.PRICE), 0.0),
        homes=tuple(_home(world, lever) for lever in levers if lever.kind in (LeverKind.HOME, LeverKind.HOME_PERSONS)),
        beds=tuple((capacity, _beds(world, capacity, levers)) for capacity in capacities),
    )


def ramp(world: Parameters, lever: Lever) -> Array:
    """How much of the lever is there, (M,)."""
    return np.array([lever.share_of_whole(month) for month in range(world.horizon.count)])


def _factors(world: Parameters, levers: Sequence[Lever], kind: LeverKind) -> Array:
    found = np.ones((len(world.streams), world.horizon.count))
    for lever in levers:
        if lever.kind is kind:
            found[list(_named(world, lever.on))] *= 1 + lever.amount * ramp(world, lever)
    return found


def _named(world: Parameters, on: Stream) -> tuple[int, ...]:
    return tuple(number for number, stream in enumerate(world.streams) if stream.within(on))


def _home(world: Parameters, lever: Lever) -> Home:
    leave, enter = [], []
    for number in _external(world, lever):
        target = _target(world, lever, world.streams[number])
        if target is not None and target != number:
            leave.append(number)
            enter.append(target)
    amount = lever.amount * ramp(world, lever)
    counted = lever.kind is LeverKind.HOME_PERSONS
    return Home(tuple(leave), tuple(enter), amount if counted else np.clip(amount, 0, 1), counted)


def _external(world: Parameters, lever: Lever) -> tuple[int, ...]:
    return tuple(n for n in _named(world, lever.on) if world.streams[n].provider != OWN)


def _target(world: Parameters, lever: Lever, stream: Stream) -> int | None:
    wanted = lever.to or Stream(stream.group, stream.type, OWN)
    return next((n for n, other in enumerate(world.streams) if other == wanted), None)


def _beds(world: Parameters, capacity: Capacity, levers: Sequence[Lever]) -> Array:
    """Places of an own stream by month, (M,)."""
    found = np.full(world.horizon.count, float(capacity.places))
    for lever in levers:
        if lever.kind is LeverKind.CAPACITY and capacity.own.within(lever.on):
            found += lever.amount * ramp(world, lever)
    return np.asarray(np.maximum(found, 0.0))


def _check(world: Parameters, lever: Lever) -> None:
    """ProblemsError unless the lever's streams exist."""
    if not np.isfinite(lever.amount):
        message = msg("The amount of the lever is out of bounds.")
        raise ProblemsError((Problem(message, msg("Write a number."), value=repr(lever.amount)),))
    known = ", ".join(stream.key for stream in world.streams)
    if not _named(world, lever.on) and lever.kind is not LeverKind.CAPACITY:
        message = msg("There is no stream {stream}.", stream=lever.on.key)
        raise ProblemsError((Problem(message, msg("Choose among {streams}.", streams=known), value=lever.on.key),))
    if lever.kind in (LeverKind.HOME, LeverKind.HOME_PERSONS) and not _home(world, lever).leave:
        message = msg("There is nobody to take home from {streams}, or no own stream to take them to.", streams=known)
        remedy = msg("Name an external stream, and after > the stream that they come to.")
        raise ProblemsError((Problem(message, remedy, value=lever.on.key),))
