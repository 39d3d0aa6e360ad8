"""A frozen forecast's calendar years: what had been of them, and what was expected of the rest."""

from calendar import isleap
from dataclasses import replace

from styrhus.forecast.frozen import Opened
from styrhus.forecast.result import Distribution, Measures, StreamForecast, YearForecast

YEAR_MONTHS = 12


def years_of(held: Opened) -> tuple[int, ...]:
    """The years of which every month has been or is forecast."""
    return tuple(ahead.year for ahead in held.forecast.years if len(_gone(held, ahead.year)) + ahead.months == 12)


def whole_year(held: Opened, part: StreamForecast, year: int) -> Measures | None:
    """A stream's year, or that of the total; None when months are missing or what has been is not known.

    Cost is None also where the stream has no price. What has been is certain: it moves mean and quantiles alike.
    """
    at = next((place for place, ahead in enumerate(held.forecast.years) if ahead.year == year), None)
    if at is None or year not in years_of(held) or at >= len(part.years):
        return None
    ahead = part.years[at]
    days, cost = so_far(held, part, year)
    if days is None:
        return None
    care_days = _moved(ahead.care_days, days)
    spent = None if ahead.cost is None or cost is None else _moved(ahead.cost, cost)
    return Measures(_scaled(care_days, 1 / (366 if isleap(year) else 365)), care_days, spent)


def whole_year_cost(held: Opened, year: int) -> YearForecast | None:
    """The year of all streams with the percentiles of its cost; None as in `whole_year`."""
    measures = whole_year(held, held.forecast.total, year)
    ahead = next((found for found in held.forecast.years if found.year == year), None)
    if measures is None or ahead is None:
        return None
    _, cost = so_far(held, held.forecast.total, year)
    known = () if cost is None else tuple(value + cost for value in ahead.cost_percentiles)
    return replace(ahead, months=YEAR_MONTHS, measures=measures, cost_percentiles=known)


def _gone(held: Opened, year: int) -> list[int]:
    """The places of a year's months among those that have been."""
    return [place for place, month in enumerate(held.past_months) if month.startswith(f"{year}-")]


def so_far(held: Opened, part: StreamForecast, year: int) -> tuple[float | None, float | None]:
    """Care days and kr of a year's months before the horizon; the cost of the total leaves out streams without."""
    gone = _gone(held, year)
    if not gone:
        return 0.0, 0.0
    rows = [row for row in held.past if part.stream in {None, row.stream}]
    priced = [row for row in rows if part.stream is not None or any(value is not None for value in row.cost)]
    days = [row.care_days[place] for row in rows for place in gone]
    cost = [row.cost[place] for row in priced for place in gone]
    return _sum(days), _sum(cost)


def _sum(values: list[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) if known and len(known) == len(values) else None


def _moved(held: Distribution, by: float) -> Distribution:
    return Distribution(*(value + by for value in _values(held)))


def _scaled(held: Distribution, by: float) -> Distribution:
    return Distribution(*(value * by for value in _values(held)))


def _values(held: Distribution) -> tuple[float, ...]:
    return held.mean, held.p5, held.p10, held.p25, held.p50, held.p75, held.p90, held.p95
