"""A plan named on the command line: a folder, or a board and year of the database."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from styrhus.cli.language import Language
from styrhus.cli.output import stop, stop_with_problems, tell

if TYPE_CHECKING:
    from styrhus.dossier.dossier import Dossier
    from styrhus.values.problem import Problem

BOARD_YEAR = re.compile(r"(?P<board>[a-z0-9]+(?:-[a-z0-9]+)*)/(?P<year>\d{4})/?")


def dossier_of(source: str, data: Path | None, language: Language) -> "Dossier":
    """The plan's dossier; a folder goes before a board of the same name. Ends the command when there is none."""
    from styrhus.values.text import msg

    if Path(source).is_dir():
        return dossier_of_folder(Path(source), language)
    named = BOARD_YEAR.fullmatch(source)
    if named is None:
        stop(
            msg("There is no folder {source}, and it is no board and year such as lund/2023.", source=source), language
        )
    return dossier_of_board(named["board"], int(named["year"]), data, language)


def dossier_of_folder(folder: Path, language: Language) -> "Dossier":
    """What a plan folder holds; warnings are told, errors end the command with 1."""
    from styrhus.dossier.folder import read_folder

    dossier, problems = read_folder(folder)
    if dossier is None:
        stop_with_problems(problems, language)
    tell(problems, language)
    return dossier


def dossier_of_board(board: str, year: int, data: Path | None, language: Language) -> "Dossier":
    """What the database holds of a board and year; ends the command with 2 when it has none."""
    from styrhus.cli.database import open_database
    from styrhus.values.text import msg

    open_database(data, language)
    from styrhus.store import read

    try:
        return read.dossier(board, year)
    except read.NotFound:
        held = ", ".join(f"{b.board.id}/{y}" for b in read.boards() for y in b.years)
        if not held:
            stop(msg("The database holds no plan yet; bring one in with styrhus import FOLDER."), language)
        stop(msg("There is no plan {wanted}; there are: {held}.", wanted=f"{board}/{year}", held=held), language)


def placed_in(folder: Path, problem: "Problem") -> "Problem":
    """A fault in a text section with the file and line that it has in the folder."""
    from dataclasses import replace

    from styrhus.dossier.folder.sections import place_of

    place = place_of(folder, problem.file)
    if place is None or problem.row is None:
        return problem
    return replace(problem, file=place[0], row=problem.row + place[1])
