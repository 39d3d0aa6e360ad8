"""Spells from a file, for who asks for nothing else."""

from dataclasses import dataclass
from pathlib import Path

from styrhus.caseload.material_read import read_material
from styrhus.forecast.material import Spells
from styrhus.values.problem import Problem


@dataclass(frozen=True)
class SpellsRead:
    """What a file gave: spells, or none with an error among the problems."""

    spells: Spells | None
    problems: tuple[Problem, ...] = ()


def read_spells(path: Path | str) -> SpellsRead:
    """Read `person, group, type, provider, start, end, price, price_unit`; ISO dates, empty end = open."""
    found = read_material(path)
    return SpellsRead(found.material if isinstance(found.material, Spells) else None, found.problems)
