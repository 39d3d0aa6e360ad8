"""Own units that can be full: who finds no bed is in another stream, for the whole stay or until a bed is free."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from styrhus.forecast.lever import Capacity, OverflowRule
from styrhus.forecast.placements.effects import Effects
from styrhus.forecast.placements.flow import Flow
from styrhus.forecast.placements.parameters import Array
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg

STEP = 2.0
"""Days between looks at the unit."""
_FAR = 7.0
"""Standard deviations above the mean at which a unit is never full."""


@dataclass(frozen=True, eq=False)
class Overflow:
    """Care days (M, D) of one path of chance a draw.

    inside  those in the own stream `own`
    shift   those in the stream `over` instead
    chance  what the path has beside the expected care days, wherever they are
    """

    own: int
    over: int
    inside: Array
    shift: Array
    chance: Array


def overflows(flow: Flow, moved: Effects, days: Array, seed: int) -> Iterator[Overflow]:
    """What units that can be full come to, given expected care days (M, S, D) without bounds.

    A unit with bounds is no sum of independent persons, so that this part is simulated: one path a draw, in steps of
    STEP days, with residents and later arrivals leaving at the rates of the flow. The path's mean without bounds is
    known exactly; what chance has put beside it is taken out again (a control variate).
    """
    for number, (capacity, beds) in enumerate(moved.beds):
        unit = _Unit(flow, moved, capacity)
        wanted = days[:, unit.own]
        if (wanted / unit.lengths + _FAR * np.sqrt(wanted / unit.lengths + 1) < beds[:, None]).all():
            continue
        yield unit.full(wanted, beds, np.random.default_rng((seed, number)))


class _Unit:
    """One own stream in all periods, with the rates of its people, all (M, D)."""

    def __init__(self, flow: Flow, moved: Effects, capacity: Capacity) -> None:
        self.capacity, self.lead = capacity, flow.lead
        self.own, self.over = (_place(flow, one) for one in (capacity.own, capacity.overflow))
        self.spans = np.array(flow.lengths, dtype=np.float32)
        self.lengths = self.spans[self.lead :, None]
        stays, (entries, days) = flow.stays(moved.pace), flow.lived(moved)
        whole = flow.cohorts(flow.with_lead(moved.pace.T).T, np.array([self.own]))
        self.come, self.lived = entries[:, self.own], [one[:, 0] for one in whole.days]
        self.shape = self.come.shape
        size = self.come[0].size
        came = np.zeros_like(self.come)
        there = np.zeros((len(self.come) + 1, *self.shape[1:]), dtype=self.come.dtype)
        for m in range(len(self.come)):
            came[m] = np.einsum("ck,clk->lk", self.lived[m], self.come[: m + 1])
            there[m + 1] = np.einsum("ck,clk->lk", whole.after[m][:, 0], self.come[: m + 1])
        self.leave = _rate(self.come + there[:-1] - there[1:], came).reshape(-1, size)
        old, left = stays.days[:, self.own], stays.there[:-1, self.own] - stays.there[1:, self.own]
        self.leave_old = np.repeat(_rate(left, old)[:, None], self.shape[1], axis=1).reshape(-1, size)
        self.first = float(np.round(stays.there[0, self.own, 0]))
        self.expected = days[:, self.own].reshape(-1, size)

    def full(self, wanted: Array, beds: Array, random: np.random.Generator) -> Overflow:
        """The unit with `beds` (M,) when it is wanted for care days (M, D), some by persons beside the flow."""
        beside = wanted - self.expected[self.lead :]
        free = beds[:, None] - beside / self.lengths
        free = np.concatenate([np.repeat(free[:1], self.lead, axis=0), free]).astype(np.float32)
        inside, blocked, above = self._path(free, random)
        shift, crowded = above, np.zeros_like(wanted)
        if self.capacity.rule is OverflowRule.STAYS:
            room = np.maximum(beds[:, None] * self.lengths - inside[self.lead :], 0)
            crowded = np.maximum(beside - room, 0)
            shift = self._stay_outside(blocked)
            inside = inside + shift
        offered, shift = inside[self.lead :], shift[self.lead :]
        chance = offered - self.expected[self.lead :]
        known = chance.mean(axis=1, keepdims=True)
        apart = chance - known
        slope = (apart * shift).sum(axis=1, keepdims=True) / np.maximum((apart**2).sum(axis=1, keepdims=True), 1e-9)
        shift = np.clip(shift - slope * known, 0, None) + crowded
        everyone = np.maximum(wanted + apart, 0)
        shift = np.minimum(shift, everyone)
        return Overflow(self.own, self.over, everyone - shift, shift, apart)

    def _stay_outside(self, blocked: Array) -> Array:
        """Care days of persons who found the unit full, by when they came; they stay as long as others."""
        came = blocked.reshape(self.shape)
        found = np.zeros_like(self.come)
        for m in range(len(found)):
            np.einsum("ck,clk->lk", self.lived[m], came[: m + 1], out=found[m])
        return found.reshape(blocked.shape)

    def _path(self, free: Array, random: np.random.Generator) -> tuple[Array, Array, Array]:
        """Care days inside, persons who found no bed, and care days above the beds, all (M, D)."""
        count, size = free.shape
        come = self.come.reshape(count, size)
        kind = free.dtype
        inside, blocked, above = (np.zeros((count, size), dtype=kind) for _ in range(3))
        old: Array = np.full(size, self.first, dtype=kind)
        new: Array = np.zeros(size, dtype=kind)
        returns = self.capacity.rule is OverflowRule.RETURNS
        for m in range(count):
            steps = max(1, round(float(self.spans[m]) / STEP))
            length = float(self.spans[m]) / steps
            lost_old, lost_new = _Leaving(self.leave_old[m] * length), _Leaving(self.leave[m] * length)
            coming = _poisson_bounds(np.maximum(come[m], 0) / steps)
            chances = random.random((steps, 3, size), dtype=np.float32)
            before = old + new
            for chance in chances:
                old = old - lost_old.number(old, chance[0])
                new = new - lost_new.number(new, chance[1])
                arriving = (chance[2] > coming).sum(axis=0, dtype=np.float32)
                if not returns:
                    room = np.maximum(np.floor(free[m] - old - new + 1e-3), 0)
                    refused = np.maximum(arriving - room, 0)
                    blocked[m] += refused
                    arriving = arriving - refused
                new = new + arriving
                after = old + new
                inside[m] += (before + after) * (length / 2)
                if returns:
                    above[m] += (np.maximum(before - free[m], 0) + np.maximum(after - free[m], 0)) * (length / 2)
                before = after
        return inside, blocked, above


class _Leaving:
    """Draws the number of leavers among n persons, each with the hazard (D,) of a step: binomial, by inversion."""

    def __init__(self, hazard: Array) -> None:
        self.hazard = hazard.astype(np.float32)
        self.odds = np.expm1(self.hazard)

    def number(self, persons: Array, chance: Array) -> Array:
        """Leavers (D,) for uniform numbers (D,)."""
        share = np.exp(-self.hazard * persons)
        passed, found = share.copy(), np.zeros_like(persons)
        mean = float((persons * self.hazard).max(initial=0.0))
        for count in range(1, round(mean + 5 * mean**0.5) + 3):
            found += chance > passed
            share = share * np.maximum(persons - (count - 1), 0) * self.odds / count
            passed += share
        return np.minimum(found, persons)


def _poisson_bounds(mean: Array) -> Array:
    """Cumulated Poisson probabilities (J, D) of means (D,), far enough for all of them."""
    most = float(mean.max(initial=0.0))
    share = np.exp(-mean)
    found = [share]
    for count in range(1, round(most + 5 * most**0.5) + 3):
        share = share * mean / count
        found.append(found[-1] + share)
    return np.stack(found).astype(np.float32)


def _rate(left: Array, days: Array) -> Array:
    """Leavings a day and person; nought where nobody is."""
    return np.asarray(np.maximum(np.divide(left, days, out=np.zeros_like(days), where=days > 1e-6), 0))


def _place(flow: Flow, stream: object) -> int:
    """The stream's number; ProblemsError where there is none."""
    if stream not in flow.streams:
        message = msg("There is no stream {stream}.", stream=getattr(stream, "key", str(stream)))
        known = ", ".join(one.key for one in flow.streams)
        raise ProblemsError((Problem(message, msg("Choose among {streams}.", streams=known)),))
    return flow.streams.index(stream)
