"""The plan year as it is likely to end: outcome so far and the forecast of the rest, stream by stream and in all."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.grids import placements_of
from styrhus.dossier.placement_forecast.drivers import Change, change, change_of_all
from styrhus.dossier.placement_forecast.fitted import YEAR_MONTHS, Fit, Material, forecast_of
from styrhus.dossier.placement_forecast.grid import rows_of
from styrhus.dossier.placement_forecast.past import Amounts, Past, past_of
from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.placement import PlacementRow
from styrhus.finance.grids.placement_grid import GridColumn
from styrhus.finance.grids.span import Span
from styrhus.forecast import Distribution, Forecast, Lever, Measures, Stream, StreamForecast, YearForecast

YEARS_BACK = 2


@dataclass(frozen=True)
class Range:
    """Mean, and what it lies between with a probability of 80 per cent."""

    mean: Decimal
    low: Decimal
    middle: Decimal
    high: Decimal


@dataclass(frozen=True)
class StreamYear:
    """A stream in the plan year, all of them together for None; persons a day, cost in kr.

    `persons` and `cost` are None where the data tell nothing of the months so far, or have no price.
    """

    stream: Stream | None
    rows: tuple[PlacementRow, ...]
    last_year: Amounts
    budget: Amounts
    persons: Range | None
    cost: Range | None
    from_budget: Change | None
    from_last_year: Change | None

    @property
    def over_budget(self) -> Decimal | None:
        """Expected cost less budget in kr; positive costs more."""
        if self.cost is None or self.budget.cost is None:
            return None
        return self.cost.mean - self.budget.cost


@dataclass(frozen=True)
class Outlook:
    """`whole` is the plan year with what has been; `months_so_far` of its months have been.

    `left_out` are the rows of the grid that nothing in the material tells of, with their budget in kr.
    `without_budget` are the streams that no row budgets for.
    """

    year: int
    forecast: Forecast
    past: Past
    whole: YearForecast
    months_so_far: int
    total: StreamYear
    streams: tuple[StreamYear, ...]
    left_out: tuple[tuple[PlacementRow, Decimal | None], ...]

    @property
    def budget(self) -> Decimal | None:
        """What the year's budget has for the streams that are forecast, in kr."""
        return self.total.budget.cost

    @property
    def without_budget(self) -> tuple[StreamYear, ...]:
        return tuple(held for held in self.streams if held.budget.cost is None)

    @property
    def is_over(self) -> bool:
        """Whether the whole plan year has been."""
        return self.months_so_far == YEAR_MONTHS


@lru_cache(maxsize=64)
def outlook_of(dossier: Dossier, material: Material, held: Fit, levers: tuple[Lever, ...] = ()) -> Outlook:
    """The plan year under levers, made once for each set of them."""
    return outlook(dossier, material, forecast_of(held, levers))


def outlook(dossier: Dossier, material: Material, forecast: Forecast) -> Outlook:
    """The plan year of `dossier` under a forecast of `material`."""
    year = dossier.plan.year
    past = past_of(material, year - YEARS_BACK)
    parts = [_stream_year(dossier, past, forecast, held) for held in forecast.streams]
    rows = tuple(dict.fromkeys(row for part in parts for row in part.rows))
    whole, total = _whole(year, past, forecast)
    together = _total(dossier, past, parts, rows, expected=total)
    told = {row.id for row in rows}
    left = [row for row in dossier.placement_rows if row.id not in told]
    return Outlook(
        year, forecast, past, whole, len(_months(past, year)), together, tuple(parts),
        tuple((row, _budget(dossier, [row]).cost) for row in left),
    )  # fmt: skip


def _stream_year(dossier: Dossier, past: Past, forecast: Forecast, held: StreamForecast) -> StreamYear:
    assert held.stream is not None
    year, streams = dossier.plan.year, (held.stream,)
    rows = rows_of(dossier, held.stream)
    persons, cost = _year(past, forecast, held, streams, year=year)
    last_year = _last_year(dossier, past, streams, rows)
    budget = _budget(dossier, rows)
    now = Amounts(persons.mean if persons else None, cost.mean if cost else None)
    return StreamYear(
        held.stream, rows, last_year, budget, persons, cost,
        change(budget, now, year, year), change(last_year, now, year - 1, year),
    )  # fmt: skip


def _total(
    dossier: Dossier, past: Past, parts: Sequence[StreamYear], rows: tuple[PlacementRow, ...], *,
    expected: tuple[Range | None, Range | None],
) -> StreamYear:  # fmt: skip
    return StreamYear(
        None, rows, _last_year(dossier, past, past.streams, rows), _budget(dossier, rows), *expected,
        change_of_all((part.stream, part.from_budget) for part in parts),
        change_of_all((part.stream, part.from_last_year) for part in parts),
    )  # fmt: skip


def _months(past: Past, year: int) -> tuple[tuple[int, int], ...]:
    """The months of a year that have been."""
    return tuple(month for month in past.months if month[0] == year)


def _year(
    past: Past, forecast: Forecast, held: StreamForecast, streams: Sequence[Stream], *, year: int
) -> tuple[Range | None, Range | None]:
    """Persons and cost of a year: what has been, and what is expected of the months that are left."""
    ahead = next((m for y, m in zip(forecast.years, held.years, strict=False) if y.year == year), None)
    months = _months(past, year)
    been = past.stretch(streams, months)
    days, gone = Span(year).days, Span(year, 1, len(months)).days if months else 0
    if _is_broken(forecast, months, year) or (months and been.persons is None) or (ahead is None and not months):
        return None, None
    care_days = (been.persons or Decimal(0)) * gone
    persons = _range(ahead.care_days if ahead else None, care_days, days)
    unpriced = (months and been.cost is None) or (ahead is not None and ahead.cost is None)
    return persons, None if unpriced else _range(ahead.cost if ahead else None, been.cost or Decimal(0), 1)


def _is_broken(forecast: Forecast, months: Sequence[tuple[int, int]], year: int) -> bool:
    """Whether months of the year are neither known nor forecast."""
    ahead = sum(1 for month in forecast.months if month.startswith(f"{year}-"))
    return len(months) + ahead < YEAR_MONTHS


def _range(ahead: Distribution | None, been: Decimal, parts: int) -> Range:
    told = (ahead.mean, ahead.p10, ahead.p50, ahead.p90) if ahead else (0.0,) * 4
    cents = Decimal(1) if parts == 1 else Decimal("0.01")
    return Range(*(((Decimal(repr(value)) + been) / parts).quantize(cents) for value in told))


def _whole(year: int, past: Past, forecast: Forecast) -> tuple[YearForecast, tuple[Range | None, Range | None]]:
    """The plan year of all streams, with the percentiles of its cost moved by what has been."""
    expected = _year(past, forecast, forecast.total, past.streams, year=year)
    ahead = next((held for held in forecast.years if held.year == year), None)
    cost = past.stretch(past.streams, _months(past, year)).cost
    been = float(cost or 0)
    if expected[1] is None:
        return YearForecast(year, YEAR_MONTHS, forecast.total.whole, ()), expected
    if ahead is None:
        return YearForecast(year, YEAR_MONTHS, _known(forecast.total.whole, been), (been,) * 99), expected
    moved = tuple(value + been for value in ahead.cost_percentiles)
    return YearForecast(year, YEAR_MONTHS, ahead.measures, moved), expected


def _known(measures: Measures, cost: float) -> Measures:
    return Measures(measures.persons, measures.care_days, Distribution(*(cost,) * 8))


def _last_year(dossier: Dossier, past: Past, streams: Sequence[Stream], rows: Sequence[PlacementRow]) -> Amounts:
    """The year before: of the material where it has all of it, else what the grid tells."""
    year = dossier.plan.year - 1
    months = _months(past, year)
    if len(months) == YEAR_MONTHS:
        return past.stretch(streams, months)
    return _in_grid(dossier, rows, Basis.OUTCOME, year)


def _budget(dossier: Dossier, rows: Sequence[PlacementRow]) -> Amounts:
    return budget_of(dossier, rows, dossier.plan.year)


def budget_of(dossier: Dossier, rows: Sequence[PlacementRow], year: int) -> Amounts:
    """What the budget of a year has for rows of the grid together."""
    return _in_grid(dossier, rows, Basis.BUDGET, year)


def _in_grid(dossier: Dossier, rows: Sequence[PlacementRow], basis: Basis, year: int) -> Amounts:
    """What rows of the grid have together; None where one of them lacks it."""
    grid = placements_of(dossier)
    column = GridColumn(year, 0, basis)
    values = [grid.values.get((row.id, column.id)) for row in rows]
    persons = [value.persons for value in values if value is not None and value.persons is not None]
    amounts = [value.amount for value in values if value is not None and value.amount is not None]
    return Amounts(
        sum(persons, Decimal(0)) if persons and len(persons) == len(rows) else None,
        sum(amounts, Decimal(0)) if amounts and len(amounts) == len(rows) else None,
    )
