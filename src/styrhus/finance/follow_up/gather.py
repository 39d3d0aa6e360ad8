"""The cells of a follow-up, gathered from ledger, budget, forecasts and accruals."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from styrhus.finance.codes.dimension import CostType
from styrhus.finance.follow_up.cell import UNMAPPED, Building, Twelve, added
from styrhus.finance.follow_up.forecast import Accrual, UnitForecast
from styrhus.finance.follow_up.view import FollowUp, Key
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
    ordered = sorted(cells, key=_order(material.units))
    built = {key: cells[key].built() for key in ordered}
    return FollowUp(material.year, month, material.units, built, imported, whole)


def _order(units: Sequence[OrganisationUnit]):  # type: ignore[no-untyped-def]
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


def _add_forecasts(
    cells: dict[Key, Building], material: Material, month: int
) -> dict[str, tuple[Decimal, Decimal | None]]:
    """The latest forecast of each unit and cost type up to `month` with the one before; gives those of whole units."""
    entered: dict[tuple[str, str | None], list[UnitForecast]] = defaultdict(list)
    for forecast in sorted(material.forecasts, key=lambda held: held.month):
        if forecast.year == material.year and forecast.month <= month:
            entered[forecast.unit, forecast.cost_type].append(forecast)
    whole: dict[str, tuple[Decimal, Decimal | None]] = {}
    for (unit, cost_type), rows in entered.items():
        now, before = rows[-1].amount, rows[-2].amount if len(rows) > 1 else None
        if cost_type is None:
            whole[unit] = (now, before)
        else:
            cells[unit, CostType(cost_type).value].forecast = now
            cells[unit, CostType(cost_type).value].previous = before
    return whole
