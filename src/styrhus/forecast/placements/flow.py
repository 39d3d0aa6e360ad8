"""Given parameters, the expected care days of every stream and month, in every draw and under levers."""

from collections.abc import Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from styrhus.forecast.lever import Lever
from styrhus.forecast.placements.cohorts import Cohorts, Triangle, cohorts
from styrhus.forecast.placements.effects import Effects, Home, effects
from styrhus.forecast.placements.network import entries, lived, moves_of
from styrhus.forecast.placements.parameters import Array, Parameters
from styrhus.forecast.placements.staying import Rows, rows, summed


@dataclass(frozen=True, eq=False)
class Stays:
    """Who stays how long: M arrays (m + 1, S, K) as `Cohorts` has them; of residents care days and leavers (M, S, K).

    `there` (M + 1, S, K) are the residents who are there when periods begin. `after` is kept of a single draw alone.
    """

    lived: Triangle
    after: Triangle
    leaving: Triangle
    days: Array
    there: Array
    left: Array


class Flow:
    """The periods of a world's horizon and all that levers do not change, kept between moves of a lever.

    Arrays have months first and draws last, as L × K: draw d of the parameters stands at (d % L, d // L). The first
    period is that between `as_of` and the horizon, where there is one (`lead` 1). What is kept is read and replaced in
    one step each, so that several threads may ask.
    """

    def __init__(self, world: Parameters, kind: type = np.float32) -> None:
        if world.draws % world.stays:
            raise ValueError(f"{world.draws} draws do not go evenly on {world.stays} draws of stays")
        self.streams = world.streams
        self.lead = int(world.waited > 0)
        self.lengths = (world.waited,) * self.lead + world.horizon.lengths
        self.size, self.stays_count, self.count = len(world.streams), world.stays, len(self.lengths)
        self.hazard: Array = np.ascontiguousarray(world.hazard.transpose(2, 1, 0), dtype=kind)
        self.pace = self.with_lead(np.ascontiguousarray(world.pace.transpose(2, 1, 0), dtype=kind))
        self.arrivals = self.with_lead(by_month(world.arrivals, world.stays, kind))
        if self.lead:
            self.arrivals[0] *= kind(world.waited / world.horizon.lengths[0])
        self.price = by_month(world.price, world.stays, kind)
        self.correction = None if world.correction is None else by_month(world.correction, world.stays, kind)
        self.moves = moves_of(world.moves, kind)
        self.rows: Rows = rows(world.residents, self.lengths)
        self._base: Stays | None = None
        self._moved: tuple[bytes, Stays] | None = None
        self._known: tuple[bytes, Array, Array] | None = None

    def with_lead(self, values: Array) -> Array:
        """In the time before the horizon things are as in its first month."""
        return np.concatenate([values[:1], values]) if self.lead else values

    def stays(self, pace: Array) -> Stays:
        """How long people stay when the pace of leaving has a factor (S, M)."""
        if self._base is None:
            self._base = self._stays(np.ones((self.size, self.count)), np.arange(self.size))
        changed = np.flatnonzero((pace != 1).any(axis=1))
        if not len(changed):
            return self._base
        key = pace.tobytes()
        moved = self._moved
        if moved is None or moved[0] != key:
            factor = self.with_lead(pace.T).T
            part = self._stays(factor, changed)
            moved = self._moved = (key, part if len(changed) == self.size else self._merged(part, changed))
        return moved[1]

    def cohorts(self, factor: Array, chosen: NDArray[np.int64]) -> Cohorts:
        """Cohorts of the chosen streams, arrays (m + 1, S, K), when the pace has a factor (S, M) of all periods."""
        hazard, pace = self.hazard[:, chosen], self._pace(factor, chosen)
        found = cohorts(hazard.reshape(len(hazard), -1), pace.reshape(self.count, -1), self.lengths)
        days, after, left = (
            [one.reshape(len(one), len(chosen), self.stays_count) for one in part]
            for part in (found.days, found.after, found.left)
        )
        return Cohorts(days, after, left)

    def _pace(self, factor: Array, chosen: NDArray[np.int64]) -> Array:
        return np.asarray(self.pace[:, chosen] * factor.T[:, chosen, None].astype(self.pace.dtype))

    def _stays(self, factor: Array, chosen: NDArray[np.int64]) -> Stays:
        pace, whole = self._pace(factor, chosen), self.cohorts(factor, chosen)
        found = [summed(self.rows, n, self.hazard[:, n], pace[:, i]) for i, n in enumerate(chosen)]
        days, there, left = (np.stack([one[part] for one in found], axis=1) for part in range(3))
        return Stays(whole.days, whole.after if self.stays_count == 1 else [], whole.left, days, there, left)

    def _merged(self, part: Stays, changed: NDArray[np.int64]) -> Stays:
        """What was so before, with the streams that have changed."""
        base = self._base
        assert base is not None

        def joined(old: Array, new: Array) -> Array:
            found = old.copy()
            found[..., changed, :] = new
            return found

        def all_joined(old: Triangle, new: Triangle) -> Triangle:
            return [joined(*pair) for pair in zip(old, new, strict=True)]

        return Stays(
            all_joined(base.lived, part.lived), all_joined(base.after, part.after),
            all_joined(base.leaving, part.leaving), joined(base.days, part.days),
            joined(base.there, part.there), joined(base.left, part.left),
        )  # fmt: skip

    def coming(self, inflow: Array) -> Array:
        """Arrivals (M, S, L, K) with a factor (S, M)."""
        if (inflow == 1).all():
            return self.arrivals
        return self.arrivals * self.with_lead(inflow.T).astype(self.arrivals.dtype)[:, :, None, None]

    def days(self, moved: Effects) -> Array:
        """Expected care days (M, S, L, K) of the horizon: people come, stay, move, and are taken home."""
        days = self.lived(moved)[1][self.lead :]
        if self.correction is not None:
            days = days * self.correction
        for home in moved.homes:
            days = taken_home(days, home, self.lengths[self.lead :])
        return days

    def lived(self, moved: Effects) -> tuple[Array, Array]:
        """Entries and care days (M, S, L, K) of all periods before anything is corrected or taken home."""
        key = moved.inflow.tobytes() + moved.pace.tobytes()
        known = self._known
        if known is None or known[0] != key:
            stays = self.stays(moved.pace)
            found = entries(self.coming(moved.inflow), stays.leaving, self.moves, stays.left)
            days = lived(found, stays.lived)
            days += stays.days[:, :, None, :]
            known = self._known = (key, found, np.maximum(days, 0))
        return known[1:]

    def prices(self, moved: Effects) -> Array:
        """Kr a care day (M, S, L, K)."""
        if (moved.price == 1).all():
            return self.price
        return self.price * moved.price.T.astype(self.price.dtype)[:, :, None, None]


def home_share(days: Array, home: Home, lengths: Sequence[int]) -> Array:
    """Share of those in the streams that are left who are taken home, by month (M, 1 or L, 1 or K)."""
    amount = home.amount[:, None, None]
    if not home.persons:
        return amount
    there = days[:, list(home.leave)].sum(axis=1)
    return np.asarray(np.minimum(amount * np.array(lengths)[:, None, None] / np.maximum(there, 1e-6), 1.0))


def taken_home(days: Array, home: Home, lengths: Sequence[int]) -> Array:
    """Care days (M, S, …) with persons in other streams than before."""
    share = home_share(days, home, lengths).astype(days.dtype)
    found = days.copy()
    for leave, enter in zip(home.leave, home.enter, strict=True):
        moved = share * days[:, leave]
        found[:, leave] -= moved
        found[:, enter] += moved
    return found


def by_month(values: Array, stays: int, kind: type) -> Array:
    """(D, S, M) as (M, S, L, K)."""
    draws, size, count = values.shape
    split = values.reshape(stays, draws // stays, size, count)
    return np.ascontiguousarray(split.transpose(3, 2, 1, 0), dtype=kind)


def by_draw(values: Array) -> Array:
    """(M, S, L, K) as (D, S, M)."""
    count, size = values.shape[:2]
    return np.ascontiguousarray(values.transpose(3, 2, 1, 0).reshape(-1, size, count), dtype=np.float64)


_FLOWS: WeakKeyDictionary[Parameters, Flow] = WeakKeyDictionary()


def flow(world: Parameters) -> Flow:
    """The flow of these parameters, made once."""
    found = _FLOWS.get(world)
    if found is None:
        found = _FLOWS[world] = Flow(world)
    return found


def care_days(world: Parameters, levers: Sequence[Lever] = ()) -> Array:
    """Expected care days (D, S, M) under the levers, as if every unit had beds enough."""
    return by_draw(flow(world).days(effects(world, levers, ())))


def prices(world: Parameters, levers: Sequence[Lever] = ()) -> Array:
    """Kr a care day (D, S, M) under the levers."""
    return by_draw(flow(world).prices(effects(world, levers, ())))
