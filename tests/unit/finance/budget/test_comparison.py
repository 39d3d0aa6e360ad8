"""Versions side by side: rows add up to subtotals and the total, whatever is missing in one of them."""

from decimal import Decimal

from hypothesis import given, settings

from styrhus.finance.budget.amounts import version_total
from styrhus.finance.budget.comparison import comparison_table, ledger_years
from styrhus.finance.budget.copying import copied
from styrhus.finance.budget.grid import By, Layout
from styrhus.finance.budget.version import BudgetVersion, VersionKind
from styrhus.finance.budget.version_tables import cost_type_table, effects_table, month_table
from styrhus.finance.codes.dimension import CostType
from styrhus.finance.ledger.balance import Balance, LedgerMonth
from styrhus.finance.restate import restated
from styrhus.finance.totals import Agreement, check_changes, check_sums
from styrhus.values.unit import Unit
from tests.unit.finance.budget.sources import BUDGET, line, source
from tests.unit.finance.budget.test_copying import NEXT, RATES, budgets

LAST = BudgetVersion(id="a", name="Förra året", kind=VersionKind.COUNCIL, year=2018)
LINES = (
    line(100, "familjehem"), line(40, "barn"), line(70, "vuxna", CostType.STAFF),
    line(90, "familjehem", budget="a", id="a-1"), line(30, "oppenvard", CostType.STAFF, budget="a", id="a-2"),
)  # fmt: skip
HELD = source(budget_versions=(LAST, BUDGET), budget_lines=LINES)


def rows(table):
    return {row.id: [cell.value for cell in row.cells] for row in table.rows}


def test_units_with_subtotals_joint_money_and_a_change():
    table = comparison_table(HELD, ("a", "b"), 2019, change=("a", "b"))
    assert rows(table) == {
        "barn": [90, 140, 50],
        "barn-joint": [None, 40, 40],
        "familjehem": [90, 100, 10],
        "vuxna": [30, 70, 40],
        "total": [120, 210, 90],
    }
    assert table.row_by_id["familjehem"].parent == "barn"


def test_by_cost_type_and_only_one_area():
    table = comparison_table(HELD, ("a", "b"), 2019, layout=Layout(By.COST_TYPES))
    assert rows(table) == {"staff": [30, 70], "other": [90, 140], "total": [120, 210]}
    area = comparison_table(HELD, ("b",), 2019, layout=Layout(By.BOTH, top="barn"))
    assert rows(area)["total"] == [140]
    assert rows(area)["familjehem-other"] == [100]


def test_levels_can_be_folded():
    table = comparison_table(HELD, ("b",), 2019, layout=Layout(deepest=2))
    assert rows(table) == {"barn": [140], "vuxna": [70], "total": [210]}


@settings(max_examples=40, deadline=None)
@given(budgets())
def test_every_sum_is_the_version_to_the_ore_and_the_rounded_rows_add_up(held):
    for by in By:
        table = comparison_table(held, ("b",), 2019, layout=Layout(by))
        assert table.cell("total", "b").value in {version_total(held, "b"), None}
        for shown in (table, restated(table, Unit.TKR, 0)):
            found = [*check_sums(shown), *check_changes(shown)]
            assert all(check.difference == 0 for check in found if check.agreement is not Agreement.PARTIAL)


def test_closing_accounts_from_a_whole_year_in_the_ledger():
    months = tuple(LedgerMonth(year=2018, month=m, source="fil", rows=1, total=Decimal(0)) for m in range(1, 13))
    balances = (
        Balance(year=2018, month=1, unit="oppenvard", cost_type=CostType.STAFF, amount=Decimal(50)),
        Balance(year=2018, month=2, unit=None, cost_type=None, amount=Decimal(7)),
        Balance(year=2018, month=2, unit="namnden", cost_type=CostType.COUNCIL_GRANT, amount=Decimal(-900)),
    )
    held = source(budget_lines=LINES[:3], balances=balances, ledger_months=months)
    assert ledger_years(held) == (2018,)
    table = comparison_table(held, ("ledger-2018", "b"), 2019)
    assert rows(table)["vuxna"] == [50, 70]
    assert rows(table)["no-unit"] == [7, None]
    assert rows(table)["total"] == [57, 210]
    by_type = comparison_table(held, ("ledger-2018", "b"), 2019, layout=Layout(By.COST_TYPES))
    assert rows(by_type)["unknown"] == [7, None]


def test_cost_types_across_add_up_to_the_year():
    table = cost_type_table(HELD, "b")
    assert [column.id for column in table.columns] == ["year", "staff", "other"]
    assert rows(table)["total"] == [210, 70, 140]
    assert rows(table)["familjehem"] == [100, None, 100]


@settings(max_examples=25, deadline=None)
@given(budgets())
def test_months_across_and_effects_across_add_up_exactly(held):
    months = month_table(held, "b", layout=Layout(By.BOTH))
    for row in months.rows:
        year, *parts = (cell.value for cell in row.cells)
        assert year is None or sum(part for part in parts if part is not None) == year
    effects = effects_table(held, copied(held, "b", NEXT, RATES))
    for row in effects.rows:
        *parts, new = (cell.value or 0 for cell in row.cells)
        assert sum(parts) == new
