"""Makes a forecast: the material is fitted once, levers are moved as often as one likes."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import cast, overload

from styrhus.forecast.counts import FittedCounts, fit_counts
from styrhus.forecast.lever import Capacity, Lever
from styrhus.forecast.lever_text import format_lever
from styrhus.forecast.material.counts import Counts
from styrhus.forecast.material.horizon import Horizon, day_of
from styrhus.forecast.material.spells import Spells
from styrhus.forecast.placements.fit import Known, estimate
from styrhus.forecast.placements.lever_notes import lever_notes
from styrhus.forecast.placements.outcome import outcome
from styrhus.forecast.placements.parameters import Parameters
from styrhus.forecast.result import Forecast
from styrhus.values.text import Text

ENGINE = "6"
"""Changes whenever the same material would give another forecast."""
DRAWS = 2000
SEED = 20190831
"""The same material gives the same forecast."""


@dataclass(frozen=True, eq=False)
class Fitted:
    """Material with all that was learnt from it; `forecast` is quick, and is asked once for every set of levers."""

    parameters: Parameters
    as_of: str
    digest: str
    method: str
    capacities: tuple[Capacity, ...] = ()

    def forecast(self, levers: Sequence[Lever] = ()) -> Forecast:
        """The forecast under these levers; none of them is the base."""
        world = self.parameters
        total, streams, years = outcome(world, levers, self.capacities)
        words = tuple(format_lever(lever, world.horizon.names) for lever in levers)
        return Forecast(
            months=world.horizon.names, total=total, streams=streams, years=years, as_of=self.as_of,
            method=self.method, engine=ENGINE, seed=world.seed, draws=world.draws, levers=words,
            digest=sha256("\n".join((self.digest, *words)).encode()).hexdigest(),
            notes=(*cast(tuple[Text, ...], world.notes), *lever_notes(world, levers, self.capacities)),
        )  # fmt: skip


@overload
def fit(
    material: Spells, *, months: int = 12, draws: int = DRAWS, seed: int = SEED, capacities: Sequence[Capacity] = (),
    known: Known | None = None,
) -> Fitted: ...  # fmt: skip


@overload
def fit(
    material: Counts, *, months: int = 12, draws: int = DRAWS, seed: int = SEED, capacities: Sequence[Capacity] = (),
) -> FittedCounts: ...  # fmt: skip


def fit(
    material: Spells | Counts, *, months: int = 12, draws: int = DRAWS, seed: int = SEED,
    capacities: Sequence[Capacity] = (), known: Known | None = None,
) -> Fitted | FittedCounts:  # fmt: skip
    """Learn for the `months` whole months after the last day that the material tells of.

    `draws` are divided best by eight. `known` is what the user knows beside the spells: a price index, a population
    forecast, the last days of who will be too old. The same material, arguments and seed give the same forecast.
    """
    if isinstance(material, Counts):
        return fit_counts(material, months=months, draws=draws, seed=seed, capacities=capacities)
    spells, horizon = material, Horizon.after(material.as_of, months)
    parameters = estimate(spells, horizon, draws=draws, seed=seed, known=known)
    digest = sha256()
    for column in (spells.stream, spells.person, spells.start, spells.end, spells.price, spells.monthly):
        digest.update(column.tobytes())
    digest.update(repr((spells.streams, spells.as_of, spells.first, months, draws, seed, capacities)).encode())
    if known is not None:
        known.into(digest)
    return Fitted(parameters, day_of(spells.as_of).isoformat(), digest.hexdigest(), "spells", tuple(capacities))
