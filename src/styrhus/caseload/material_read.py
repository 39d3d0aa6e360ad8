"""Reads a file of spells, counts or population, whatever it is."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from styrhus.caseload.counts import population_read as of_population
from styrhus.caseload.counts import read as of_counts
from styrhus.caseload.counts.population import Population
from styrhus.caseload.mapping import SPELL_FIELDS, CaseMapping, MaterialKind
from styrhus.caseload.opening import prepared
from styrhus.caseload.personal import TellsOfPersonsError, refuse_persons
from styrhus.caseload.quality import Quality, quality
from styrhus.caseload.quality.overlaps import lying, tidied
from styrhus.caseload.spells import read as of_spells
from styrhus.caseload.ssda903 import convert
from styrhus.caseload.suggestion import suggested
from styrhus.finance.ledger.engine import engine
from styrhus.forecast.material import OPEN, Counts, Spells
from styrhus.forecast.material.horizon import day_of
from styrhus.values.problem import Problem, ProblemsError, Severity
from styrhus.values.text import msg

HEADER = "header.csv"
"""The file with dates of birth that lies beside SSDA903 episodes."""


@dataclass(frozen=True, eq=False)
class MaterialRead:
    """What a file gave: material, or none and errors among `problems`; `mapping` is how it was read.

    `material` is what a forecast is made from: each day of a person in the same care counts once. `told` is what stood
    in the file, and what is kept and judged by `quality`. `refused` says that the file tells who somebody is.
    """

    material: Spells | Counts | None
    problems: tuple[Problem, ...] = ()
    mapping: CaseMapping = field(default_factory=CaseMapping)
    population: Population | None = None
    headings: tuple[str, ...] = ()
    told: Spells | Counts | None = None
    quality: Quality | None = None
    refused: bool = False

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)


def read_material(
    path: Path | str, mapping: CaseMapping | None = None, as_of: date | None = None, *, name: str = ""
) -> MaterialRead:
    """Read `path` by `mapping`, or by what its headings tell; `as_of` is the last day that it tells of.

    Never raises for what is in the file: `problems` tells what stands in the way, with row, column and value.
    """
    path = Path(path)
    name = name or path.name
    chosen = mapping
    try:
        chosen = mapping or suggested(path, name)
        return _read(path, chosen, name, as_of)
    except TellsOfPersonsError as error:
        return MaterialRead(None, error.problems, chosen or CaseMapping(), refused=True)
    except ProblemsError as error:
        return MaterialRead(None, error.problems, chosen or CaseMapping())


def _read(path: Path, mapping: CaseMapping, name: str, as_of: date | None) -> MaterialRead:
    if mapping.kind is MaterialKind.EPISODES:
        return _of_episodes(path, mapping, name, as_of)
    if mapping.kind is not MaterialKind.SPELLS:
        return _of_table(path, mapping, name)
    with TemporaryDirectory(prefix="styrhus-") as folder, engine(Path(folder)) as connection:
        connection.execute("SET memory_limit = '500MB'")
        found = of_spells.read(connection, path, mapping, Path(folder), name=name, as_of=as_of)
    lie = lying(found.spells)
    told = quality(found.spells, lie)
    problems = (*found.problems, *warnings(told, name, found.rows))
    if as_of is None:
        problems = (*problems, _last_day(found.spells, name))
    return MaterialRead(
        tidied(found.spells, lie), problems, mapping, headings=found.headings, told=found.spells,
        quality=told,
    )  # fmt: skip


def _of_episodes(path: Path, mapping: CaseMapping, name: str, as_of: date | None) -> MaterialRead:
    """SSDA903 episodes, with the header file beside them where there is one."""
    beside = path.with_name(HEADER)
    with TemporaryDirectory(prefix="styrhus-") as folder:
        converted = Path(folder) / "placements.csv"
        convert(path, converted, header=beside if beside.is_file() else None, name=name)
        plain = CaseMapping(delimiter=",", columns={field: field for field in SPELL_FIELDS})
        found = _read(converted, plain, name, as_of)
    told = msg("The episodes were joined to {count} placements.", count=len(found.told) if found.told else 0)
    remedy = msg("Rows in what is told of them are those of the placements, in order of their start.")
    note = Problem(told, remedy, name, severity=Severity.NOTE)
    return replace(found, mapping=mapping, problems=(note, *found.problems))


def _last_day(spells: Spells, name: str) -> Problem:
    """Which day the file was found to tell of, and what that means for the ends after it."""
    planned = int(((spells.end != OPEN) & (spells.end > spells.as_of)).sum())
    return Problem(
        msg("The file is taken to tell of days up to {day}; {count} ends after it are planned ones.",
            day=day_of(spells.as_of).isoformat(), count=planned),
        msg("Give another last day if that is wrong."), name, severity=Severity.NOTE,
    )  # fmt: skip


def _of_table(path: Path, mapping: CaseMapping, name: str) -> MaterialRead:
    """Counts or population."""
    with TemporaryDirectory(prefix="styrhus-") as folder, engine(Path(folder)) as connection:
        opened = prepared(path, mapping, Path(folder), name)
        refuse_persons(connection, opened, mapping.heading_row)
        if mapping.kind is MaterialKind.POPULATION:
            people = of_population.read(opened, mapping)
            return MaterialRead(None, opened.warnings, mapping, people, opened.headings)
        counts = of_counts.read(opened, mapping)
        told = quality(counts)
        problems = (*opened.warnings, *warnings(told, name))
        return MaterialRead(counts, problems, mapping, headings=opened.headings, told=counts, quality=told)


def warnings(found: Quality, name: str, rows: Sequence[int] | NDArray[np.int64] = ()) -> tuple[Problem, ...]:
    """A warning for each finding; `rows` tells the row of each spell in the file, so that the first can be named."""
    return tuple(
        Problem(finding.message, finding.remedy, name, int(rows[finding.examples[0]]) if len(rows) and finding.examples
                else None, severity=Severity.WARNING)
        for finding in found.findings
    )  # fmt: skip
