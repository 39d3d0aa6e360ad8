"""Given parameters, the expected care days of every stream and month, in every draw."""

from collections.abc import Sequence

import numpy as np

from styrhus.forecast.lever import Capacity, Lever, LeverKind
from styrhus.forecast.placements.parameters import Array, Parameters


def care_days(world: Parameters, levers: Sequence[Lever] = (), capacities: Sequence[Capacity] = ()) -> Array:
    """Mean care days (D, S, M) under the levers."""
    there = np.bincount(world.residents.stream, minlength=len(world.streams)).astype(float)
    leave = np.repeat(world.hazard[:, :, 0], world.draws // world.stays, axis=0)
    now = np.broadcast_to(there, (world.draws, len(there))) * np.exp(-leave * world.waited)
    found = np.empty_like(world.arrivals)
    for month, days in enumerate(world.horizon.lengths):
        come = world.arrivals[:, :, month] * _factor(world, levers, LeverKind.INFLOW, month) / days
        level = come / leave
        found[:, :, month] = level * days + (now - level) * (1 - np.exp(-leave * days)) / leave
        now = level + (now - level) * np.exp(-leave * days)
    return found


def prices(world: Parameters, levers: Sequence[Lever] = ()) -> Array:
    """Kr a care day (D, S, M) under the levers."""
    factors = [_factor(world, levers, LeverKind.PRICE, month) for month in range(world.horizon.count)]
    return world.price * np.stack(factors, axis=1)


def _factor(world: Parameters, levers: Sequence[Lever], kind: LeverKind, month: int) -> Array:
    found = np.ones(len(world.streams))
    for lever in levers:
        if lever.kind is kind:
            named = np.array([stream.within(lever.on) for stream in world.streams])
            found *= np.where(named, 1 + lever.amount * lever.share_of_whole(month), 1.0)
    return found
