"""Positions, reserve, projects, capital cost, result units and temporary money as tables that add up."""

from decimal import Decimal

from hypothesis import given, settings

from styrhus.finance.budget.entries import capital_entries
from styrhus.finance.budget.investment import Investment
from styrhus.finance.budget.register_tables import (
    capital_months_table,
    capital_table,
    falling_table,
    funded_elsewhere,
    positions_table,
    reserve_table,
    result_unit_table,
    surplus_table,
)  # fmt: skip
from styrhus.finance.budget.reserve import ReserveItem, ReserveState
from styrhus.finance.codes.dimension import CostType
from styrhus.finance.totals import check_sums
from tests.unit.finance.budget.sources import line, position, source
from tests.unit.finance.budget.test_copying import budgets
from tests.unit.finance.budget.test_entries import helsingborg


def values(table, row):
    return [cell.mark if cell.value is None else cell.value for cell in table.row_by_id[row].cells]


def test_positions_with_sums_of_fte_by_unit():
    held = source(positions=(position(fte="0.5"), position(id="q", first_month=7, funding="Statsbidrag")))
    table = positions_table(held, "b", language="en")
    assert values(table, "p") == [Decimal("0.5"), Decimal("0.50"), 294000, 0, 35000, 40, "1–12", ""]
    assert values(table, "q")[6:] == ["7–12", "Statsbidrag"]
    assert values(table, "total")[:2] == [Decimal("1.5"), 1]
    assert values(table, "unit-barn")[2] == 588000
    assert funded_elsewhere(held, "b") == 294000


def test_surplus_projects_of_a_published_plan():
    held, _ = helsingborg()
    table = surplus_table(held, "b")
    assert [row.cells[3].value for row in table.rows] == [550000, 5570000, 2350000, 300000, 8770000]
    assert [row.cells[0].value for row in table.rows] == [1, 12, 4, 0, 17]


def test_the_reserve_without_what_is_withdrawn():
    items = (
        ReserveItem(id="a", budget="b", name="Volym", amount=Decimal(80)),
        ReserveItem(
            id="c", budget="b", name="Ute", amount=Decimal(20), state=ReserveState.RELEASED, unit="barn", month=9
        ),
        ReserveItem(id="d", budget="b", name="Borta", amount=Decimal(7), state=ReserveState.WITHDRAWN),
    )
    table = reserve_table(source(reserve_items=items), "b", language="en")
    assert values(table, "total")[0] == 100
    assert values(table, "c")[:3] == [20, "released", "Barn from month 9"]


def test_result_units_say_whether_they_net_to_zero():
    held = source(budget_lines=(line(500, "hvb"), line(-480, "hvb", CostType.INCOME)))
    assert values(result_unit_table(held, "b", language="en"), "hvb") == [500, -480, 20, "No"]


def test_temporary_money_and_its_sum():
    held = source(budget_lines=(line(100, last_year=2019, label="Projekt"), line(50, label="kvar")))
    table = falling_table(held, "b", 2019)
    assert [row.label for row in table.rows][:1] == ["Projekt"]
    assert values(table, "total")[0] == 100
    assert falling_table(held, "b", 2020).rows == ()


def test_capital_cost_by_month_is_the_year():
    held = source(
        investments=(
            Investment.model_validate({"id": "i", "name": "Bil", "amount": 1200, "frame_year": 2019, "year": 2019,
                                       "month": 7, "lifetime": 1, "interest_rate": 12}),
        )
    )  # fmt: skip
    assert values(capital_table(held, 2019), "total")[3:] == [1200, 600, 72, 672, 600]
    assert values(capital_months_table(held, 2019), "i") == ["", "", "", "", "", "", *[112] * 6, 672]
    assert values(capital_table(held, 2025), "i")[3:] == ["", "", "", "", ""]


@settings(max_examples=20, deadline=None)
@given(budgets())
def test_every_total_is_the_sum_of_its_rows(held):
    for table in (
        positions_table(held, "b"),
        reserve_table(held, "b"),
        surplus_table(held, "b"),
        capital_table(held, 2019),
    ):
        money = [check for check in check_sums(table) if check.column.unit is None]
        assert all(check.difference == 0 for check in money)
    cost = sum(entry.amount for entry in capital_entries(held, 2019))
    assert values(capital_table(held, 2019), "total")[6] in {cost, ""}
