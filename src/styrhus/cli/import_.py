"""`styrhus import`: a plan folder into the database."""

import dataclasses
from pathlib import Path

import click

from styrhus.cli.database import data_option, open_database
from styrhus.cli.language import Language
from styrhus.cli.output import say, stop_with_problems, tell
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
    users, roles and history stay. Cases in the folder's caseload come in, too; those of before can be brought back.
    """
    from styrhus.values.problem import ProblemsError
    from styrhus.values.text import msg

    dossier = dossier_of_folder(folder, language)
    _check_cases(folder, language)
    open_database(data, language)
    from styrhus.actions.import_folder_caseload import import_folder_caseload
    from styrhus.actions.import_plan import AlreadyThere, import_plan
    from styrhus.actions.operator import operator

    try:
        import_plan(dossier, by=operator(), replace=replace)
        import_folder_caseload(dossier.board.id, folder, by=operator())
    except AlreadyThere as error:
        told = msg("Say --replace if it is to be replaced.")
        stop_with_problems([dataclasses.replace(problem, remedy=told) for problem in error.problems], language)
    except ProblemsError as error:
        stop_with_problems(error.problems, language)
    say(msg("Imported: {plan}", plan=f"{dossier.board.id}/{dossier.plan.year}"), language)


def _check_cases(folder: Path, language: Language) -> None:
    """Faults in the folder's cases end the command before anything is stored; warnings are told."""
    from styrhus.caseload import of_folder

    found = of_folder(folder)
    if found is None:
        return
    if found.errors:
        stop_with_problems(found.errors, language)
    tell(found.problems, language)
