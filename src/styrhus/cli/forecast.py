"""`styrhus forecast`: persons, care days and cost of placements in the months ahead, with their uncertainty."""

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from styrhus.cli.database import data_option
from styrhus.cli.forecast_asked import Asked
from styrhus.cli.forecast_plan import PLACEMENTS, RECEPTION, SUPPORT, WHAT
from styrhus.cli.language import Language
from styrhus.cli.output import PROBLEMS, stop, stop_with_problems

if TYPE_CHECKING:
    from styrhus.forecast import Forecast
    from styrhus.forecast.many import Task

FORMATS = ("table", "json", "csv")
KINDS = ("spells", "counts", "grid")
MOST_MONTHS = 120


@click.command("forecast")
@click.argument("sources", metavar="FILE|FOLDER|BOARD/YEAR", nargs=-1)
@click.option(
    "--months", type=click.IntRange(1, MOST_MONTHS),
    help="How many whole months ahead; by default 12, of a plan to the end of its year.",
)  # fmt: skip
@click.option(
    "--lever", "levers", multiple=True, metavar="LEVER",
    help="A measure, several times if there are several: inflow=-10%, stay:Barn/institution=-5%, price=+3%, "
    "home:Unga/foster_home=5 (persons) or =20% (to the own stream of the same type, or >STREAM), "
    "capacity:Barn/institution/own=+4; @2019-07 is when it starts, +6 over how many months it grows.",
)  # fmt: skip
@click.option(
    "--capacity", "capacities", multiple=True, metavar="STREAM=PLACES",
    help="Places of an own stream: Barn/institution/own=12. Who gets none is in the external stream of the same group "
    "and type, or in the one after >; :returns at the end lets them come back when a bed is free.",
)  # fmt: skip
@click.option("--index", metavar="PER CENT", help="A year's growth of all prices, such as 3%, instead of what is seen.")
@click.option(
    "--population", type=click.Path(path_type=Path, dir_okay=False),
    help="File of the population by age and year; a plan folder may have its own. Inflow then follows --ages.",
)  # fmt: skip
@click.option(
    "--ages", multiple=True, metavar="GROUP=AGES", help="The ages of a target group, such as Barn=0-12, Vuxna=25+."
)
@click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), help="The last day that the file tells of, when it does not say."
)  # fmt: skip
@click.option("--frame", metavar="AMOUNT", help="A year's frame, such as 290000000 or 290,5 mnkr: is it held?")
@click.option(
    "--from", "kind", type=click.Choice(KINDS), default=None,
    help="What to forecast from: cases, counts, or the yearly placement grid of a plan; by default the best there is.",
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="Form of the answer."
)
@click.option(
    "--plot", type=click.Path(dir_okay=False, path_type=Path), help="Draw the cost, else persons, as FILE.svg or .png."
)  # fmt: skip
@click.option("--all", "every", is_flag=True, help="Every board of the database, or every one that is named.")
@click.option(
    "--cluster", metavar="ADDRESS", help="With --all: the Dask scheduler to use, such as tcp://10.0.0.5:8786."
)
@click.option(
    "--what", type=click.Choice(WHAT), default=PLACEMENTS, show_default=True,
    help="What to forecast; income support and reception from a plan's own figures.",
)  # fmt: skip
@click.option("--scenario", default="", metavar="NAME", help="With --what reception: which of the plan's scenarios.")
@data_option
@click.pass_obj
def command(
    language: Language, sources: tuple[str, ...], *, months: int | None, levers: tuple[str, ...],
    capacities: tuple[str, ...], index: str | None, population: Path | None, ages: tuple[str, ...],
    as_of: datetime | None, frame: str | None, kind: str | None, form: str, plot: Path | None, every: bool,
    cluster: str | None, what: str, scenario: str, data: Path | None,
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
      styrhus forecast --all --cluster tcp://10.0.0.5:8786

    P10 and P90 are exceeded in nine cases of ten and in one. JSON has total and streams with persons, care_days and
    cost (kr; null without a price) as mean and quantiles, for the whole horizon and by month.

    With --all the boards of the database, or the named ones, are forecast at once on all cores of this computer or on a
    cluster; a board that cannot be is a line on stderr and stops no other.

    Exit code 0: done; 1: the file has faults, each a line on stderr; 2: the command was used wrongly, or a file could
    not be read or written.
    """
    from styrhus.cli.forecast_beside import beside_of
    from styrhus.values.text import msg

    one_thread()
    beside = beside_of(index, population, ages, language)
    given = Asked(levers, months, kind or "", as_of and as_of.date(), data, beside)
    if scenario and what != RECEPTION:
        stop(msg("--scenario belongs to --what reception."), language)
    if every:
        if capacities or frame or plot or what != PLACEMENTS:
            stop(
                msg("--capacity, --frame, --plot and --what belong to one board; leave them out with --all."), language
            )
        from styrhus.cli.forecast_all import forecast_every

        return forecast_every(sources, given, form, cluster=cluster, language=language)
    if len(sources) != 1 or cluster:
        stop(msg("Give one FILE, FOLDER or BOARD/YEAR; several of them, and --cluster, need --all."), language)
    if what != PLACEMENTS:
        if capacities or kind or as_of or beside.is_asked:
            stop(msg("--capacity, --from, --as-of, --index, --population and --ages belong to placements."), language)
        return _of_plan(what, sources[0], given, form, scenario=scenario, frame=frame, plot=plot, language=language)
    return _one(sources[0], given, form, capacities=capacities, frame=frame, plot=plot, language=language)


def one_thread() -> None:
    """Before numpy is read: a forecast's matrices are so small that sharing them among cores costs a fifth."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")


def _one(
    named: str, given: Asked, form: str, *, capacities: tuple[str, ...], frame: str | None, plot: Path | None,
    language: Language,
) -> None:  # fmt: skip
    """Forecast one source and answer; what can be told to be wrong is told before anything is reckoned."""
    from styrhus.cli.forecast_answer import write
    from styrhus.cli.forecast_frame import amount_of, frames_of
    from styrhus.cli.forecast_levers import capacities_of
    from styrhus.cli.forecast_material import outlook_of
    from styrhus.cli.forecast_plot import draw, require_suffix
    from styrhus.cli.forecast_reply import Reply

    amount = None if frame is None else amount_of(frame, language)
    if plot is not None:
        require_suffix(plot, language)
    source = given.source(named, language)
    places = capacities_of(capacities, source.material.streams, language)
    forecast = _forecast(given.task(source, language, places), language)
    if plot is not None:
        draw(forecast, source.material, plot, language)
    frames = frames_of(forecast, amount, source.material)
    write(Reply(forecast, frames, outlook_of(source, forecast), source.synthetic), form, language)


def _of_plan(
    what: str, named: str, given: Asked, form: str, *, scenario: str, frame: str | None, plot: Path | None,
    language: Language,
) -> None:  # fmt: skip
    from styrhus.cli.forecast_answer import write
    from styrhus.cli.forecast_frame import Held, amount_of
    from styrhus.cli.forecast_plan import forecast_of_plan
    from styrhus.cli.forecast_plot import draw, require_suffix
    from styrhus.cli.forecast_reply import Reply

    amount = None if frame is None else amount_of(frame, language)
    if plot is not None:
        require_suffix(plot, language)
    forecast, whole = forecast_of_plan(what, named, given, scenario=scenario, language=language)
    if plot is not None:
        draw(forecast, None, plot, language)
    years = (whole,) if whole is not None else forecast.years
    frames = () if amount is None else tuple(Held(year, amount) for year in years)
    write(Reply(forecast, frames, households=what == SUPPORT), form, language)


def _forecast(task: "Task", language: Language) -> "Forecast":
    """Ends the command with 1 where the engine finds nothing that it can forecast from."""
    from styrhus.forecast.many import forecast_of
    from styrhus.values.problem import ProblemsError
    from styrhus.values.text import msg

    try:
        return forecast_of(task)
    except ProblemsError as error:
        stop_with_problems(error.problems, language)
    except ValueError as error:
        told = msg("{name} cannot be forecast: {why}.", name=task.name, why=error)
        click.echo(told.render(language.code), err=True)
        raise SystemExit(PROBLEMS) from error
