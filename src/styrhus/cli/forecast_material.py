"""What a forecast on the command line is made from: a file, a plan folder, or a board of the database."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from styrhus.cli.language import Language
from styrhus.cli.output import PROBLEMS, stop, stop_with_problems, tell
from styrhus.cli.source import dossier_of, dossier_of_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from styrhus.caseload import MaterialRead
    from styrhus.dossier.dossier import Dossier
    from styrhus.dossier.placement_forecast.fitted import Learnt
    from styrhus.forecast import Capacity, Counts, Spells

LEAST_MONTHS = 12
SPELLS, COUNTS, GRID = "spells", "counts", "grid"
CASELOAD = "caseload"
FILES = ("placements.csv", "counts.csv")
"""What is looked for in a plan folder's `caseload`, the best first."""


@dataclass(frozen=True, eq=False)
class Source:
    """Material with the months to the end of the plan year, where it belongs to a plan."""

    name: str
    material: "Spells | Counts"
    months: int = LEAST_MONTHS


def fitted(source: Source, months: int | None, capacities: "Sequence[Capacity]", language: Language) -> "Learnt":
    """What the engine learns from the material; ends the command with 1 where there is nothing to learn from."""
    from styrhus.forecast import Counts, fit
    from styrhus.forecast.counts import fit_counts
    from styrhus.values.text import msg

    material, ahead = source.material, months or source.months
    try:
        if isinstance(material, Counts):
            return fit_counts(material, months=ahead, capacities=tuple(capacities))
        return fit(material, months=ahead, capacities=tuple(capacities))
    except ValueError as error:
        # What the engine refuses is in the material: the readers have let through what it cannot use.
        click.echo(
            msg("{name} cannot be forecast: {why}.", name=source.name, why=error).render(language.code), err=True
        )
        raise SystemExit(PROBLEMS) from error


def source_of(
    named: str, kind: str, as_of: date | None, *, data: Path | None, language: Language
) -> Source:  # fmt: skip
    """The material that `named` has: a file, a folder, or BOARD/YEAR. Ends the command when it has none.

    `kind` is `spells`, `counts` or `grid`, empty for the best that there is.
    """
    path = Path(named)
    if path.is_file():
        return _of_file(path, kind, as_of, language)
    if path.is_dir():
        return _of_folder(path, kind, as_of, language)
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
        from styrhus.cli.forecast_counted import counted

        return counted(material)
    return material


def _of_folder(folder: Path, kind: str, as_of: date | None, language: Language) -> Source:
    dossier = dossier_of_folder(folder, language)
    held = [] if kind == GRID else [folder / CASELOAD / name for name in FILES]
    for path in held:
        if path.is_file():
            return _planned(dossier, as_kind(read_file(path, as_of, language), kind, language), language)
    return _planned(dossier, _grid(dossier, kind, language), language)


def _of_board(named: str, kind: str, data: Path | None, language: Language) -> Source:
    dossier = dossier_of(named, data, language)
    if kind != GRID:
        from styrhus.store.caseload import material

        held = material(dossier.board.id)
        found = None if held is None else held.spells if held.spells is not None else held.counts
        if found is not None:
            return _planned(dossier, as_kind(found, kind, language), language)
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


def _planned(dossier: "Dossier", material: "Spells | Counts", language: Language) -> Source:
    from styrhus.dossier.placement_forecast import Material, horizon_months
    from styrhus.values.text import msg

    name = f"{dossier.board.id}/{dossier.plan.year}"
    try:
        return Source(name, material, horizon_months(Material("", material), dossier.plan.year))
    except ValueError:
        stop(msg("{name} lies too long after the last day that is known; give --months.", name=name), language)
