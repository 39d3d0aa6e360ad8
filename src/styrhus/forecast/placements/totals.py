"""The chance of single persons in sums over long periods, where one person's stays in several streams add up."""

import numpy as np

from styrhus.forecast.placements.central import EVEN, Central
from styrhus.forecast.placements.parameters import Array
from styrhus.forecast.placements.spread import Cumulants, central_moments

Moments = tuple[Array, Array, Array]


class Rewards:
    """What persons add to F sums when a care day in stream s and month m counts `value` (F, M, S).

    `factors` (2, F, S) are E[z²] and E[z³] of what a person's own value is to the mean one, whose mean is 1. A stay
    that begins in month c and ends in m > c adds what lies between the mean moments of entering and leaving, which
    vary as even moments of their months do. Sums of the whole are brought to the exact mean.
    """

    def __init__(self, world: Central, value: Array, factors: Array) -> None:
        self.world, self.factors = world, factors
        self.each = value * world.lengths[:, None]
        self.before = np.concatenate([np.zeros_like(self.each[:, :1]), np.cumsum(self.each, axis=1)], axis=1)
        self.leaves = np.concatenate([world.leaving, world.alive[:, -1:]], axis=1)
        self.first, self.second, self.third = self._stays()

    def _stays(self) -> Moments:
        """Raw moments (F, C, M + 1, S) of one stay by month of entry and of leaving; the last: still there."""
        count = len(self.world.lengths)
        begins = self.before[:, :-1] + self.each * (1 - self.world.rest)
        first = np.empty((*self.each.shape[:2], count + 1, self.each.shape[2]))
        first[:, :, :-1] = self.before[:, None, :-1] + self.each[:, None] * self.world.moment
        first[:, :, -1] = self.before[:, None, -1]
        first -= begins[:, :, None]
        outer = self.each**2 * EVEN
        last = np.concatenate([outer, np.zeros_like(outer[:, :1])], axis=1)
        even = outer[:, :, None] + last[:, None]
        second, third = first**2 + even, first**3 + 3 * first * even
        own = np.arange(count)
        first[:, own, own] = self.each / 3
        second[:, own, own] = self.each**2 / 6
        third[:, own, own] = self.each**3 / 10
        exact = np.einsum("cms,fms->fcs", self.world.lived, self.each)
        found = np.einsum("cms,fcms->fcs", self.leaves, first)
        scale = np.divide(exact, found, out=np.ones_like(exact), where=found > 1e-9)[:, :, None]
        return first * scale, second * scale**2, third * scale**3

    def in_one(self) -> Moments:
        """Raw moments (F, C, S) of what a stay adds from entry on in its own stream alone."""
        squares, cubes = self.factors[:, :, None]
        found = [np.einsum("cms,fcms->fcs", self.leaves, part) for part in (self.first, self.second, self.third)]
        return found[0], found[1] * squares, found[2] * cubes

    def in_all(self) -> Moments:
        """The same (F, C, S) with all that comes after moving on: backwards from the last month of entry."""
        if not self.world.moves.any():
            return self.in_one()
        count = len(self.world.lengths)
        found = np.zeros((3, *self.each.shape))
        later = np.zeros((3, self.each.shape[0], count + 1, self.each.shape[2]))
        for month in reversed(range(count)):
            later[:, :, month] = later[:, :, month + 1] if month + 1 < count else 0
            # What comes after moving on within the very month of entry is found by taking it once more.
            for _ in range(2):
                found[:, :, month] = self._from(month, later)
                later[:, :, month] = found[:, :, month] @ self.world.moves.T
        self.later = later
        return found[0], found[1], found[2]

    def _from(self, month: int, later: Array) -> Array:
        part = np.s_[:, month, month:]
        leaves = self.leaves[month, month:]
        one = joined(
            (self.first[part], self.second[part], self.third[part]), later[:, :, month:], self.factors[:, :, None]
        )
        return np.stack([np.einsum("ms,fms->fs", leaves, moment) for moment in one])

    def of_residents(self, *, onwards: bool) -> Cumulants:
        """Cumulants (F, N) of what each row of residents adds in its own stream, or in all with `onwards`."""
        world = self.world
        gone = np.concatenate([world.row_leaving, world.row_alive[:, -1:]], axis=1)
        part = world.row_moment
        each, before = self.each[:, :, world.stream].swapaxes(1, 2), self.before[:, :, world.stream].swapaxes(1, 2)
        first = before.copy()
        first[:, :, :-1] += each * part
        even = np.zeros_like(first)
        even[:, :, :-1] = each**2 * world.row_even
        stays = (first, first**2 + even, first**3 + 3 * first * even)
        later = np.zeros((3, 1, 1, 1))
        if onwards and world.moves.any():
            later = self.later[:, :, :, world.stream].swapaxes(2, 3)
        factors = self.factors[:, :, world.stream, None]
        raw = [np.einsum("nm,fnm->fn", gone, moment) for moment in joined(stays, later, factors)]
        return Cumulants(*central_moments(raw[0], raw[1], raw[2]))


def joined(stay: Moments, later: Array, factors: Array) -> Moments:
    """Raw moments of a stay, with its own factor on the value, and of what comes independently later (3, …)."""
    first, second, third = stay[0], stay[1] * factors[0], stay[2] * factors[1]
    return (
        first + later[0],
        second + 2 * first * later[0] + later[1],
        third + 3 * second * later[0] + 3 * first * later[1] + later[2],
    )


def of_streams(rewards: Rewards) -> Cumulants:
    """Cumulants (F, S) of each stream by itself.

    Who moves in from the residents counts as if such moves came at random, less the square of each one's own mean.
    """
    world = rewards.world
    moments = rewards.in_one()
    came = Cumulants(*(np.einsum("cs,fcs->fs", world.entries, moment) for moment in moments))
    weights = world.streams_of_rows
    there = rewards.of_residents(onwards=False)
    stayed = Cumulants(there.mean @ weights, there.variance @ weights, there.third @ weights)
    expected = np.einsum("nm,fms,ns->fns", world.row_leaving, moments[0], world.moves[world.stream], optimize=True)
    known = Cumulants(
        np.zeros_like(came.mean), -np.einsum("n,fns->fs", world.weight, expected**2), np.zeros_like(came.mean)
    )
    return came + stayed + known


def of_all(rewards: Rewards) -> Cumulants:
    """Cumulants (F,) of the sum over all streams."""
    world = rewards.world
    moments = rewards.in_all()
    came = Cumulants(*(np.einsum("cs,fcs->f", world.outside, moment) for moment in moments))
    there = rewards.of_residents(onwards=True)
    return came + Cumulants(there.mean @ world.weight, there.variance @ world.weight, there.third @ world.weight)
