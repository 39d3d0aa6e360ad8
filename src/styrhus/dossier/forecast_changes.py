"""Why a frozen forecast costs more or less than the one before it, than last year and than the budget."""

from calendar import isleap
from dataclasses import dataclass
from functools import lru_cache

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.frozen_forecasts import before, budget_of
from styrhus.forecast.decompose import Decomposition, Side, decompose
from styrhus.forecast.frozen import FrozenForecast, Opened, opened
from styrhus.forecast.whole_year import so_far, whole_year


@dataclass(frozen=True)
class Changes:
    """Each against the year as the forecast sees it; None where one of the two is not known.

    `previous` is the forecast that was frozen before.
    """

    previous: FrozenForecast | None
    since_previous: Decomposition | None
    since_last_year: Decomposition | None
    against_budget: Decomposition | None


@lru_cache(maxsize=32)
def changes_of(dossier: Dossier, frozen: FrozenForecast) -> Changes:
    """The changes of the plan year's cost; what levers move is told by itself."""
    held, year = opened(frozen.content), dossier.plan.year
    previous = before(dossier, frozen)
    now = _parted(held, year)

    def since(then: tuple[Side | None, float]) -> Decomposition | None:
        if then[0] is None or now[0] is None or not then[0].cost or not now[0].cost:
            return None
        return decompose(then[0], now[0], levers=(then[1], now[1]))

    return Changes(
        previous,
        since((None, 0.0) if previous is None else _parted(opened(previous.content), year)),
        since((last_year_side(held, year - 1), 0.0)),
        since((budget_side(dossier, held), 0.0)),
    )


def _parted(held: Opened, year: int) -> tuple[Side | None, float]:
    """A year as it is without levers, and the kr that levers add to it."""
    whole = year_side(held, year)
    base = without_levers(held, year)
    if whole is None or base is None:
        return whole, 0.0
    return base, whole.total - base.total


def year_side(held: Opened, year: int) -> Side | None:
    """A year with what had been of it; None when the forecast does not tell of all its months."""
    days, cost = {}, {}
    for part in held.forecast.streams:
        measures = whole_year(held, part, year)
        if measures is None or part.stream is None:
            return None
        days[part.stream] = measures.care_days.mean
        if measures.cost is not None:
            cost[part.stream] = measures.cost.mean
    return Side(days, cost, _persons(held, year))


def last_year_side(held: Opened, year: int) -> Side | None:
    """What a whole year before the horizon came to; None when months are missing."""
    if sum(month.startswith(f"{year}-") for month in held.past_months) < 12:
        return None
    days, cost = {}, {}
    for part in held.forecast.streams:
        own_days, own_cost = so_far(held, part, year)
        if own_days is None or part.stream is None:
            return None
        days[part.stream] = own_days
        if own_cost is not None:
            cost[part.stream] = own_cost
    return Side(days, cost, _persons(held, year))


def budget_side(dossier: Dossier, held: Opened) -> Side | None:
    """The budget of the plan year for the streams that are forecast; None when none of them has any."""
    days, cost = {}, {}
    length = 366 if isleap(dossier.plan.year) else 365
    for part in held.forecast.streams:
        if part.stream is None:
            continue
        persons, amount = budget_of(dossier, part.stream)
        if persons is not None and amount is not None:
            days[part.stream], cost[part.stream] = float(persons) * length, float(amount)
    return Side(days, cost) if cost else None


def without_levers(held: Opened, year: int) -> Side | None:
    """A year as it would be without the forecast's levers; None for a forecast that has none."""
    if not held.without_levers:
        return None
    parts = {part.stream: part for part in held.forecast.streams}
    days, cost = {}, {}
    for row in held.without_levers:
        gone_days, gone_cost = so_far(held, parts[row.stream], year)
        days[row.stream] = row.care_days + (gone_days or 0.0)
        if row.cost is not None:
            cost[row.stream] = row.cost + (gone_cost or 0.0)
    return Side(days, cost, _persons(held, year))


def _persons(held: Opened, year: int) -> dict[str, float]:
    return {row.group: row.persons for row in held.entering if row.year == year}
