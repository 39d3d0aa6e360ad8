"""`styrhus backtest`: how good would the forecasts have been?"""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from styrhus.cli.database import data_option
from styrhus.cli.language import Language

if TYPE_CHECKING:
    from styrhus.forecast.evaluate import Backtest

FORMATS = ("table", "json", "csv")


@click.command("backtest")
@click.argument("source", metavar="FILE|FOLDER|BOARD/YEAR")
@click.option("--months", type=click.IntRange(1, 60), default=12, show_default=True, help="How many months ahead.")
@click.option(
    "--origins", type=click.IntRange(1, 60), default=8, show_default=True,
    help="From how many earlier months, a quarter apart.",
)  # fmt: skip
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The last day that the file tells of, when it is not to be found.",
)
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="Form of the answer."
)
@click.option(
    "--document", type=click.Path(dir_okay=False, path_type=Path),
    help="Also write the report as a document: FILE.html, .docx or .pdf.",
)  # fmt: skip
@click.option("--cluster", metavar="ADDRESS", help="The Dask scheduler whose workers try the origins.")
@data_option
@click.pass_obj
def command(
    language: Language, source: str, *, months: int, origins: int, as_of: datetime | None, form: str,
    document: Path | None, cluster: str | None, data: Path | None,
) -> None:  # fmt: skip
    """Forecast the past again from earlier months, and tell how far off that would have been.

    What is forecast from spells or monthly counts is set beside simple methods: last value, same month last year,
    mean of the last twelve months, last volume × last price, and a library's exponential smoothing (ETS).

    \b
    Examples:
      styrhus backtest placements.csv
      styrhus backtest counts.csv --months 6 --origins 12 --format json
      styrhus backtest examples/lund-2023 --document prognosprov.pdf

    Error is the sum of all deviations as a share of the outcomes (WAPE); held 80 % is how often the outcome was inside
    the 80 per cent interval.

    Exit code 0: done; 1: the file has faults, or tells of too few months; 2: the command was used wrongly, or a file
    could not be read or written.
    """
    from styrhus.cli.backtest_answer import answer, require_suffix, write_document
    from styrhus.cli.forecast_material import source_of

    if document is not None:
        require_suffix(document, language)
    found = source_of(source, "", as_of and as_of.date(), data=data, language=language)
    result = _tried(found.material, months, origins, cluster=cluster, language=language)
    if document is not None:
        write_document(result, found.name, document, language)
    answer(result, form, language)


def _tried(material: object, months: int, wanted: int, *, cluster: str | None, language: Language) -> "Backtest":
    """The backtest on all cores or a cluster; ends the command with 1 when there are too few months."""
    from styrhus.cli.output import PROBLEMS, stop
    from styrhus.forecast import Counts, Spells
    from styrhus.forecast.evaluate import TooShort, backtest
    from styrhus.forecast.many import ClusterError
    from styrhus.values.text import msg

    assert isinstance(material, Spells | Counts)
    try:
        result = backtest(material, months=months, wanted=wanted, workers=None, cluster=cluster)
    except ClusterError as error:
        stop(msg("The cluster cannot be used: {why}.", why=error), language)
    if isinstance(result, TooShort):
        click.echo(result.reason.render(language.code), err=True)
        raise SystemExit(PROBLEMS)
    return result
