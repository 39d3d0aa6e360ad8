"""Forecasts made by hand, for tests of what is done with them."""

from styrhus.forecast.frozen import Entering, FrozenForecast, Opened, closed
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


def frozen(held: Forecast, key: str = "2019-01-15-01", **changes: object) -> FrozenForecast:
    """The forecast as frozen on the day of its id."""
    year = int(held.months[0][:4])
    entering = tuple(Entering(group, year, 9.0, 4.0) for group in {row.stream.group for row in held.streams})
    values = {
        "id": key, "made_on": key[:10], "made_by": "anna", "comment": "Inför nämnden.", "as_of": held.as_of,
        "from_month": held.months[0], "months": len(held.months), "method": held.method, "engine": held.engine,
        "digest": held.digest, "seed": held.seed, "levers": held.levers,
        "content": closed(Opened(held, year, entering=entering)),
    }  # fmt: skip
    return FrozenForecast.model_validate(values | changes)
