"""Reception as it is likely to go: scenarios, head-counts, state grants and income support afterwards, group by group.

`forecast(dossier, months, scenario, more)` is what the command line asks; pages ask `outlook`.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from styrhus.dossier.dossier import Dossier
from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.flows import received_by_month, year_flows
from styrhus.finance.grids.reception import CountedAt, ReceptionCohort
from styrhus.finance.grids.span import YEAR_MONTHS, span_of
from styrhus.forecast import Forecast, Horizon
from styrhus.forecast.reception import (
    FittedReception,
    GroupMaterial,
    Instalment,
    ReceptionForecast,
    ReceptionMaterial,
    Scenario,
    Terms,
    fit_reception,
)

OWN_PLAN = "plan"
"""The name of the scenario that is made of the plan's own figures, where no national forecast is given."""
HUNDRED = 100
Yearly = dict[str, dict[int, float]]
"""Persons by group and year."""


class NoReceptionData(ValueError):
    """Nothing tells who will come."""


def forecast(dossier: Dossier, months: int | None = None, scenario: str = "", more: float = 0.0) -> Forecast:
    """Groups as streams: persons there, kr of income support less grants; see ReceptionForecast for the parts.

    Raises NoReceptionData, also where no group has been counted so that only those who come are known, and ValueError
    for a scenario that is not there.
    """
    found = fitted(dossier, months or 0).forecast(scenario, more).forecast
    if not found.streams:
        raise NoReceptionData(dossier.board.name)
    return found


@lru_cache(maxsize=64)
def outlook(dossier: Dossier, scenario: str = "", more: float = 0.0) -> ReceptionForecast:
    """The forecast to the end of the plan year, twelve months at least; raises as `forecast` does."""
    return fitted(dossier).forecast(scenario, more)


@lru_cache(maxsize=32)
def fitted(dossier: Dossier, months: int = 0) -> FittedReception:
    """The board's groups and scenarios, ready to be asked."""
    first = _first(dossier)
    left = (dossier.plan.year + 1) * YEAR_MONTHS - first
    horizon = Horizon(first // YEAR_MONTHS, first % YEAR_MONTHS + 1, months or max(YEAR_MONTHS, left))
    names = _names(dossier)
    scenarios = _scenarios(dossier)
    if not names or not scenarios:
        raise NoReceptionData(dossier.board.name)
    groups = tuple(_group(dossier, name, first) for name in names)
    return fit_reception(ReceptionMaterial(horizon, groups, scenarios))


def has_material(dossier: Dossier) -> bool:
    """Whether there is anything to forecast from."""
    return bool(_names(dossier) and _scenarios(dossier))


def _names(dossier: Dossier) -> tuple[str, ...]:
    counted = (cohort.group for cohort in dossier.reception_cohorts)
    return tuple(dict.fromkeys([*counted, *(row.group for row in dossier.reception_scenarios)]))


def _first(dossier: Dossier) -> int:
    """The month after the last outcome up to the plan year, at the latest the plan year's first where there is none."""
    ends = []
    for cohort in dossier.reception_cohorts:
        span = span_of(cohort.period)
        counts = cohort.at in {CountedAt.FLOW, CountedAt.CLOSING} and cohort.persons is not None
        if cohort.basis is Basis.OUTCOME and counts and span.year <= dossier.plan.year:
            ends.append(span.year * YEAR_MONTHS + span.last)
    return max(ends, default=dossier.plan.year * YEAR_MONTHS)


def _group(dossier: Dossier, name: str, first: int) -> GroupMaterial:
    cohorts = [cohort for cohort in dossier.reception_cohorts if cohort.group == name]
    received: dict[int, float] = defaultdict(float)
    for _, year, month, persons in received_by_month(cohorts):
        number = year * YEAR_MONTHS + month - 1
        if number < first:
            received[number] += float(persons)
    return GroupMaterial(
        name, standing=_standing(cohorts, first), received=dict(received), leaving=_leaving(cohorts, first),
        ages_out=_ages_out(cohorts, first),
        instalments=tuple(
            Instalment(float(held.amount), held.months_after, held.valid_from)
            for held in dossier.grant_instalments if held.group == name
        ),
        terms=tuple(_terms(dossier, name)),
    )  # fmt: skip


def _terms(dossier: Dossier, name: str) -> list[Terms]:
    return [
        Terms(
            row.valid_from, row.leave_months, row.grant_months,
            None if row.support_share is None else float(row.support_share) / HUNDRED,
            None if row.support_cost is None else float(row.support_cost),
        )
        for row in dossier.reception_terms if row.group == name
    ]  # fmt: skip


def _standing(cohorts: list[ReceptionCohort], first: int) -> float | None:
    """Persons just before the horizon: counted at the end of the period before it, or at its beginning."""
    for cohort in sorted(cohorts, key=lambda held: held.basis is not Basis.OUTCOME):
        span = span_of(cohort.period)
        end, begin = span.year * YEAR_MONTHS + span.last, span.year * YEAR_MONTHS + span.first - 1
        here = (cohort.at is CountedAt.CLOSING and end == first) or (cohort.at is CountedAt.OPENING and begin == first)
        if here and not cohort.part and cohort.persons is not None:
            return float(cohort.persons)
    return None


def _leaving(cohorts: list[ReceptionCohort], first: int) -> tuple[float, float]:
    """Persons who left, and person-years, of the years before the horizon in which both are known.

    Without any such year, what the plan itself counts on of its own.
    """
    flows = [flow for flow in year_flows(cohorts) if flow.left is not None and flow.left >= 0]
    before = [flow for flow in flows if flow.year < first // YEAR_MONTHS] or flows[:1]
    left = sum(float(flow.left or 0) for flow in before)
    years = sum(float((flow.opening or 0) + (flow.closing or 0)) / 2 for flow in before)
    return (left, years) if years > 0 else (0.0, 0.0)


def _ages_out(cohorts: list[ReceptionCohort], first: int) -> Mapping[int, float]:
    """Persons who become too old by month, those of a year spread evenly; outcome goes before forecast and budget."""
    found: dict[int, float] = {}
    for basis in (Basis.BUDGET, Basis.FORECAST, Basis.OUTCOME):
        for cohort in cohorts:
            if cohort.at is CountedAt.AGES_OUT and cohort.basis is basis and cohort.persons is not None:
                span = span_of(cohort.period)
                for month in range(span.first, span.last + 1):
                    number = span.year * YEAR_MONTHS + month - 1
                    if number >= first:
                        found[number] = float(cohort.persons) / span.months
    return found


def _scenarios(dossier: Dossier) -> tuple[Scenario, ...]:
    """The national forecasts with the municipality's share; without any, what the plan itself counts on.

    Where anything has a weight, what has none is shown but counts for nothing. What a scenario does not tell of is as
    in the weightiest one, and else as the plan counts on.
    """
    planned, yearly = _planned(dossier), _local(dossier)
    if not yearly:
        return (Scenario(OWN_PLAN, planned),) if planned else ()
    weights = {name: _weight(dossier, name) for name in yearly}
    told = any(weight is not None for weight in weights.values())
    main = yearly[max(yearly, key=lambda name: weights[name] or 0.0)]
    return tuple(
        Scenario(name, _merged(planned, main, own), weight=(weights[name] or 0.0) if told else 1.0)
        for name, own in yearly.items()
    )


def _local(dossier: Dossier) -> dict[str, Yearly]:
    """Persons of each scenario by group and year: the national forecast × the share."""
    found: dict[str, Yearly] = defaultdict(lambda: defaultdict(dict))
    for row in dossier.reception_scenarios:
        found[row.name][row.group][row.year] = float(row.national) * float(row.share) / HUNDRED
    return found


def _weight(dossier: Dossier, name: str) -> float | None:
    """The mean of the weights of a scenario's rows; None where it has none."""
    told = [float(row.weight) for row in dossier.reception_scenarios if row.name == name and row.weight is not None]
    return sum(told) / len(told) if told else None


def _merged(planned: Yearly, main: Yearly, own: Yearly) -> Yearly:
    return {**planned, **{group: {**main.get(group, {}), **own.get(group, {})} for group in {**main, **own}}}


def _planned(dossier: Dossier) -> Yearly:
    """Persons by group and year that the plan counts on, forecast before budget, else the last year's outcome."""
    found: Yearly = defaultdict(dict)
    for basis in (Basis.OUTCOME, Basis.BUDGET, Basis.FORECAST):
        own = [c for c in dossier.reception_cohorts if c.basis is basis]
        for flow in year_flows(own):
            arrived = flow.arrived.value
            if arrived is not None and (basis is not Basis.OUTCOME or flow.year < dossier.plan.year):
                found[flow.group][flow.year] = float(arrived)
    return dict(found)
