"""Reads a file of spells, counts or population, whatever it is."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from styrhus.caseload.counts import population_read as of_population
from styrhus.caseload.counts import read as of_counts
from styrhus.caseload.counts.population import Population
from styrhus.caseload.mapping import CaseMapping, MaterialKind
from styrhus.caseload.opening import prepared
from styrhus.caseload.spells import read as of_spells
from styrhus.caseload.suggestion import suggested
from styrhus.finance.ledger.engine import engine
from styrhus.forecast.material import Counts, Spells
from styrhus.values.problem import Problem, ProblemsError, Severity


@dataclass(frozen=True, eq=False)
class MaterialRead:
    """What a file gave: material, or none and errors among `problems`; `mapping` is how it was read."""

    material: Spells | Counts | None
    problems: tuple[Problem, ...] = ()
    mapping: CaseMapping = field(default_factory=CaseMapping)
    population: Population | None = None
    headings: tuple[str, ...] = ()

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
    except ProblemsError as error:
        return MaterialRead(None, error.problems, chosen or CaseMapping())


def _read(path: Path, mapping: CaseMapping, name: str, as_of: date | None) -> MaterialRead:
    with TemporaryDirectory(prefix="styrhus-") as folder, engine(Path(folder)) as connection:
        connection.execute("SET memory_limit = '500MB'")
        if mapping.kind is MaterialKind.SPELLS:
            found = of_spells.read(connection, path, mapping, Path(folder), name=name, as_of=as_of)
            return MaterialRead(found.spells, found.problems, mapping, headings=found.headings)
    return _of_table(path, mapping, name)


def _of_table(path: Path, mapping: CaseMapping, name: str) -> MaterialRead:
    """Counts or population."""
    with TemporaryDirectory(prefix="styrhus-") as folder:
        opened = prepared(path, mapping, Path(folder), name)
        if mapping.kind is MaterialKind.POPULATION:
            people = of_population.read(opened, mapping)
            return MaterialRead(None, opened.warnings, mapping, people, opened.headings)
        return MaterialRead(of_counts.read(opened, mapping), opened.warnings, mapping, headings=opened.headings)
