"""The mean world: entries, stays and leavers at the mean of all draws, from which the chance of persons is reckoned."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from styrhus.forecast.placements.effects import Effects
from styrhus.forecast.placements.flow import Flow
from styrhus.forecast.placements.network import entries
from styrhus.forecast.placements.parameters import Array, Parameters
from styrhus.forecast.placements.staying import stay

EVEN = 1 / 12
"""Variance of the moment of who leaves (or comes) evenly over a month, in months."""


@dataclass(frozen=True, eq=False)
class Central:
    """Periods M with their `lengths`; C cohorts by period of entry; N rows of residents.

    outside   (M, S) persons who come from outside
    entries   (M, S) all who enter, moves included
    moved     (M, S) of whom had been residents when the forecast began
    moves     (S, S)
    lived     (C, M, S) share of the period that who entered in c lives
    alive     (C, M + 1, S) share that is there when it begins
    stream, weight (N,); row_lived (N, M) share of the period; row_alive (N, M + 1); row_even (N, M) variance of the
              moment of leaving, 0 where it is planned
    """

    lengths: Array
    outside: Array
    entries: Array
    moved: Array
    moves: Array
    lived: Array
    alive: Array
    stream: NDArray[np.int64]
    weight: Array
    row_lived: Array
    row_alive: Array
    row_even: Array

    @cached_property
    def leaving(self) -> Array:
        """Share of who entered in c that leaves in m, (C, M, S)."""
        return np.maximum(self.alive[:, :-1] - self.alive[:, 1:], 0)

    @cached_property
    def moment(self) -> Array:
        """Mean part of month m that those of c < m who leave in it are there, (C, M, S)."""
        return moment_of_leaving(self.lived, self.alive[:, 1:], self.leaving)

    @cached_property
    def rest(self) -> Array:
        """Mean part of the month of entry that those are there who stay longer than to its end, (C, S).

        Who comes and leaves in the same month is there for a third of it on average.
        """
        own = np.arange(len(self.lengths))
        after = self.alive[own, own + 1]
        return np.asarray(np.clip((self.lived[own, own] - (1 - after) / 3) / np.maximum(after, 1e-12), 0, 1))

    @cached_property
    def row_moment(self) -> Array:
        """Mean part of a month that leavers among the rows are there, (N, M)."""
        return moment_of_leaving(self.row_lived, self.row_alive[:, 1:], self.row_leaving)

    @property
    def streams_of_rows(self) -> Array:
        """The weight of each row in its stream, (N, S)."""
        return np.asarray((self.stream[:, None] == np.arange(self.entries.shape[1])) * self.weight[:, None])

    @cached_property
    def row_leaving(self) -> Array:
        """The same of residents, (N, M)."""
        return self.row_alive[:, :-1] - self.row_alive[:, 1:]


def moment_of_leaving(lived: Array, after: Array, gone: Array) -> Array:
    """Mean part of a month that its leavers are there, from the share of it that all live."""
    found = np.divide(lived - after, gone, out=np.full_like(lived, 0.5), where=gone > 1e-12)
    return np.asarray(np.clip(found, 0, 1))


def mean_world(world: Parameters) -> Flow:
    """The flow of one draw: the mean of all of them."""
    found = replace(
        world,
        arrivals=world.arrivals.mean(axis=0, keepdims=True), hazard=world.hazard.mean(axis=0, keepdims=True),
        pace=world.pace.mean(axis=0, keepdims=True), moves=world.moves.mean(axis=0, keepdims=True),
        price=world.price.mean(axis=0, keepdims=True), correction=None,
    )  # fmt: skip
    return Flow(found, np.float64)


def central(flow: Flow, moved: Effects) -> Central:
    """The mean world under levers."""
    stays = flow.stays(moved.pace)
    outside = flow.coming(moved.inflow)
    everyone = entries(outside, stays.leaving, flow.moves, stays.left)[:, :, 0, 0]
    residents = entries(np.zeros_like(outside), stays.leaving, flow.moves, stays.left)[:, :, 0, 0]
    lengths = np.array(flow.lengths, dtype=float)
    pace = flow.with_lead(moved.pace.T) * flow.pace[:, :, 0]
    days, alive = (np.zeros((len(flow.rows.weight), len(lengths) + more)) for more in (0, 1))
    for stream in range(flow.size):
        own = flow.rows.stream == stream
        staying = stay(flow.rows, stream, flow.hazard[:, stream], pace[:, stream, None])
        days[own], alive[own] = staying.days[:, :, 0].T, staying.alive[:, :, 0].T
    transposed = np.zeros((flow.size, flow.size)) if flow.moves is None else flow.moves[0]
    count = len(lengths)
    lived, there = np.zeros((count, count, flow.size)), np.zeros((count, count + 1, flow.size))
    for m in range(count):
        lived[: m + 1, m] = stays.lived[m][:, :, 0] / lengths[m]
        there[m, m], there[: m + 1, m + 1] = 1, stays.after[m][:, :, 0]
    planned = flow.rows.lengths < lengths
    return Central(
        lengths, outside[:, :, 0, 0], np.maximum(everyone, 0), np.maximum(residents, 0), transposed.T,
        lived, there,
        flow.rows.stream, flow.rows.weight, days / lengths, alive, np.where(planned, 0.0, EVEN),
    )  # fmt: skip
