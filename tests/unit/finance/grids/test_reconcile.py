"""The grid against the ledger: nothing is counted twice, and nothing is left out."""

from decimal import Decimal

from styrhus.finance.codes.dimension import CostType
from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.placement import CareForm, PlacementFigure, PlacementRow, Pricing, Provider
from styrhus.finance.grids.placement_grid import placement_grid
from styrhus.finance.grids.reconcile import reconciled
from styrhus.finance.ledger.balance import Balance

PARENTS = {"barn": "soc", "hem": "barn", "vuxna": "soc", "soc": None}


def row(key, unit):
    return PlacementRow(id=key, name=key, target_group="Alla", form=CareForm.OTHER, provider=Provider.EXTERNAL,
                        pricing=Pricing.AMOUNT, unit=unit)  # fmt: skip


def balance(unit, amount, cost_type=CostType.BOUGHT_CARE, month=1):
    return Balance(year=2023, month=month, unit=unit, cost_type=cost_type, amount=Decimal(amount))


def grid(*rows):
    figures = [PlacementFigure(row=r.id, basis=Basis.OUTCOME, period="2023-01", amount=Decimal(100)) for r in rows]
    return placement_grid(rows, figures)


def test_balances_count_at_the_nearest_unit_with_rows():
    held = grid(row("a", "barn"), row("b", "soc"))
    balances = [balance("hem", 70), balance("barn", 20), balance("vuxna", 5), balance(None, 3),
                balance("barn", 900, CostType.STAFF), balance("barn", 400, month=2)]  # fmt: skip
    found = reconciled(held, held.columns[0], balances, PARENTS)
    assert {r.unit: r.ledger for r in found.rows} == {"barn": 90, "soc": 5, None: 3}
    assert {r.unit: r.difference for r in found.rows} == {"barn": -10, "soc": -95, None: None}
    assert (found.total.ledger, found.total.grid.value, found.months) == (98, 200, (1,))


def test_a_year_without_ledger_is_not_held_against_it():
    held = grid(row("a", "barn"))
    assert reconciled(held, held.columns[0], [], PARENTS) is None


def test_a_years_budget_is_cut_to_the_months_of_the_ledger():
    rows = (row("a", "barn"),)
    budget = PlacementFigure(row="a", basis=Basis.BUDGET, period="2023", amount=Decimal(36500))
    held = placement_grid(rows, [budget])
    found = reconciled(held, held.columns[0], [balance("barn", 3000), balance("barn", 3000, month=2)], PARENTS)
    assert (found.rows[0].grid.value, found.rows[0].difference, found.is_cut) == (5900, 100, True)
