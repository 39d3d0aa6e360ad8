"""`styrhus convert-episodes`: episodes in the columns of SSDA903 as placements."""

from pathlib import Path

import click

from styrhus.cli.language import Language
from styrhus.cli.output import say, stop, stop_with_problems

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("convert-episodes")
@click.argument("episodes", type=FILE)
@click.option("--header", type=FILE, help="File with dates of birth; gives age groups and eighteenth birthdays.")
@click.option(
    "--to", "target", required=True, type=click.Path(dir_okay=False, path_type=Path), help="File to be written."
)
@click.pass_obj
def command(language: Language, episodes: Path, *, header: Path | None, target: Path) -> None:
    """Write EPISODES (CHILD, DECOM, PLACE, PLACE_PROVIDER, DEC …) as placements that the other commands read.

    \b
    Example:
      styrhus convert-episodes episodes.csv --header header.csv --to placements.csv

    Consecutive episodes of a child in the same kind of care are one placement. Children get numbers of their own;
    dates of birth, postcodes and all other columns are left out.

    Exit code 0: written; 1: there are problems in the file, each a line on stderr; 2: the command was used wrongly.
    """
    from styrhus.caseload.ssda903 import convert
    from styrhus.values.problem import ProblemsError
    from styrhus.values.text import msg

    try:
        count = convert(episodes, target, header=header)
    except ProblemsError as error:
        stop_with_problems(error.problems, language)
    except OSError as error:
        stop(msg("{file} cannot be written: {why}.", file=target, why=error.strerror), language)
    say(msg("Written: {file}, {count} placements", file=target, count=count), language)
