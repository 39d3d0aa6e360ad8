"""Forecasts made by hand, for tests of what is done with them."""

from datetime import date

from styrhus.forecast.frozen import Been, Entering, FrozenForecast, Opened, record_of
from styrhus.forecast.material.stream import Stream
from styrhus.forecast.result import Distribution, Forecast, Measures, StreamForecast, YearForecast
from styrhus.values.text import msg

SHARES = (0.80, 0.85, 0.93, 1.0, 1.07, 1.15, 1.2)
OWN, BOUGHT = Stream("Barn", "familjehem", "own"), Stream("Barn", "institution", "external")


def around(mean: float, wide: float = 1.0) -> Distribution:
    """A distribution whose quantiles lie 20 per cent around the mean, or `wide` times that."""
    return Distribution(mean, *(mean * (1 + (share - 1) * wide) for share in SHARES))


def measures(persons: float, days: int, price: float | None) -> Measures:
    cost = None if price is None else around(persons * days * price)
    return Measures(around(persons), around(persons * days), cost)


def stream_forecast(stream: Stream | None, persons: float, price: float | None, months: int = 12) -> StreamForecast:
    by_month = tuple(measures(persons, 30, price) for _ in range(months))
    whole = measures(persons, 30 * months, price)
    return StreamForecast(stream, whole, by_month, (whole,))


def year_forecast(cost: float | None, year: int = 2019, months: int = 12) -> YearForecast:
    """A year whose cost is even between 80 and 120 per cent of `cost`."""
    told = () if cost is None else tuple(cost * (0.8 + 0.4 * level / 100) for level in range(1, 100))
    held = Measures(around(30), around(30 * 365), None if cost is None else around(cost))
    return YearForecast(year, months, held, told)


def forecast(year: int = 2019, **changes: object) -> Forecast:
    """Two streams through a year: ten in foster homes at 1 000 kr, twenty bought at 5 000 kr a day."""
    streams = (stream_forecast(OWN, 10, 1000), stream_forecast(BOUGHT, 20, 5000))
    held = {
        "months": tuple(f"{year}-{month:02d}" for month in range(1, 13)),
        "total": stream_forecast(None, 30, 110_000 / 30),
        "streams": streams,
        "years": (year_forecast(12 * 30 * 110_000, year),),
        "as_of": f"{year - 1}-12-31", "method": "spells", "engine": "1", "digest": "ab" * 32, "seed": 7, "draws": 200,
        "notes": (msg("{count} stays have no price.", count=3),),
    }  # fmt: skip
    return Forecast(**held | changes)  # type: ignore[arg-type]


def been(year: int, many: float = 1.0) -> tuple[tuple[str, ...], tuple[Been, ...]]:
    """The twelve months before a year, with `many` times as much care as is forecast."""
    days = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    own = tuple(10 * many * length for length in days)
    bought = tuple(20 * many * length for length in days)
    held = (
        Been(OWN, own, tuple(1000 * care for care in own)),
        Been(BOUGHT, bought, tuple(5000 * care for care in bought)),
    )
    return tuple(f"{year - 1}-{month:02d}" for month in range(1, 13)), held


def frozen(held: Forecast, key: str = "2019-01-15-01", **changes: object) -> FrozenForecast:
    """The forecast as frozen on the day of its id, with as much care in the year before."""
    year = int(held.months[0][:4])
    groups = dict.fromkeys(row.stream.group for row in held.streams if row.stream)
    entering = tuple(Entering(group, year, 9.0, 4.0) for group in groups)
    beside = Opened(held, year, *been(year), entering)
    made = record_of(beside, key, date.fromisoformat(key[:10]), made_by="anna", comment="Inför nämnden.")
    return made.model_copy(update=changes)
