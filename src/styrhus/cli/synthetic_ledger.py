"""`styrhus synthetic-ledger`: a made-up ledger of an example board as a CSV file."""

from pathlib import Path

import click

from styrhus.cli.database import data_option
from styrhus.cli.language import Language
from styrhus.cli.output import say, stop
from styrhus.cli.source import dossier_of
from styrhus.cli.whole_file import write_whole


@click.command("synthetic-ledger")
@click.argument("source")
@click.option("--year", type=int, required=True, help="Ledger year, such as 2018.")
@click.option(
    "--to", "target", required=True, type=click.Path(dir_okay=False, path_type=Path), help="File to be written."
)
@data_option
@click.pass_obj
def command(language: Language, source: str, *, year: int, target: Path, data: Path | None) -> None:
    """Write a made-up ledger of SOURCE, an example's plan folder or BOARD/YEAR, as CSV for trying out the import.

    \b
    Examples:
      styrhus synthetic-ledger examples/orebro-2019 --year 2018 --to huvudbok.csv
      styrhus import-ledger huvudbok.csv --board orebro --year 2018 --synthetic

    No row of it has happened. Its sums are those that the board has published for the year, where it has; the same
    plan always gives the same file. The file says in its first line that it is made up.

    Exit code 0: written; 2: no ledger can be made up for the plan and year, or the file could not be written.
    """
    from styrhus.finance import synthetic
    from styrhus.values.text import msg

    dossier = dossier_of(source, data, language)
    board, plan_year = dossier.board.id, dossier.plan.year
    held = synthetic.years(board, plan_year, dossier.tables)
    if not held:
        stop(msg("No ledger can be made up for this plan; only for the examples orebro-2019 and lund-2023."), language)
    if year not in held:
        years = ", ".join(str(known) for known in held)
        stop(msg("No ledger can be made up for {year}; there are: {years}.", year=year, years=years), language)
    content = synthetic.ledger(board, plan_year, dossier.tables, year=year)
    write_whole(target, content, language)
    say(msg("Written: {file}", file=target), language)
