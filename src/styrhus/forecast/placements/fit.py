"""From spells to parameters: how persons have come, stayed, moved and cost, with what is not known of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from styrhus.forecast.material.horizon import Horizon
from styrhus.forecast.material.spells import Spells
from styrhus.forecast.placements import moves, prices
from styrhus.forecast.placements import stays as staying
from styrhus.forecast.placements.arrivals import arrivals
from styrhus.forecast.placements.notes import drifts, notes
from styrhus.forecast.placements.parameters import Array, Parameters
from styrhus.forecast.placements.residents import residents, with_age_outs
from styrhus.forecast.placements.sequence import stays
from styrhus.forecast.placements.window import window

DRAWS_EACH = 8
"""Draws of arrivals and prices that go with each draw of the stays."""


class Hash(Protocol):
    """What `hashlib` gives."""

    def update(self, data: bytes, /) -> None: ...


@dataclass(frozen=True, eq=False)
class Known:
    """What the user knows beside the spells.

    index       a year's growth of all prices from now on (0.03), instead of the growth that the spells show
    population  by target group, the population of each month ahead as a multiple of today's
    latest      (N,) for each spell the day that its person is too old for the care (OPEN for nobody): a planned end
    """

    index: float | None = None
    population: Mapping[str, Sequence[float]] | None = None
    latest: NDArray[np.int32] | None = None

    def into(self, digest: Hash) -> None:
        """Makes a digest tell this knowledge apart from other knowledge."""
        digest.update(repr((self.index, sorted((self.population or {}).items()))).encode())
        if self.latest is not None:
            digest.update(self.latest.tobytes())


def estimate(spells: Spells, horizon: Horizon, *, draws: int, seed: int, known: Known | None = None) -> Parameters:
    """Posterior draws of all parameters of the spells' streams over the horizon."""
    known = known or Known()
    random = np.random.default_rng(seed)
    if known.latest is not None:
        spells = replace(spells, end=with_age_outs(spells, known.latest))
    cost = prices.learn(spells)
    spells = sound(spells)
    size, each = len(spells.streams), _each(draws)
    past, found = window(spells), stays(spells)
    inflow = arrivals(found, past, horizon, size, draws=draws, random=random)
    inflow *= _population(spells, horizon, known)
    seen = staying.seen(found, past, size)
    mean, hazard = staying.hazards(seen, draws // each, random)
    pace = staying.pace(seen, mean, past, horizon, draws=draws // each, random=random)
    there = residents(found, spells.as_of)
    waited = horizon.first_day - spells.as_of - 1
    mixed = prices.staying(there, inflow[:, :, 0].mean(axis=0), mean * pace[:, :, 0].mean(axis=0)[:, None], horizon,
                           waited=waited)  # fmt: skip
    return Parameters(
        streams=spells.streams, horizon=horizon, residents=there, arrivals=inflow, hazard=hazard, pace=pace,
        moves=moves.moves(found, past, size, draws=draws // each, random=random),
        price=prices.paths(cost, horizon, mixed, random=random, draws=draws, waited=waited, index=known.index),
        spread=cost.spread, waited=waited, seed=seed, notes=(*notes(spells, found, past, cost), *drifts(inflow, pace)),
    )  # fmt: skip


def sound(spells: Spells) -> Spells:
    """Without spells that begin after the data end, when nobody is known to have come, and those without a care day.

    Who comes and leaves on the same day has no care day; counted as an arrival with a stay of a fraction of a day,
    many such would make care days look more even than they are.
    """
    kept = (spells.start <= spells.as_of) & (spells.end > spells.start)
    if kept.all():
        return spells
    columns = {name: getattr(spells, name)[kept] for name in ("stream", "person", "start", "end", "price", "monthly")}
    return replace(spells, **columns)


def _each(draws: int) -> int:
    """The largest number up to DRAWS_EACH that divides the draws."""
    return next(each for each in range(min(DRAWS_EACH, draws), 0, -1) if draws % each == 0)


def _population(spells: Spells, horizon: Horizon, known: Known) -> Array:
    """Factor on the arrivals (S, M)."""
    found = np.ones((len(spells.streams), horizon.count))
    for place, stream in enumerate(spells.streams):
        told = (known.population or {}).get(stream.group)
        if told is not None:
            found[place] = np.asarray(told, dtype=float)[: horizon.count]
    return found
