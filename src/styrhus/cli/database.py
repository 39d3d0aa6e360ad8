"""Starts Django on a data folder: makes the folder, its secret key and the tables when they are not there."""

import os
from pathlib import Path

import click

from styrhus.cli.language import Language
from styrhus.cli.output import stop

data_option = click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder with the database; by default STYRHUS_DATA, else a folder of your own.",
)


def open_database(data: Path | None, language: Language) -> Path:
    """Make the database ready and give its data folder; ends the command with 2 when that cannot be done."""
    from styrhus.store.data_folder import SettingsError, data_folder, make_data_folder
    from styrhus.values.text import msg

    if data is not None:
        os.environ["STYRHUS_DATA"] = str(data.resolve())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "styrhus.settings")
    folder = data_folder()
    try:
        make_data_folder(folder)
        _start()
    except OSError as error:
        stop(msg("The data folder {folder} cannot be used: {why}.", folder=folder, why=error.strerror), language)
    except SettingsError as error:
        stop(msg("{why}.", why=str(error).rstrip(".")), language)
    return folder


def require_board(board: str, language: Language) -> None:
    """End the command with 2 when the open database has no such board."""
    from styrhus.store import read
    from styrhus.values.text import msg

    boards = [held.board.id for held in read.boards()]
    if board not in boards:
        held = ", ".join(boards) or "–"
        stop(msg("There is no board {board}; there are: {held}.", board=board, held=held), language)


def _start() -> None:
    """Settings, then tables; what is up to date is left alone."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)
