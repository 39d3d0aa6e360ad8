"""The caseload of a plan folder: `caseload/placements.csv`, else `caseload/counts.csv`, and `population.csv`."""

from dataclasses import replace
from pathlib import Path

from styrhus.caseload.material_read import MaterialRead, read_material

FOLDER = "caseload"
FILES = ("placements.csv", "counts.csv")
POPULATION = "population.csv"


def caseload_file(folder: Path) -> Path | None:
    """The file that holds a plan folder's spells or counts; None when it has none."""
    return next((path for name in FILES if (path := folder / FOLDER / name).is_file()), None)


def of_folder(folder: Path | str) -> MaterialRead | None:
    """What a plan folder tells of its cases; None when it tells nothing."""
    folder = Path(folder)
    path = caseload_file(folder)
    if path is None:
        return None
    found = read_material(path, name=f"{FOLDER}/{path.name}")
    beside = folder / FOLDER / POPULATION
    if not beside.is_file():
        return found
    people = read_material(beside, name=f"{FOLDER}/{POPULATION}")
    return replace(found, population=people.population, problems=(*found.problems, *people.problems))
