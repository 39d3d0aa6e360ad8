"""`styrhus export`: a plan of the database as a plan folder."""

from pathlib import Path

import click

from styrhus.cli.database import data_option
from styrhus.cli.language import Language
from styrhus.cli.output import say, stop
from styrhus.cli.source import dossier_of_board


@click.command("export")
@click.argument("board")
@click.argument("year", type=int)
@click.argument("folder", type=click.Path(path_type=Path))
@data_option
@click.pass_obj
def command(language: Language, board: str, year: int, *, folder: Path, data: Path | None) -> None:
    """Write the plan of BOARD and YEAR into FOLDER, which must not exist or be empty.

    The folder holds the whole plan in the open format, and styrhus import reads it back to the same plan. The board's
    cases are written into its caseload: single placements, though nothing tells whose they are. Keep it accordingly.
    """
    from styrhus.dossier.folder import write_folder
    from styrhus.values.text import msg

    dossier = dossier_of_board(board, year, data, language)
    try:
        write_folder(dossier, folder)
        _write_cases(board, folder)
    except (FileExistsError, NotADirectoryError):
        stop(msg("{folder} is not empty; name a new folder.", folder=folder), language)
    except OSError as error:
        stop(msg("{file} cannot be written: {why}.", file=folder, why=error.strerror), language)
    say(msg("Written: {file}", file=folder), language)


def _write_cases(board: str, folder: Path) -> None:
    from styrhus.caseload.folder import write_caseload
    from styrhus.store.caseload import material

    held = material(board)
    if held is not None:
        write_caseload(folder, held.told, held.population, synthetic=held.synthetic)
