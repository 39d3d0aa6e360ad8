"""A forecast as the command line gives it: a table to read, JSON or CSV to go on with."""

import csv
import json
import sys
from collections.abc import Iterator
from dataclasses import astuple, fields
from decimal import Decimal
from typing import TYPE_CHECKING

import click

from styrhus.cli.language import Language

if TYPE_CHECKING:
    from styrhus.cli.forecast_frame import Held
    from styrhus.forecast import Distribution, Forecast, Measures, StreamForecast
    from styrhus.values.text import Text

MEASURES = ("persons", "care_days", "cost")
LEVELS = ("mean", "p5", "p10", "p25", "p50", "p75", "p90", "p95")
HEAD = ("stream", "group", "type", "provider", "month", "measure", *LEVELS)
SHOWN = ("p10", "p50", "p90")
THOUSAND = 1000


def answer(
    forecast: "Forecast", frames: "tuple[Held, ...]", form: str, *, language: Language, synthetic: bool = False,
    households: bool = False,
) -> None:  # fmt: skip
    """Write the forecast on stdout as `table`, `json` or `csv`.

    `synthetic` says that it is of made-up cases, `households` that those are counted and not persons.
    """
    if form == "json":
        told = as_object(forecast, frames, language) | ({"synthetic": True} if synthetic else {})
        click.echo(json.dumps(told, ensure_ascii=False, indent=1, allow_nan=False))
    elif form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(HEAD)
        writer.writerows(rows(forecast))
    else:
        from styrhus.values.text import msg

        for line in table(forecast, frames, language, households=households):
            click.echo(line)
        if synthetic:
            click.echo("\n" + msg("The cases are made up (synthetic).").render(language.code))


def as_object(forecast: "Forecast", frames: "tuple[Held, ...]", language: Language) -> dict[str, object]:
    """The forecast as JSON takes it, with what it says of the frame where one was given."""
    from styrhus.forecast.written import as_json

    found = as_json(forecast, language.code)
    return found | {"frames": [frame.as_json() for frame in frames]} if frames else found


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


def table(
    forecast: "Forecast", frames: "tuple[Held, ...]", language: Language, *, households: bool = False
) -> Iterator[str]:
    """One block a calendar year, one line a stream, the total last; then frame and notes."""
    yield _head(forecast).render(language.code)
    for place, year in enumerate(forecast.years):
        yield ""
        yield from _block(
            forecast,
            place,
            f"{year.year}" if year.months == 12 else _part(forecast, year.year),
            language,
            households=households,
        )
    for frame in frames:
        yield ""
        yield from (text.render(language.code) for text in frame.told(language.code))
    if forecast.notes:
        yield ""
        yield from (note.render(language.code) for note in forecast.notes)


def _head(forecast: "Forecast") -> "Text":
    from styrhus.values.text import msg

    return msg("Forecast {first} to {last}, from what is known up to {as_of}.", first=forecast.months[0],
               last=forecast.months[-1], as_of=forecast.as_of)  # fmt: skip


def _part(forecast: "Forecast", year: int) -> str:
    own = [month for month in forecast.months if month.startswith(f"{year}-")]
    return own[0] if len(own) == 1 else f"{own[0]}–{own[-1]}"


def _block(
    forecast: "Forecast", place: int, period: str, language: Language, *, households: bool
) -> Iterator[str]:  # fmt: skip
    from styrhus.values.text import msg

    words = [msg("persons"), msg("care days"), msg("cost, tkr")]
    if households:
        words[:2] = [msg("households"), msg("household days")]
    above = [period, *(cell for word in words for cell in (word.render(language.code), "", ""))]
    lines = [above, ["", *(f"P{level[1:]}" for _ in words for level in SHOWN)]]
    lines += [_line(part, place, language) for part in (*forecast.streams, forecast.total)]
    widths = [max(len(line[column]) for line in lines[1:]) for column in range(10)]
    widths[0] = max(widths[0], len(period))
    groups = [sum(widths[at : at + 3]) + 4 for at in (1, 4, 7)]
    yield "  ".join([above[0].ljust(widths[0]), *(above[1 + 3 * i].rjust(groups[i]) for i in range(3))]).rstrip()
    for line in lines[1:]:
        numbers = (cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True))
        yield "  ".join([line[0].ljust(widths[0]), *numbers]).rstrip()


def _line(part: "StreamForecast", place: int, language: Language) -> list[str]:
    from styrhus.values.text import msg

    measures: Measures = part.years[place]
    name = msg("Total").render(language.code) if part.stream is None else part.stream.key or "–"
    cells = [_number(getattr(measures, measure), level, measure, language) for measure in MEASURES for level in SHOWN]
    return [name, *cells]


def _number(held: "Distribution | None", level: str, measure: str, language: Language) -> str:
    """Persons with one decimal, care days whole, cost in tkr; a dash where there is no price."""
    from styrhus.values.number import format_number

    if held is None:
        return "–"
    value = getattr(held, level) / (THOUSAND if measure == "cost" else 1)
    return format_number(Decimal(repr(float(value))), 1 if measure == "persons" else 0, language=language.code)
