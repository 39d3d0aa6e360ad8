"""`styrhus forecast --all`: every board at once, on this computer or on a cluster."""

import csv
import json
import sys
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

import click

from styrhus.cli.database import open_database
from styrhus.cli.forecast_asked import Asked
from styrhus.cli.language import Language
from styrhus.cli.output import PROBLEMS, say, stop

if TYPE_CHECKING:
    from styrhus.forecast import Distribution, Forecast
    from styrhus.forecast.many import Done, Task

SHOWN = ("p10", "p50", "p90")


def forecast_every(
    named: Sequence[str], given: Asked, form: str, *, cluster: str | None, language: Language
) -> None:  # fmt: skip
    """Answer for every board that can be forecast; ends with 1 when one of them has faults, each told on stderr."""
    from styrhus.forecast.many import ClusterError, forecast_all
    from styrhus.values.text import msg

    tasks, faulty = _tasks(named or _boards(given, language), given, language)
    try:
        found = forecast_all(tasks, cluster=cluster)
    except ClusterError as error:
        stop(msg("The cluster cannot be used: {why}.", why=error), language)
    for done in found:
        if done.value is None:
            told = msg("{name} cannot be forecast: {why}.", name=done.name, why=done.error)
            click.echo(told.render(language.code), err=True)
    {"json": _json, "csv": _csv, "table": _table}[form](found, language)
    if faulty or any(done.value is None for done in found):
        raise SystemExit(PROBLEMS)


def _boards(given: Asked, language: Language) -> list[str]:
    """BOARD/YEAR of the latest plan of every board of the database."""
    open_database(given.data, language)
    from styrhus.store import read
    from styrhus.values.text import msg

    found = [f"{held.board.id}/{max(held.years)}" for held in read.boards() if held.years]
    if not found:
        stop(msg("The database holds no plan yet; bring one in with styrhus import FOLDER."), language)
    return found


def _tasks(named: Sequence[str], given: Asked, language: Language) -> "tuple[list[Task], bool]":
    """The tasks of those that have something to forecast from, and whether any of the others has faults.

    What is wrong with one has been told on stderr when its reading ends, and the others go on.
    """
    tasks, faulty = [], False
    for name in named:
        try:
            tasks.append(given.task(given.source(name, language), language))
        except SystemExit as ended:
            faulty = faulty or ended.code == PROBLEMS
    return tasks, faulty


def _json(found: "Sequence[Done[Forecast]]", language: Language) -> None:
    from styrhus.forecast.written import as_json

    told = [
        {"board": done.name, "error": done.error or None,
         "forecast": None if done.value is None else as_json(done.value, language.code)}
        for done in found
    ]  # fmt: skip
    click.echo(json.dumps({"boards": told}, ensure_ascii=False, indent=1, allow_nan=False))


def _csv(found: "Sequence[Done[Forecast]]", _language: Language) -> None:
    from styrhus.cli.forecast_answer import HEAD, rows

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["board", *HEAD])
    for done in found:
        if done.value is not None:
            writer.writerows([done.name, *row] for row in rows(done.value))


def _table(found: "Sequence[Done[Forecast]]", language: Language) -> None:
    """One line a board: its months, persons and cost of all streams together."""
    from styrhus.values.text import msg

    made = [(done.name, done.value) for done in found if done.value is not None]
    if not made:
        return say(msg("No board could be forecast."), language)
    words = [msg("board"), msg("months"), msg("method"), msg("persons"), msg("cost, tkr")]
    board, months, kind, persons, cost = (word.render(language.code) for word in words)
    lines = [[board, months, kind, f"{persons} P10", "P50", "P90", f"{cost} P10", "P50", "P90"]]
    lines += [_line(name, forecast, language) for name, forecast in made]
    widths = [max(len(line[place]) for line in lines) for place in range(len(lines[0]))]
    for line in lines:
        cells = [cell.ljust(width) for cell, width in zip(line[:3], widths[:3], strict=True)]
        cells += [cell.rjust(width) for cell, width in zip(line[3:], widths[3:], strict=True)]
        click.echo("  ".join(cells).rstrip())
    return None


def _line(name: str, forecast: "Forecast", language: Language) -> list[str]:
    whole = forecast.total.whole
    months = f"{forecast.months[0]}–{forecast.months[-1]}"
    cells = [_number(whole.persons, level, 1, language) for level in SHOWN]
    cells += [_number(whole.cost, level, 1000, language) for level in SHOWN]
    return [name, months, forecast.method, *cells]


def _number(held: "Distribution | None", level: str, unit: int, language: Language) -> str:
    from styrhus.values.number import format_number

    if held is None:
        return "–"
    return format_number(Decimal(repr(float(getattr(held, level)) / unit)), int(unit == 1), language=language.code)
