"""Given parameters: expected households by months of duration, month by month."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from styrhus.forecast.income_support.parameters import Array, SupportParameters
from styrhus.forecast.income_support.places import Places, taken
from styrhus.forecast.lever import Lever, LeverKind


@dataclass(frozen=True, eq=False)
class Flow:
    """households (D, 10, M) by duration, entries (D, M) with those who come back, leaving (D, 10, M)."""

    households: Array
    entries: Array
    leaving: Array
    standing: Array

    @property
    def total(self) -> Array:
        return np.asarray(self.households.sum(axis=1))


def flow(world: SupportParameters, levers: Sequence[Lever] = (), places: Sequence[Places] = ()) -> Flow:
    """Expected households under the levers: INFLOW on entries, STAY on the mean time, places on both.

    With fewer places than today those who would have had one stay, among the long-term.
    """
    entries, leaving = world.entries.copy(), world.leaving
    now, found = world.standing, np.empty_like(world.leaving)
    for month in range(world.horizon.count):
        entries[:, month] *= factor(levers, LeverKind.INFLOW, month)
        leaving[:, :, month] = np.minimum(leaving[:, :, month] / factor(levers, LeverKind.STAY, month), 1.0)
        filled = sum(place.filled(month) for place in places)
        entries[:, month] += sum(place.returning(month) for place in places)
        np.maximum(entries[:, month], 0.0, out=entries[:, month])
        if filled > 0:
            leaving[:, :, month] = 1 - (1 - leaving[:, :, month]) * (1 - taken(now, filled))
        now = step(now, leaving[:, :, month], entries[:, month])
        now[:, -1] += max(-filled, 0.0)
        found[:, :, month] = now
    return Flow(found, entries, leaving, world.standing)


def step(now: Array, leaving: Array, entries: Array) -> Array:
    """Households (D, 10) of the next month."""
    stay = now * (1 - leaving)
    found = np.empty_like(stay)
    found[:, 0] = entries
    found[:, 1:] = stay[:, :-1]
    found[:, -1] += stay[:, -1]
    return found


def factor(levers: Sequence[Lever], kind: LeverKind, month: int) -> float:
    """The levers of a kind together in a month; a stay cannot become nothing."""
    found = 1.0
    for lever in levers:
        if lever.kind is kind:
            found *= max(1 + lever.amount * lever.share_of_whole(month), 0.0)
    return max(found, 0.01) if kind is LeverKind.STAY else found


def payouts(world: SupportParameters, levers: Sequence[Lever] = ()) -> Array:
    """Kr a household and month (D, M) under the levers on the price."""
    return np.asarray(
        world.payout * np.array([factor(levers, LeverKind.PRICE, month) for month in range(world.horizon.count)])
    )
