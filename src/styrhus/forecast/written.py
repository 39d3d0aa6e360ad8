"""A forecast as JSON for others to read, and as a document that gives the same forecast back."""

import json
from collections.abc import Mapping
from dataclasses import asdict, astuple, fields
from datetime import date
from decimal import Decimal
from math import isfinite
from typing import Any

from pydantic import TypeAdapter

from styrhus.forecast.material.stream import Stream
from styrhus.forecast.result import Distribution, Forecast, Measures, StreamForecast, YearForecast
from styrhus.values.figure import Figure
from styrhus.values.text import Text

FORM = 1
"""Of the document; raised when one that is older would be read otherwise."""
_FIGURE = TypeAdapter(Figure)


class UnreadableForecast(ValueError):
    """The text is no document of a forecast."""


def as_json(forecast: Forecast, language: str = "sv") -> dict[str, object]:
    """The forecast for other programs: persons a day, care days and kr; null where something is not known.

    `total` and each of `streams` hold `persons`, `care_days` and `cost` of the whole horizon as mean and quantiles,
    and the same under `months` and `years`; `years` at the top has the percentiles of the whole cost besides.
    """
    return {
        "as_of": forecast.as_of,
        "method": forecast.method,
        "engine": forecast.engine,
        "digest": forecast.digest,
        "seed": forecast.seed,
        "draws": forecast.draws,
        "levers": list(forecast.levers),
        "total": _stream_json(forecast.total, forecast),
        "streams": [_named(part) | _stream_json(part, forecast) for part in forecast.streams],
        "years": [_year_json(year) for year in forecast.years],
        "notes": [note.render(language) for note in forecast.notes],
    }


def _named(part: StreamForecast) -> dict[str, object]:
    stream = part.stream or Stream("")
    return {"stream": stream.key, "group": stream.group, "type": stream.type, "provider": stream.provider}


def _stream_json(part: StreamForecast, forecast: Forecast) -> dict[str, object]:
    months = zip(forecast.months, part.months, strict=True)
    years = zip((held.year for held in forecast.years), part.years, strict=False)
    return {
        **_measures_json(part.whole),
        "months": [{"month": month, **_measures_json(measures)} for month, measures in months],
        "years": [{"year": year, **_measures_json(measures)} for year, measures in years],
    }


def _year_json(year: YearForecast) -> dict[str, object]:
    told = year.cost_percentiles if all(map(isfinite, year.cost_percentiles)) else ()
    return {
        "year": year.year, "month_count": year.months, **_measures_json(year.measures), "cost_percentiles": list(told),
    }  # fmt: skip


def _measures_json(measures: Measures) -> dict[str, object]:
    return {
        field.name: _distribution_json(getattr(measures, field.name)) for field in fields(measures)
    }  # fmt: skip


def _distribution_json(held: Distribution | None) -> dict[str, float] | None:
    if held is None or not all(map(isfinite, astuple(held))):
        return None
    return asdict(held)


def to_document(forecast: Forecast) -> str:
    """The whole forecast as one line of JSON, from which `from_document` makes an equal one.

    What is not a number (NaN) cannot be kept, nor told: ValueError.
    """
    held = {
        "form": FORM,
        **{field.name: getattr(forecast, field.name) for field in fields(forecast)},
        "total": _part_kept(forecast.total),
        "streams": [_part_kept(part) for part in forecast.streams],
        "years": [[year.year, year.months, _kept(year.measures), year.cost_percentiles] for year in forecast.years],
        "notes": [_text_kept(note) for note in forecast.notes],
    }
    return canonical(held)


def canonical(held: object) -> str:
    """JSON in its one form: keys in order, no blanks, no NaN."""
    return json.dumps(held, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def from_document(text: str) -> Forecast:
    """The forecast of a document; UnreadableForecast when it is none."""
    try:
        held = json.loads(text)
        if held["form"] != FORM:
            raise UnreadableForecast(f"form {held['form']}")
        return Forecast(
            months=tuple(held["months"]),
            total=_part_read(held["total"]),
            streams=tuple(_part_read(part) for part in held["streams"]),
            years=tuple(YearForecast(y, count, _read(m), tuple(p)) for y, count, m, p in held["years"]),
            levers=tuple(held["levers"]),
            notes=tuple(_text_read(note) for note in held["notes"]),
            **{name: held[name] for name in ("as_of", "method", "engine", "digest", "seed", "draws")},
        )
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise UnreadableForecast(str(fault)) from fault


def _part_kept(part: StreamForecast) -> list[object]:
    stream = part.stream and [part.stream.group, part.stream.type, part.stream.provider]
    return [stream, _kept(part.whole), *([_kept(held) for held in many] for many in (part.months, part.years))]


def _part_read(held: list[Any]) -> StreamForecast:
    stream, whole, months, years = held
    named = Stream(*stream) if stream is not None else None
    return StreamForecast(named, _read(whole), tuple(map(_read, months)), tuple(map(_read, years)))


def _kept(measures: Measures) -> list[object]:
    return [astuple(held) if held else None for held in (measures.persons, measures.care_days, measures.cost)]


def _read(held: list[Any]) -> Measures:
    persons, days, cost = held
    return Measures(Distribution(*persons), Distribution(*days), None if cost is None else Distribution(*cost))


def _text_kept(text: Text) -> list[object]:
    return [text.msgid, {name: _parameter_kept(value) for name, value in text.params.items()}]


def _parameter_kept(value: object) -> object:
    """A parameter of a note; what has no form of its own is kept as the text that it shows."""
    if isinstance(value, Text):
        return {"text": _text_kept(value)}
    if isinstance(value, Figure):
        return {"figure": _FIGURE.dump_python(value, mode="json")}
    if isinstance(value, Decimal):
        return {"decimal": str(value)}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    return value if isinstance(value, str | int | float) or value is None else str(value)


def _text_read(held: list[Any]) -> Text:
    msgid, params = held
    return Text(msgid, {name: _parameter_read(value) for name, value in params.items()})


def _parameter_read(value: object) -> object:
    if not isinstance(value, Mapping):
        return value
    ((kind, held),) = value.items()
    if kind == "text":
        return _text_read(held)
    if kind == "figure":
        return _FIGURE.validate_python(held)
    return Decimal(held) if kind == "decimal" else date.fromisoformat(held)
