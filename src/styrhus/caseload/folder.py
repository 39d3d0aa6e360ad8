"""The caseload of a plan folder: `caseload/placements.csv`, else `caseload/counts.csv`, and `population.csv`."""

import tomllib
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import tomli_w

from styrhus.caseload.counts.population import Population
from styrhus.caseload.kept import export
from styrhus.caseload.material_read import MaterialRead, read_material
from styrhus.forecast.material import Counts, Spells
from styrhus.forecast.material.horizon import day_of
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg

FOLDER = "caseload"
PLACEMENTS, COUNTS, POPULATION = "placements.csv", "counts.csv", "population.csv"
NOTES = "caseload.toml"
"""Tells `as_of`, the last day that the spells tell of, and whether they are `synthetic`; it may be left out."""
_README, _MADE_UP = "README.md", "(synthetic)"


@dataclass(frozen=True)
class FolderNotes:
    """What a folder tells of its files."""

    as_of: date | None = None
    synthetic: bool = False


def caseload_file(folder: Path) -> Path | None:
    """The file that holds a plan folder's spells or counts; None when it has none."""
    return next((path for name in (PLACEMENTS, COUNTS) if (path := folder / FOLDER / name).is_file()), None)


def population_file(folder: Path) -> Path | None:
    """The file that holds a plan folder's population; None when it has none."""
    path = folder / FOLDER / POPULATION
    return path if path.is_file() else None


def notes_of(folder: Path) -> FolderNotes:
    """What stands in `caseload.toml`, and whether the README says that the data are made up; ProblemsError."""
    readme = folder / FOLDER / _README
    made_up = readme.is_file() and _MADE_UP in readme.read_text(encoding="utf-8", errors="replace")[:2000]
    path = folder / FOLDER / NOTES
    if not path.is_file():
        return FolderNotes(synthetic=made_up)
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ProblemsError((_not_toml(str(error)),)) from error
    as_of, synthetic = told.get("as_of"), told.get("synthetic", made_up)
    if (as_of is not None and type(as_of) is not date) or not isinstance(synthetic, bool):
        raise ProblemsError((_not_toml(f"as_of = {as_of}, synthetic = {synthetic}"),))
    return FolderNotes(as_of, synthetic)


def _not_toml(value: str) -> Problem:
    return Problem(
        msg("The notes on the cases cannot be read."),
        msg("Write `as_of = 2024-06-30` and `synthetic = true`, or take the file away."),
        f"{FOLDER}/{NOTES}", value=value[:80],
    )  # fmt: skip


def of_folder(folder: Path | str) -> MaterialRead | None:
    """What a plan folder tells of its cases; None when it tells nothing."""
    folder = Path(folder)
    path, people = caseload_file(folder), population_file(folder)
    if path is None and people is None:
        return None
    try:
        notes = notes_of(folder)
    except ProblemsError as error:
        return MaterialRead(None, error.problems)
    found = read_material(path, None, notes.as_of, name=f"{FOLDER}/{path.name}") if path else MaterialRead(None)
    if people is None:
        return found
    beside = read_material(people, name=f"{FOLDER}/{POPULATION}")
    return replace(found, population=beside.population, problems=(*found.problems, *beside.problems))


def write_caseload(
    folder: Path, material: Spells | Counts | None, population: Population | None = None, *, synthetic: bool = False
) -> None:  # fmt: skip
    """Write what a plan folder tells of cases into `folder`/caseload; reading it gives the same."""
    place = folder / FOLDER
    place.mkdir(parents=True, exist_ok=True)
    notes: dict[str, object] = {"synthetic": True} if synthetic else {}
    if isinstance(material, Spells):
        export(material, place / PLACEMENTS)
        notes["as_of"] = day_of(material.as_of)
    elif material is not None:
        export(material, place / COUNTS)
    if population is not None:
        export(population, place / POPULATION)
    if notes:
        (place / NOTES).write_text(tomli_w.dumps(notes), encoding="utf-8")
