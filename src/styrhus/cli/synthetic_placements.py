"""`styrhus synthetic-placements`: made-up spells of an example board as a CSV file."""

from pathlib import Path

import click

from styrhus.cli.database import data_option
from styrhus.cli.language import Language
from styrhus.cli.output import say, stop
from styrhus.cli.source import dossier_of
from styrhus.cli.whole_file import write_whole


@click.command("synthetic-placements")
@click.argument("source")
@click.option(
    "--to", "target", required=True, type=click.Path(dir_okay=False, path_type=Path), help="File to be written."
)
@data_option
@click.pass_obj
def command(language: Language, source: str, *, target: Path, data: Path | None) -> None:
    """Write made-up placements of SOURCE, an example's plan folder or BOARD/YEAR, as CSV for trying out the forecast.

    \b
    Examples:
      styrhus synthetic-placements examples/orebro-2019 --to placements.csv
      styrhus forecast placements.csv --months 12

    Nobody in it exists. The averages are those that the board has published, where it has; the same plan always gives
    the same file, which is the one that lies in the example's folder caseload/.

    Exit code 0: written; 2: no placements can be made up for the plan, or the file could not be written.
    """
    from styrhus.caseload.synthetic import placements
    from styrhus.values.text import msg

    dossier = dossier_of(source, data, language)
    content = placements(dossier.board.id, dossier.plan.year, dossier.placement_rows, dossier.placement_figures)
    if content is None:
        stop(
            msg("No placements can be made up for this plan; only for the examples orebro-2019 and lund-2023."),
            language,
        )
    write_whole(target, content, language)
    say(msg("Written: {file}", file=target), language)
