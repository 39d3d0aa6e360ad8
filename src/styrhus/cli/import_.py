"""`styrhus import`: a plan folder into the database."""

import dataclasses
from pathlib import Path

import click

from styrhus.cli.database import data_option, open_database
from styrhus.cli.language import Language
from styrhus.cli.output import say, stop_with_problems
from styrhus.cli.source import dossier_of_folder


@click.command("import")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Replace the plan of that board and year if there is one.")
@data_option
@click.pass_obj
def command(language: Language, folder: Path, replace: bool, data: Path | None) -> None:
    """Bring the plan FOLDER into the database.

    The whole folder is checked first. If it has any problem, each is told with file, row and column, nothing is
    stored and the exit code is 1. A plan of the same board and year is only replaced when you say --replace;
    users, roles and history stay.
    """
    from styrhus.values.problem import ProblemsError
    from styrhus.values.text import msg

    dossier = dossier_of_folder(folder, language)
    open_database(data, language)
    from styrhus.actions.import_plan import AlreadyThere, import_plan
    from styrhus.actions.operator import operator

    try:
        import_plan(dossier, by=operator(), replace=replace)
    except AlreadyThere as error:
        told = msg("Say --replace if it is to be replaced.")
        stop_with_problems([dataclasses.replace(problem, remedy=told) for problem in error.problems], language)
    except ProblemsError as error:
        stop_with_problems(error.problems, language)
    say(msg("Imported: {plan}", plan=f"{dossier.board.id}/{dossier.plan.year}"), language)
