"""A forecast that was frozen: what was said on a day, kept as it was, with what was known beside it."""

import json
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache

from styrhus.forecast.material.stream import Stream
from styrhus.forecast.result import Forecast
from styrhus.forecast.written import UnreadableForecast, canonical, from_document, to_document
from styrhus.values.record import Id, Name, Record


class FrozenForecast(Record):
    """A forecast as it was on `made_on`; never changed afterwards.

    `as_of` is the last day of the data, `from_month` the first month of the horizon (`2019-01`), `months` its
    length. `method`, `engine` (version), `digest` (of the data and the levers) and `seed` tell how it was made.
    `levers` are written as on the page. `content` is the JSON that `opened` reads.
    """

    id: Id
    made_on: date
    made_by: str = ""
    comment: str = ""
    as_of: date
    from_month: Name
    months: int
    method: Name
    engine: Name
    digest: Name
    seed: int
    levers: tuple[str, ...] = ()
    content: Name


@dataclass(frozen=True)
class Been:
    """What a stream has had before the horizon, a value for each of `Opened.past_months`; None is not known.

    `care_days` of the month; `cost` in kr, None also for a stream without any price.
    """

    stream: Stream
    care_days: tuple[float | None, ...]
    cost: tuple[float | None, ...]


@dataclass(frozen=True)
class Entering:
    """Persons of a target group in a calendar year, as the forecast's means.

    `residents` are in care when the year begins, `arrivals` come from outside during it,
    both without levers.
    """

    group: str
    year: int
    residents: float
    arrivals: float

    @property
    def persons(self) -> float:
        """All who are in care at some time of the year."""
        return self.residents + self.arrivals


@dataclass(frozen=True)
class WithoutLevers:
    """What a stream's months of the plan year in the horizon would be without levers: means of care days and kr."""

    stream: Stream
    care_days: float
    cost: float | None


@dataclass(frozen=True)
class Opened:
    """The forecast with what was known beside it; `year` is the plan year that it was frozen in.

    `past_months` as `2018-12`, the last of them the one before the horizon. `without_levers` is empty where there
    are no levers.
    """

    forecast: Forecast
    year: int
    past_months: tuple[str, ...] = ()
    past: tuple[Been, ...] = ()
    entering: tuple[Entering, ...] = ()
    without_levers: tuple[WithoutLevers, ...] = ()


def closed(held: Opened) -> str:
    """The content of a record: `opened` makes an equal value of it. ValueError for what is not a number."""
    return canonical(
        {
            "forecast": json.loads(to_document(held.forecast)),
            "year": held.year,
            "past_months": held.past_months,
            "past": [[_stream(row.stream), row.care_days, row.cost] for row in held.past],
            "entering": [[getattr(row, field.name) for field in fields(row)] for row in held.entering],
            "without_levers": [[_stream(row.stream), row.care_days, row.cost] for row in held.without_levers],
        }
    )


def _stream(stream: Stream) -> tuple[str, str, str]:
    return stream.group, stream.type, stream.provider


@lru_cache(maxsize=64)
def opened(content: str) -> Opened:
    """What a record holds; UnreadableForecast when the text is nothing that `closed` wrote."""
    try:
        held = json.loads(content)
        return Opened(
            from_document(canonical(held["forecast"])),
            int(held["year"]),
            tuple(held["past_months"]),
            tuple(Been(Stream(*stream), tuple(days), tuple(cost)) for stream, days, cost in held["past"]),
            tuple(Entering(*row) for row in held["entering"]),
            tuple(WithoutLevers(Stream(*stream), *rest) for stream, *rest in held["without_levers"]),
        )
    except (KeyError, TypeError, ValueError) as fault:
        raise UnreadableForecast(str(fault)) from fault


def record_of(held: Opened, key: str, made_on: date, *, made_by: str = "", comment: str = "") -> FrozenForecast:
    """The record that keeps a forecast."""
    forecast = held.forecast
    return FrozenForecast(
        id=key, made_on=made_on, made_by=made_by, comment=comment, as_of=date.fromisoformat(forecast.as_of),
        from_month=forecast.months[0], months=len(forecast.months), method=forecast.method, engine=forecast.engine,
        digest=forecast.digest, seed=forecast.seed, levers=forecast.levers, content=closed(held),
    )  # fmt: skip
