"""The cells of a follow-up, gathered from ledger, budget, forecasts and accruals."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from styrhus.finance.codes.dimension import CostType
from styrhus.finance.follow_up.cell import UNMAPPED, Building, Twelve, added
from styrhus.finance.follow_up.forecast import Accrual, UnitForecast
from styrhus.finance.follow_up.view import Entered, FollowUp, Key
from styrhus.finance.ledger.balance import Balance, LedgerMonth
from styrhus.plan.organisation import OrganisationUnit


@dataclass(frozen=True)
class Material:
    """What a follow-up is made of; `budget` has twelve months in kr for each unit and cost type."""

    year: int
    units: tuple[OrganisationUnit, ...]
    balances: Sequence[Balance]
    months: Sequence[LedgerMonth]
    budget: Mapping[Key, Twelve]
    forecasts: Sequence[UnitForecast] = ()
    accruals: Sequence[Accrual] = ()


def gather(material: Material, month: int) -> FollowUp:
    """The follow-up after `month`: nothing that came later is in it, forecasts included."""
    cells: dict[Key, Building] = defaultdict(Building)
    for key, twelve in material.budget.items():
        cells[key].budget = list(twelve)
    imported = frozenset(m.month for m in material.months if m.year == material.year and m.month <= month)
    _add_ledger(cells, material, imported)
    for accrual in material.accruals:
        _add_accrual(cells, accrual, material.year)
    whole = _add_forecasts(cells, material, month)
    if material.budget:
        _nothing_budgeted(cells)
    ordered = sorted(cells, key=_order(material.units))
    built = {key: cells[key].built() for key in ordered}
    return FollowUp(material.year, month, material.units, built, imported, whole)


def _nothing_budgeted(cells: dict[Key, Building]) -> None:
    """A budget that is followed is whole: what it has no line for was given nothing, and deviates by all that it costs.

    Else the variances of the units would not add up to that of the board.
    """
    for cell in cells.values():
        if all(month is None for month in cell.budget):
            cell.budget = [Decimal(0)] * 12


def _order(units: Sequence[OrganisationUnit]) -> Callable[[Key], tuple[int, int]]:
    places = {unit.id: place for place, unit in enumerate(units)}
    types = {kind.value: place for place, kind in enumerate(CostType)}
    return lambda key: (places.get(key[0], len(places)), types.get(key[1], len(types)))


def _add_ledger(cells: dict[Key, Building], material: Material, imported: frozenset[int]) -> None:
    """Net cost of this year's months and last year's; the council's grant and balance accounts are no net cost."""
    for balance in material.balances:
        if balance.cost_type is not None and not balance.cost_type.is_net_cost:
            continue
        key = (balance.unit or UNMAPPED, balance.cost_type.value if balance.cost_type else UNMAPPED)
        if balance.year == material.year and balance.month in imported:
            added(cells[key].actual, balance.month, balance.amount)
        elif balance.year == material.year - 1:
            added(cells[key].last_year, balance.month, balance.amount)


def _add_accrual(cells: dict[Key, Building], accrual: Accrual, year: int) -> None:
    key = (accrual.unit, accrual.cost_type.value)
    if accrual.year == year:
        added(cells[key].accrued, accrual.month, accrual.amount)
        if accrual.reverses is not None:
            added(cells[key].accrued, accrual.reverses, -accrual.amount)


def _add_forecasts(cells: dict[Key, Building], material: Material, month: int) -> dict[str, Entered]:
    """What each unit entered last up to `month` with what it had entered before; gives those for whole units.

    A unit may forecast its whole one month and each cost type another; what it entered last decides.
    """
    entered: dict[str, dict[int, dict[str | None, Decimal]]] = defaultdict(lambda: defaultdict(dict))
    for forecast in material.forecasts:
        if forecast.year == material.year and forecast.month <= month:
            entered[forecast.unit][forecast.month][forecast.cost_type] = forecast.amount
    whole: dict[str, Entered] = {}
    for unit, by_month in entered.items():
        months = sorted(by_month)
        now, before = by_month[months[-1]], by_month[months[-2]] if len(months) > 1 else {}
        if None in now or None in before:
            whole[unit] = (now.get(None), sum(before.values(), Decimal(0)) if before else None)
        if None not in now:
            for cost_type in {*now, *before} - {None}:
                cell = cells[unit, CostType(str(cost_type)).value]
                cell.forecast, cell.previous = now.get(cost_type), before.get(cost_type)
    return whole
