"""`styrhus forecast`: persons, care days and cost of placements in the months ahead, with their uncertainty."""

from datetime import datetime
from pathlib import Path

import click

from styrhus.cli.database import data_option
from styrhus.cli.language import Language

FORMATS = ("table", "json", "csv")
KINDS = ("spells", "counts", "grid")
MOST_MONTHS = 120


@click.command("forecast")
@click.argument("source", metavar="FILE|FOLDER|BOARD/YEAR")
@click.option(
    "--months", type=click.IntRange(1, MOST_MONTHS),
    help="How many whole months ahead; by default 12, of a plan to the end of its year.",
)  # fmt: skip
@click.option(
    "--lever", "levers", multiple=True, metavar="LEVER",
    help="A measure, several times if there are several: inflow=-10%, stay:Barn/institution=-5%, price=+3%, "
    "home:Unga/institution=5 (persons) or =20%, capacity:Barn/institution/own=+4; @2019-07 is when it starts, +6 over "
    "how many months it grows.",
)  # fmt: skip
@click.option(
    "--capacity", "capacities", multiple=True, metavar="STREAM=PLACES",
    help="Places of an own stream: Barn/institution/own=12. Who gets none is in the external stream of the same group "
    "and type, or in the one after >; :returns at the end lets them come back when a bed is free.",
)  # fmt: skip
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The last day that the file tells of, when it is not to be found.",
)
@click.option("--frame", metavar="AMOUNT", help="A year's frame, such as 290000000 or 290,5 mnkr: is it held?")
@click.option(
    "--from", "kind", type=click.Choice(KINDS), default=None,
    help="What to forecast from: cases, counts, or the yearly placement grid of a plan; by default the best there is.",
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="Form of the answer."
)
@click.option(
    "--plot",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also draw the cost (or persons) as FILE.svg or .png.",
)
@data_option
@click.pass_obj
def command(
    language: Language, source: str, *, months: int | None, levers: tuple[str, ...], capacities: tuple[str, ...],
    as_of: datetime | None, frame: str | None, kind: str | None, form: str, plot: Path | None, data: Path | None,
) -> None:  # fmt: skip
    """Forecast placements from what has been: how many persons, care days and kronor, and how sure that is.

    FILE is CSV or XLSX with spells (person, group, type, provider, start, end, price, price_unit) or with counts by
    month or year. A plan FOLDER or BOARD/YEAR is forecast from its cases, else from its placement grid.

    \b
    Examples:
      styrhus forecast placements.csv --months 24 --format json
      styrhus forecast examples/orebro-2019 --frame "290 mnkr"
      styrhus forecast examples/orebro-2019 --from grid
      styrhus forecast placements.csv --lever inflow:Barn=-10% --lever price=+3%@2019-07 --plot kostnad.svg

    P10 and P90 are exceeded in nine cases of ten and in one. JSON has total and streams with persons, care_days and
    cost (kr; null without a price) as mean and quantiles, for the whole horizon and by month.

    Exit code 0: done; 1: the file has faults, each a line on stderr; 2: the command was used wrongly, or a file could
    not be read or written.
    """
    from styrhus.cli.forecast_answer import answer
    from styrhus.cli.forecast_frame import amount_of, frames_of
    from styrhus.cli.forecast_levers import capacities_of, levers_of
    from styrhus.cli.forecast_material import fitted, source_of
    from styrhus.cli.forecast_plot import draw, require_suffix

    if plot is not None:
        require_suffix(plot, language)
    amount = None if frame is None else amount_of(frame, language)
    found = source_of(source, kind or "", as_of and as_of.date(), data=data, language=language)
    streams = found.material.streams
    learnt = fitted(found, months, capacities_of(capacities, streams, language), language)
    forecast = learnt.forecast()
    if levers:
        forecast = learnt.forecast(levers_of(levers, forecast.months, streams, language))
    if plot is not None:
        draw(forecast, found.material, plot, language)
    answer(forecast, frames_of(forecast, amount, found.material), form, language)
