"""Makes a forecast of counts: honestly wider than that of spells, with the same levers."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import log

import numpy as np

from styrhus.forecast.counts import years
from styrhus.forecast.counts.levers import persons_under, price_under
from styrhus.forecast.counts.notes import notes_of, notes_of_levers
from styrhus.forecast.counts.outcome import told
from styrhus.forecast.counts.price import price_draws
from styrhus.forecast.counts.world import World
from styrhus.forecast.lever import Capacity, Lever
from styrhus.forecast.lever_text import format_lever
from styrhus.forecast.material.counts import Counts
from styrhus.forecast.material.horizon import Horizon, day_of
from styrhus.forecast.result import Forecast
from styrhus.forecast.series import monthly_draws

ENGINE = "1"
"""Changes whenever the same counts would give another forecast."""
STAY = (3.0, 24.0)
"""Months that a mean stay is likely to lie between (drawn evenly by its logarithm); counts do not tell it."""


@dataclass(frozen=True, eq=False)
class FittedCounts:
    """Counts with all that was learnt from them; used as `make.Fitted` of spells is."""

    world: World
    as_of: str
    digest: str
    method: str
    capacities: tuple[Capacity, ...] = ()

    def forecast(self, levers: Sequence[Lever] = ()) -> Forecast:
        """The forecast under these levers; none of them is the base."""
        world = self.world
        persons = persons_under(world, levers, self.capacities)
        lengths = np.array(world.horizon.lengths, dtype=float)
        total, streams, calendar = told(
            world.streams, world.horizon, persons * lengths, persons * price_under(world, levers)
        )
        words = tuple(format_lever(lever, world.horizon.names) for lever in levers)
        return Forecast(
            months=world.horizon.names, total=total, streams=streams, years=calendar, as_of=self.as_of,
            method=self.method, engine=ENGINE, seed=world.seed, draws=len(world.persons), levers=words,
            digest=sha256("\n".join((self.digest, *words)).encode()).hexdigest() if words else self.digest,
            notes=(*world.notes, *notes_of_levers(world, levers, self.capacities)),
        )  # fmt: skip


def fit_counts(
    counts: Counts, *, months: int = 12, draws: int = 2000, seed: int = 20190831, capacities: Sequence[Capacity] = (),
    method: str | None = None,
) -> FittedCounts:  # fmt: skip
    """Learn from counts by month or year for the `months` whole months after the last of them.

    Months are carried on by `series.monthly_draws`, years by `years.monthly_draws`, prices by `price.price_draws`.
    Inflow and stay act through a mean stay that is itself drawn between `STAY`. With `method`, one of
    `series.candidates.NAMES`, months are carried on by that one alone.
    """
    first = counts.first[0] * 12 + counts.first[1] - 1 + len(counts) * counts.months_each
    horizon = Horizon(first // 12, first % 12 + 1, months)
    if counts.months_each == 1:
        persons = monthly_draws(counts.persons, months, draws=draws, seed=seed, method=method)
    else:
        persons = years.monthly_draws(counts.persons, months, draws=draws, seed=seed)
    random = np.random.default_rng((seed, 2))
    price = price_draws(counts.price, months, months_each=counts.months_each, draws=draws, random=random)
    stay = np.exp(random.uniform(log(STAY[0]), log(STAY[1]), (draws, len(counts.streams))))
    world = World(counts.streams, horizon, persons, price, stay, seed, notes_of(counts))
    name = "counts" if counts.months_each == 1 else "yearly counts"
    if method:
        name = f"{name}: {method}"
    as_of = day_of(horizon.first_day - 1).isoformat()
    digest = _digest(counts, (months, draws, seed, capacities, method))
    return FittedCounts(world, as_of, digest, name, tuple(capacities))


def _digest(counts: Counts, asked: tuple[object, ...]) -> str:
    found = sha256(counts.persons.tobytes() + counts.price.tobytes())
    found.update(repr((counts.streams, counts.first, counts.months_each, *asked)).encode())
    return found.hexdigest()
