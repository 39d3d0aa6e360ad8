"""What a forecast says: persons, care days and cost with their uncertainty, by month and for the whole."""

from dataclasses import dataclass

from styrhus.forecast.material.stream import Stream
from styrhus.values.text import Text

LEVELS = (5, 10, 25, 50, 75, 90, 95)
"""The quantiles that are told, in per cent."""


@dataclass(frozen=True)
class Distribution:
    """Mean and quantiles of one quantity."""

    mean: float
    p5: float
    p10: float
    p25: float
    p50: float
    p75: float
    p90: float
    p95: float


@dataclass(frozen=True)
class Measures:
    """Mean persons a day, care days, and cost in kr (None for a stream without any price)."""

    persons: Distribution
    care_days: Distribution
    cost: Distribution | None


@dataclass(frozen=True)
class StreamForecast:
    """One stream, or with `stream` None all of them together: the whole horizon, each month, each calendar year.

    The cost of the total leaves out streams without a price, which the forecast's notes name. `years` are in the
    order of `Forecast.years`, each the months of the horizon that lie in it.
    """

    stream: Stream | None
    whole: Measures
    months: tuple[Measures, ...]
    years: tuple[Measures, ...] = ()


@dataclass(frozen=True)
class YearForecast:
    """The months of the horizon that lie in one calendar year, all streams together.

    `cost_percentiles` are the 1st to the 99th percentile of the cost in kr, for the probability of a frame.
    """

    year: int
    months: int
    measures: Measures
    cost_percentiles: tuple[float, ...]


@dataclass(frozen=True)
class Forecast:
    """A finished forecast; never changed afterwards.

    `months` as `2019-01`; `as_of` the last day of the data (ISO); `method` and `engine` (version) tell how it was
    made, `digest` (SHA-256) of what and with which levers, `seed` with which random numbers; `notes` tell what is
    missing or uncertain and widened it.
    """

    months: tuple[str, ...]
    total: StreamForecast
    streams: tuple[StreamForecast, ...]
    years: tuple[YearForecast, ...]
    as_of: str
    method: str
    engine: str
    digest: str
    seed: int
    draws: int
    levers: tuple[str, ...] = ()
    notes: tuple[Text, ...] = ()
