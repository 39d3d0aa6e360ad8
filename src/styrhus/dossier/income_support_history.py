"""What a dossier tells of income support, as its forecast takes it: months, and years where there are none."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.grids import support_of
from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.income_support import IncomeSupportFigure
from styrhus.finance.grids.national import norm_index
from styrhus.finance.grids.span import YEAR_MONTHS, span_of
from styrhus.finance.grids.support import SupportValue
from styrhus.forecast.income_support import SupportHistory, YearLevel

YEARS_BACK = 15
DURATION = ("months_1_3", "months_4_9", "months_10")


@lru_cache(maxsize=64)
def history_of(dossier: Dossier) -> SupportHistory | None:
    """Outcomes up to the end of the plan year; None when nothing tells how many households there are.

    A year without months is told by its own outcome or, the year before the plan's, by what was forecast of it. Where
    only payments are known, households follow from the mean cost at that year's norm.
    """
    months = _months(dossier)
    index = _index(dossier)
    payout, payout_year = _payout(dossier)
    levels = _levels(dossier, index, payout, payout_year)
    if not months and not levels:
        return None
    numbers = sorted(months)
    first = numbers[0] if numbers else dossier.plan.year * YEAR_MONTHS
    count = numbers[-1] - first + 1 if numbers else 0
    held = [months.get(first + place) for place in range(count)]
    return SupportHistory(
        (first // YEAR_MONTHS, first % YEAR_MONTHS + 1),
        households=_column([_households(figure) for figure in held]),
        paid=_column([_paid(figure) for figure in held]),
        started=_column([_told(figure, "started") for figure in held]),
        ended=_column([_told(figure, "ended") for figure in held]),
        duration=np.stack([_column([_told(figure, name) for figure in held]) for name in DURATION], 1)
        if count else np.full((0, 3), np.nan),
        years=levels, payout=None if payout is None else float(payout), payout_year=payout_year, index=index,
    )  # fmt: skip


def _months(dossier: Dossier) -> dict[int, IncomeSupportFigure]:
    """The whole board's outcome by number of the month (year × 12 + month − 1)."""
    found = {}
    for figure in dossier.income_support:
        span = span_of(figure.period)
        own = figure.basis is Basis.OUTCOME and figure.unit is None and span.months == 1
        if own and span.year <= dossier.plan.year and _households(figure) is not None:
            found[span.year * YEAR_MONTHS + span.first - 1] = figure
    return found


def _households(figure: IncomeSupportFigure | None) -> Decimal | None:
    if figure is None:
        return None
    return figure.households if figure.households is not None else figure.households_at_end


def _paid(figure: IncomeSupportFigure | None) -> Decimal | None:
    if figure is None or figure.paid is not None:
        return None if figure is None else figure.paid
    households = _households(figure)
    return None if households is None or figure.mean_cost is None else households * figure.mean_cost


def _told(figure: IncomeSupportFigure | None, name: str) -> Decimal | None:
    found: Decimal | None = None if figure is None else getattr(figure, name)
    return found


def _column(values: list[Decimal | None]) -> NDArray[np.float64]:
    return np.array([np.nan if value is None else float(value) for value in values], dtype=np.float64)


def _index(dossier: Dossier) -> Mapping[int, float]:
    """Change of a household's payout by year: the norm, and rents for the share that is told not to follow it.

    The norm is the grid's (outcome before forecast), else the national one that is known; a year without is left out.
    Rents that are not known stay as they were.
    """
    found, year = {}, dossier.plan.year
    share = _latest("norm_share", dossier.income_support)
    part = 1.0 if share is None else min(float(share) / 100, 1.0)
    for of in range(year - YEARS_BACK, year + 3):
        own = [f for f in dossier.income_support if f.unit is None and span_of(f.period).year == of]
        told, national = _latest("norm", own), norm_index(of)
        norm = told if told is not None else national.value if national else None
        rent = _latest("rent", own)
        if norm:
            found[of] = part * float(norm) / 100 + (1 - part) * float(rent if rent is not None else 100) / 100
    return found


def _latest(name: str, figures: Sequence[IncomeSupportFigure]) -> Decimal | None:
    """What the figures tell of it last, outcome before forecast; budgets are counted up by another index."""
    own = [f for f in figures if f.unit is None and getattr(f, name) is not None and f.basis is not Basis.BUDGET]
    if name == "norm_share":
        own = own or [f for f in figures if f.norm_share is not None]
    ranked = sorted(own, key=lambda f: (f.basis is Basis.OUTCOME, f.period))
    found: Decimal | None = getattr(ranked[-1], name) if ranked else None
    return found


def _whole(dossier: Dossier, year: int) -> list[SupportValue]:
    """The whole board's values of a year: outcome, forecast, budget."""
    order = (Basis.OUTCOME, Basis.FORECAST, Basis.BUDGET)
    own = [value for value in support_of(dossier) if value.year == year and value.unit is None]
    return sorted(own, key=lambda value: order.index(value.basis))


def _payout(dossier: Dossier) -> tuple[Decimal | None, int]:
    """The latest mean cost a household and month that is told for a year up to the plan's, and its year."""
    for year in range(dossier.plan.year, dossier.plan.year - YEARS_BACK, -1):
        for value in _whole(dossier, year):
            if value.mean_cost:
                return value.mean_cost, year
    return None, 0


def _levels(
    dossier: Dossier, index: Mapping[int, float], payout: Decimal | None, payout_year: int
) -> tuple[YearLevel, ...]:
    """Households of the years before the plan's, from outcome before forecast, and the linked indicator's outcome."""
    found = []
    for year in range(dossier.plan.year - YEARS_BACK, dossier.plan.year):
        held = [value for value in _whole(dossier, year) if value.basis is not Basis.BUDGET]
        average = next((float(v.households) for v in held if v.households), None)
        at_end = next((float(v.households_at_end) for v in held if v.households_at_end is not None), None)
        cost = _cost_of(year, index, payout, payout_year)
        paid = next((float(v.paid) for v in held if v.paid and v.months == YEAR_MONTHS), None)
        if average is None and cost and paid:
            average = paid / (cost * YEAR_MONTHS)
        at_end = at_end if at_end is not None else _indicator_end(dossier, year)
        if average is not None or at_end is not None:
            found.append(YearLevel(year, average, at_end))
    return tuple(found)


def _cost_of(year: int, index: Mapping[int, float], payout: Decimal | None, payout_year: int) -> float | None:
    """The mean cost at a year's norm; None where the norm of a year between is not known."""
    between = range(year + 1, payout_year + 1)
    if payout is None or any(of not in index for of in between):
        return None
    cost = float(payout)
    for of in between:
        cost /= index[of]
    return cost


def _indicator_end(dossier: Dossier, year: int) -> float | None:
    """The year's outcome of the indicator that the plan year's budget is linked to."""
    budget = next((v for v in _whole(dossier, dossier.plan.year) if v.indicator), None)
    if budget is None:
        return None
    held = (o for o in dossier.outcomes_of(budget.indicator or "") if o.period == str(year) and not o.part)
    return next((float(o.value) for o in held if o.value is not None), None)
