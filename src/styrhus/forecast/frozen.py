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
class SoFar:
    """What a stream has had of the plan year before the horizon: care days, and kr (None without any price)."""

    stream: Stream
    care_days: float
    cost: float | None


@dataclass(frozen=True)
class Entering:
    """Persons of a target group in a calendar year, as the forecast's means: in care when the year begins, and
    those who come from outside during it."""

    group: str
    year: int
    residents: float
    arrivals: float

    @property
    def persons(self) -> float:
        """All who are in care at some time of the year."""
        return self.residents + self.arrivals


@dataclass(frozen=True)
class Opened:
    """The forecast with what was known beside it; `year` is the plan year that `so_far` belongs to."""

    forecast: Forecast
    year: int
    so_far: tuple[SoFar, ...] = ()
    entering: tuple[Entering, ...] = ()


def closed(held: Opened) -> str:
    """The content of a record: `opened` makes an equal value of it. ValueError for what is not a number."""
    return canonical(
        {
            "forecast": json.loads(to_document(held.forecast)),
            "year": held.year,
            "so_far": [[*_stream(row.stream), row.care_days, row.cost] for row in held.so_far],
            "entering": [[getattr(row, field.name) for field in fields(row)] for row in held.entering],
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
            tuple(SoFar(Stream(*row[:3]), *row[3:]) for row in held["so_far"]),
            tuple(Entering(*row) for row in held["entering"]),
        )
    except (KeyError, TypeError, ValueError) as fault:
        raise UnreadableForecast(str(fault)) from fault
