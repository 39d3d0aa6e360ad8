"""A forecast as the command line gives it: a table to read, JSON or CSV to go on with."""

import csv
import json
import sys
from collections.abc import Iterator
from dataclasses import astuple, fields
from typing import TYPE_CHECKING

import click

from styrhus.cli.forecast_reply import Reply
from styrhus.cli.forecast_table import lines
from styrhus.cli.language import Language

if TYPE_CHECKING:
    from styrhus.dossier.placement_forecast import Outlook
    from styrhus.forecast import Forecast

LEVELS = ("mean", "p5", "p10", "p25", "p50", "p75", "p90", "p95")
HEAD = ("stream", "group", "type", "provider", "month", "measure", *LEVELS)


def write(reply: Reply, form: str, language: Language) -> None:
    """On stdout as `table`, `json` or `csv`."""
    if form == "json":
        click.echo(json.dumps(as_object(reply, language), ensure_ascii=False, indent=1, allow_nan=False))
    elif form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(HEAD)
        writer.writerows(rows(reply.forecast))
    else:
        for line in lines(reply, language):
            click.echo(line)


def as_object(reply: Reply, language: Language) -> dict[str, object]:
    """The forecast as JSON, with what it says of frame and budget where there are any."""
    from styrhus.forecast.written import as_json

    found = as_json(reply.forecast, language.code)
    if reply.frames:
        found["frames"] = [frame.as_json() for frame in reply.frames]
    if reply.outlook is not None:
        found["budget"] = _budget(reply.outlook)
    return found | ({"synthetic": True} if reply.synthetic else {})


def _budget(outlook: "Outlook") -> dict[str, object]:
    """Year, kr of the rows that are forecast, probability that it is held, and persons and kr of each stream."""
    from styrhus.forecast.frame import probability

    streams = [
        {"stream": held.stream.key, "persons": _number(held.budget.persons), "cost": _number(held.budget.cost)}
        for held in outlook.streams if held.stream
    ]  # fmt: skip
    held = probability(outlook.whole, outlook.budget)
    return {"year": outlook.year, "cost": _number(outlook.budget), "probability": held, "streams": streams}


def _number(value: object) -> float | None:
    return None if value is None else float(str(value))


def rows(forecast: "Forecast") -> Iterator[list[object]]:
    """Stream, month, measure, mean and quantiles; the total's stream is `total`. An unknown cost has no row."""
    for part in (forecast.total, *forecast.streams):
        stream = part.stream
        named = ["total", "", "", ""] if stream is None else [stream.key, stream.group, stream.type, stream.provider]
        for month, measures in zip(forecast.months, part.months, strict=True):
            for field in fields(measures):
                held = getattr(measures, field.name)
                if held is not None:
                    yield [*named, month, field.name, *(repr(round(value, 4)) for value in astuple(held))]
