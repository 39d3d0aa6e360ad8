"""A forecast as the command line gives it: a table to read, JSON or CSV to go on with."""

import json
from dataclasses import asdict
from math import isfinite
from typing import TYPE_CHECKING

import click

from styrhus.cli.language import Language

if TYPE_CHECKING:
    from styrhus.forecast import Forecast, Measures, StreamForecast


def answer(forecast: "Forecast", form: str, language: Language) -> None:
    """Write the forecast on stdout."""
    click.echo(json.dumps(_form(forecast, language), ensure_ascii=False, indent=1, allow_nan=False))


def _form(forecast: "Forecast", language: Language) -> dict[str, object]:
    streams = [
        {"stream": each.stream.key, "group": each.stream.group, "type": each.stream.type,
         "provider": each.stream.provider, **_stream(each, forecast.months)}
        for each in forecast.streams if each.stream
    ]  # fmt: skip
    return {
        "total": _stream(forecast.total, forecast.months), "streams": streams,
        "years": [{"year": year.year, "months": year.months, **_measures(year.measures)} for year in forecast.years],
        "as_of": forecast.as_of, "method": forecast.method, "engine": forecast.engine, "digest": forecast.digest,
        "seed": forecast.seed, "draws": forecast.draws, "levers": list(forecast.levers),
        "notes": [note.render(language.code) for note in forecast.notes],
    }  # fmt: skip


def _stream(stream: "StreamForecast", months: tuple[str, ...]) -> dict[str, object]:
    by_month = [{"month": name, **_measures(held)} for name, held in zip(months, stream.months, strict=True)]
    return {**_measures(stream.whole), "months": by_month}


def _measures(measures: "Measures") -> dict[str, object]:
    found: dict[str, object] = {}
    for name in ("persons", "care_days", "cost"):
        held = getattr(measures, name)
        values = asdict(held) if held is not None else {}
        found[name] = values if values and all(isfinite(value) for value in values.values()) else None
    return found
