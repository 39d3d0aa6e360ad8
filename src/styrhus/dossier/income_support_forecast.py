"""Income support as it is likely to go: the plan year beside its frame and its target.

`forecast(dossier, months, levers, places)` is what the command line asks; pages ask `outlook`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

import numpy as np

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.grids import SupportGoal, support_goal, support_of, support_value
from styrhus.dossier.income_support_history import history_of
from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.span import YEAR_MONTHS, span_of
from styrhus.forecast import Distribution, Forecast, Lever, YearForecast
from styrhus.forecast.draws import distribution
from styrhus.forecast.frame import probability
from styrhus.forecast.income_support import FittedSupport, Places, SupportHistory, fit_support
from styrhus.forecast.income_support.outcome import Reported

BACK = Decimal(30)
"""Per cent of those in places who come back, where nobody has told. Assumed; the page says so."""


class NoSupportData(ValueError):
    """Nothing tells how many households there are."""


@dataclass(frozen=True, eq=False)
class Way:
    """The straight way to the target: households by month, on average in the year, and what it costs with its spread.

    `gap` is frame less cost in kr; `holds` the probability that the frame pays for it, `reached` that the target is
    reached on the forecast's own course.
    """

    goal: SupportGoal
    months: tuple[float, ...]
    average: float
    cost: Distribution
    holds: float | None
    reached: float

    @property
    def gap(self) -> float | None:
        return None if self.goal.path.budget is None else float(self.goal.path.budget) - self.cost.mean


@dataclass(frozen=True)
class Vessels:
    """What places cost in the plan year and how much less income support costs for them, both in kr."""

    cost: float
    saved: float


@dataclass(frozen=True, eq=False)
class SupportOutlook:
    """The plan year under levers. `frame` is what is budgeted for payments in kr, `holds` the probability that it is
    enough, `affordable` the households on average that it is enough for, `end_level` those at the end of the year on a
    straight way within it. `repaid` is the share of payments that comes back, None when it was never told.
    """

    year: int
    base: Forecast
    forecast: Forecast
    whole: YearForecast
    reported: Reported
    history: SupportHistory
    frame: Decimal | None
    holds: float | None
    affordable: Distribution | None
    end_level: float | None
    at_end: Distribution | None
    way: Way | None
    planned: tuple[Places, ...]
    repaid: float | None
    vessels: "Vessels | None" = None

    @property
    def has_levers(self) -> bool:
        return self.forecast.digest != self.base.digest


def forecast(
    dossier: Dossier, months: int | None = None, levers: Sequence[Lever] = (), places: Sequence[Places] = ()
) -> Forecast:
    """Households (as persons), household days and kr for the `months` months after the last that is reported.

    Without `months` to the end of the plan year, and twelve at least. Places that the plan has are in it already.
    Raises NoSupportData.
    """
    fitted = _fitted(dossier, months or 0)
    return fitted.forecast(tuple(levers), (*planned_places(dossier, fitted), *places))


def has_material(dossier: Dossier) -> bool:
    """Whether there is anything to forecast from."""
    return history_of(dossier) is not None


@lru_cache(maxsize=32)
def _fitted(dossier: Dossier, months: int) -> FittedSupport:
    history = history_of(dossier)
    if history is None:
        raise NoSupportData(dossier.board.name)
    year, month = history.last
    left = (dossier.plan.year - year) * YEAR_MONTHS + YEAR_MONTHS - month
    return fit_support(history, months=months or max(YEAR_MONTHS, left))


def planned_places(dossier: Dossier, fitted: FittedSupport) -> tuple[Places, ...]:
    """The plan's labour-market places, by month of the horizon; those that have begun already are in the figures."""
    horizon = fitted.world.horizon
    first = horizon.year * YEAR_MONTHS + horizon.month - 1
    found = []
    for row in dossier.labour_market_places:
        start, last = _number(row.start) - first, _number(row.last) - first + 1 if row.last else None
        if start >= 0:
            back = row.back if row.back is not None else BACK
            cost = None if row.cost is None else float(row.cost)
            found.append(Places(float(row.places), start, max(row.months, 1), float(back) / 100, last, cost))
    return tuple(found)


def _number(month: str) -> int:
    span = span_of(month)
    return span.year * YEAR_MONTHS + span.first - 1


@lru_cache(maxsize=128)
def outlook(dossier: Dossier, levers: tuple[Lever, ...] = (), places: tuple[Places, ...] = ()) -> SupportOutlook:
    """The plan year under levers and further places; raises NoSupportData."""
    fitted, history = _fitted(dossier, 0), history_of(dossier)
    assert history is not None
    planned = planned_places(dossier, fitted)
    every, year = (*planned, *places), dossier.plan.year
    known = _reported(history, fitted, year)
    whole = fitted.year(year, known, levers, every)
    budget = support_value(dossier, Basis.BUDGET, year)
    frame = None if budget is None else budget.paid
    months = [place for place, (of, _) in enumerate(fitted.world.horizon.months) if of == year]
    rest = _affordable(fitted, levers, months, None if frame is None else float(frame) - known.paid)
    made = fitted.forecast(levers, every)
    return SupportOutlook(
        year, outlook(dossier).base if levers or places else made, made, whole, known, history, frame,
        probability(whole, frame),
        None if rest is None else distribution((rest * len(months) + known.households) / (len(months) + known.months)),
        None if rest is None or not months else 2 * float(rest.mean()) - _start(fitted),
        made.total.months[months[-1]].persons if months else None,
        _way(dossier, fitted, known, asked=(levers, every)) if months else None,
        planned, _repaid(dossier), _vessels(fitted, planned, months, year),
    )  # fmt: skip


def _vessels(fitted: FittedSupport, planned: Sequence[Places], months: Sequence[int], year: int) -> Vessels | None:
    """The plan's own places against income support without them; None where their cost is not told."""
    if not planned or not months:
        return None
    costs = [place.cost_of(range(months[0], months[-1] + 1)) for place in planned]
    with_them, without = (fitted.year(year, Reported(), (), places).measures.cost for places in (planned, ()))
    if None in costs or with_them is None or without is None:
        return None
    return Vessels(sum(cost or 0.0 for cost in costs), without.mean - with_them.mean)


def _start(fitted: FittedSupport) -> float:
    """Households in the last month that is known."""
    return float(fitted.world.standing.sum(axis=1).mean())


def _reported(history: SupportHistory, fitted: FittedSupport, year: int) -> Reported:
    """The plan year's months so far; a month between that is missing counts as the mean of the others."""
    own = [place for place in range(len(history.households)) if history.month(place)[0] == year]
    own = [place for place in own if history.month(place) <= history.last]
    if not own:
        return Reported()
    households, paid = history.households[own], history.paid[own]
    price = float(np.nanmean(paid / households)) if (~np.isnan(paid)).any() else float(fitted.world.payout[:, 0].mean())
    households = np.where(np.isnan(households), np.nanmean(households), households)
    paid = np.where(np.isnan(paid), households * price, paid)
    return Reported(len(own), float(households.sum()), float(paid.sum()))


def _affordable(
    fitted: FittedSupport, levers: Sequence[Lever], months: Sequence[int], amount: float | None
) -> "np.ndarray[tuple[int, ...], np.dtype[np.float64]] | None":
    """Draws of households on average that an amount pays for in the months."""
    if amount is None or not months:
        return None
    one = np.zeros(fitted.world.horizon.count)
    one[list(months)] = 1.0
    price = fitted.cost_of(one.tolist(), levers)
    return None if np.isnan(price).any() else np.maximum(amount, 0.0) / price


def _way(
    dossier: Dossier, fitted: FittedSupport, known: Reported, *, asked: tuple[Sequence[Lever], Sequence[Places]]
) -> Way | None:
    """From the last month that is known to the target at the end of the year, the same change each month."""
    goal, (levers, places) = support_goal(dossier), asked
    if goal is None:
        return None
    count = sum(of == dossier.plan.year for of, _ in fitted.world.horizon.months)
    before = sum(of < dossier.plan.year for of, _ in fitted.world.horizon.months)
    start, end = (_start(fitted) if known.months or not before else float(goal.path.start)), float(goal.path.goal)
    path = tuple(start + (end - start) * (2 * month + 1) / (2 * count) for month in range(count))
    cost = fitted.cost_of((0.0,) * before + path, levers) + known.paid
    if np.isnan(cost).any():
        return None
    budget = goal.path.budget
    last = fitted.households(before + count - 1, levers, places)
    return Way(
        goal, path, (known.households + sum(path)) / (known.months + count), distribution(cost),
        None if budget is None else float((cost <= float(budget)).mean()), float((last <= end).mean()),
    )  # fmt: skip


def _repaid(dossier: Dossier) -> float | None:
    """The latest share of payments that came back, outcome before forecast, years up to the plan's."""
    held = [v for v in support_of(dossier) if v.unit is None and v.year <= dossier.plan.year]
    for basis in (Basis.OUTCOME, Basis.FORECAST, Basis.BUDGET):
        told = [v for v in held if v.basis is basis and v.paid and v.repaid is not None]
        if told:
            latest = told[-1]
            return float((latest.repaid or 0) / (latest.paid or 1))
    return None
