"""What a forecast on the command line is made from: a file, a plan folder, or a board of the database."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from styrhus.cli.language import Language
from styrhus.cli.output import stop, stop_with_problems, tell
from styrhus.cli.source import BOARD_YEAR, dossier_of, dossier_of_folder

if TYPE_CHECKING:
    from styrhus.caseload import MaterialRead, Population
    from styrhus.dossier.dossier import Dossier
    from styrhus.dossier.placement_forecast import Outlook
    from styrhus.forecast import Capacity, Counts, Forecast, Spells

LEAST_MONTHS = 12
SPELLS, COUNTS, GRID = "spells", "counts", "grid"


@dataclass(frozen=True, eq=False)
class Source:
    """Material; of a plan also the months to the end of its year, the places of its own streams and its dossier.

    `synthetic` says that the material is made up.
    """

    name: str
    material: "Spells | Counts"
    months: int = LEAST_MONTHS
    capacities: "tuple[Capacity, ...]" = ()
    synthetic: bool = False
    dossier: "Dossier | None" = None
    population: "Population | None" = None

    def month_names(self, months: int | None) -> tuple[str, ...]:
        """`2019-01` and so on, the months that a forecast of it is made for."""
        from styrhus.forecast import Counts, Horizon

        ahead = months or self.months
        if not isinstance(self.material, Counts):
            return Horizon.after(self.material.as_of, ahead).names
        (year, month), held = self.material.first, len(self.material) * self.material.months_each
        first = year * 12 + month - 1 + held
        return Horizon(first // 12, first % 12 + 1, ahead).names


def outlook_of(source: Source, forecast: "Forecast") -> "Outlook | None":
    """The plan year beside its budget; None without a plan, without a budget or when the year is not forecast."""
    dossier = source.dossier
    if dossier is None or dossier.plan.year not in [year.year for year in forecast.years]:
        return None
    from styrhus.dossier.placement_forecast import Material, outlook

    found = outlook(dossier, Material(source.name, source.material), forecast)
    return None if found.budget is None else found


def source_of(
    named: str, kind: str, as_of: date | None, *, data: Path | None, language: Language
) -> Source:  # fmt: skip
    """The material that `named` has: a file, a folder, or BOARD/YEAR. Ends the command when it has none.

    `kind` is `spells`, `counts` or `grid`, empty for the best that there is.
    """
    from styrhus.values.text import msg

    path = Path(named)
    if path.is_file():
        return _of_file(path, kind, as_of, language)
    if path.is_dir():
        return _of_folder(path, kind, as_of, language)
    if not BOARD_YEAR.fullmatch(named):
        told = msg("There is no file or folder {source}, and it is no board and year such as lund/2023.", source=named)
        stop(told, language)
    return _of_board(named, kind, data, language)


def _of_file(path: Path, kind: str, as_of: date | None, language: Language) -> Source:
    from styrhus.values.text import msg

    if kind == GRID:
        stop(msg("A file has no placement grid; give a plan folder, or BOARD/YEAR."), language)
    return Source(path.name, as_kind(read_file(path, as_of, language), kind, language))


def read_file(path: Path, as_of: date | None, language: Language) -> "Spells | Counts":
    """What a file tells; its warnings are told, errors end the command with 1."""
    from styrhus.caseload import read_material

    try:
        read: MaterialRead = read_material(path, as_of=as_of)
    except OSError as error:
        from styrhus.values.text import msg

        stop(msg("{file} cannot be read: {why}.", file=path, why=error.strerror), language)
    if read.material is None:
        stop_with_problems(read.problems, language)
    tell(read.problems, language)
    return read.material


def as_kind(material: "Spells | Counts", kind: str, language: Language) -> "Spells | Counts":
    """The material as what was asked for: spells are counted by month where counts are wanted."""
    from styrhus.forecast import Spells
    from styrhus.values.text import msg

    if kind == SPELLS and not isinstance(material, Spells):
        stop(msg("The file has counts and no spells; leave out --from, or give --from counts."), language)
    if kind == COUNTS and isinstance(material, Spells):
        from styrhus.forecast.evaluate.past import past_of

        past = past_of(material)
        if not past.horizon.count:
            stop(msg("The file has no whole month to count; leave out --from."), language)
        return past.counts(past.horizon.count)
    return material


def _of_folder(folder: Path, kind: str, as_of: date | None, language: Language) -> Source:
    from styrhus.caseload import read_material
    from styrhus.caseload.folder import caseload_file, notes_of, population_file
    from styrhus.values.problem import ProblemsError

    dossier = dossier_of_folder(folder, language)
    path = None if kind == GRID else caseload_file(folder)
    if path is None:
        return _planned(dossier, _grid(dossier, kind, language), language)
    try:
        notes = notes_of(folder)
    except ProblemsError as error:
        stop_with_problems(error.problems, language)
    material = as_kind(read_file(path, as_of or notes.as_of, language), kind, language)
    people = population_file(folder)
    population = None if people is None else read_material(people).population
    return replace(_planned(dossier, material, language, synthetic=notes.synthetic), population=population)


def _of_board(named: str, kind: str, data: Path | None, language: Language) -> Source:
    dossier = dossier_of(named, data, language)
    if kind != GRID:
        from styrhus.store.caseload import material

        held = material(dossier.board.id)
        found = None if held is None else held.spells if held.spells is not None else held.counts
        if held is not None and found is not None:
            source = _planned(dossier, as_kind(found, kind, language), language, synthetic=held.synthetic)
            return replace(source, population=held.population)
    return _planned(dossier, _grid(dossier, kind, language), language)


def _grid(dossier: "Dossier", kind: str, language: Language) -> "Counts":
    """The yearly counts of the plan's own placement grid; ends the command where it has none, or others are asked."""
    from styrhus.dossier.placement_forecast import grid_counts
    from styrhus.values.text import msg

    name = f"{dossier.board.id}/{dossier.plan.year}"
    if kind in (SPELLS, COUNTS):
        stop(msg("{name} has no cases imported; leave out --from, or give --from grid.", name=name), language)
    counts = grid_counts(dossier)
    if counts is None:
        stop(
            msg("{name} has neither cases nor persons in the placement grid: nothing to forecast from.", name=name),
            language,
        )
    return counts


def _planned(dossier: "Dossier", material: "Spells | Counts", language: Language, *, synthetic: bool = False) -> Source:
    from styrhus.dossier.placement_forecast import Material, horizon_months
    from styrhus.values.text import msg

    name = f"{dossier.board.id}/{dossier.plan.year}"
    places = tuple(held.capacity for held in dossier.capacities)
    try:
        return Source(
            name, material, horizon_months(Material("", material), dossier.plan.year), places, synthetic, dossier
        )
    except ValueError:
        stop(msg("{name} lies too long after the last day that is known; give --months.", name=name), language)
