"""How much material there is, and which time it covers."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from styrhus.caseload.counts.population import Population
from styrhus.forecast.material import Counts, Spells
from styrhus.forecast.material.horizon import day_of


@dataclass(frozen=True)
class Extent:
    """Rows, persons (of spells), the last day told of (of spells), first and last period as text."""

    rows: int
    persons: int | None
    as_of: date | None
    first: str
    last: str


def extent(material: Spells | Counts | Population) -> Extent:
    """The extent of any material."""
    if isinstance(material, Spells):
        last = day_of(material.as_of)
        return Extent(len(material), persons_of(material), last, day_of(material.first).isoformat(),
                      last.isoformat())  # fmt: skip
    told = int((~np.isnan(material.persons)).sum())
    if isinstance(material, Population):
        return Extent(told, None, None, str(material.years[0]), str(material.years[-1]))
    return Extent(told, None, None, _period(material, 0), _period(material, len(material) - 1))


def persons_of(spells: Spells) -> int:
    """How many different persons there are; counted rather than sorted where their numbers are small."""
    if len(spells) and int(spells.person.min()) >= 0 and int(spells.person.max()) < 1 << 26:
        return int(np.count_nonzero(np.bincount(spells.person)))
    return len(np.unique(spells.person))


def _period(counts: Counts, place: int) -> str:
    year, month = counts.first
    if counts.months_each == 12:
        return str(year + place)
    number = year * 12 + month - 1 + place
    return f"{number // 12}-{number % 12 + 1:02d}"
