"""Every view of a ledger has the same total, and every figure leads to its rows."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrhus.finance.codes.code_map import CodeMap
from styrhus.finance.codes.dimension import CostType, Dimension
from styrhus.finance.codes.rules import UnitRule
from styrhus.finance.ledger.query import account_balances, balances, code_balances, rows
from styrhus.finance.ledger.row_filter import Page, RowFilter, RowOrder
from styrhus.finance.ledger.unmapped import unmapped
from tests.unit.finance.ledger.plain import staged

RULES = (
    UnitRule(id="a", first="2100", last="2149", unit="reception", valid_to=date(2019, 6, 30)),
    UnitRule(id="b", first="2100", last="2199", unit="families"),
)
CODE_MAP = CodeMap(RULES)


def files_of(folder, entries):
    """Files of rows (month, responsibility, account, amount in öre, text)."""
    lines = [
        (f"V{n}", f"2019-{month:02d}-15", unit, account, f"{Decimal(ore) / 100:.2f}".replace(".", ","), text)
        for n, (month, unit, account, ore, text) in enumerate(entries)
    ]
    return [month.path for month in staged(folder, lines).months]


LEDGER = (
    (1, "2101", "5010", 100_00, "lön"), (7, "2101", "5010", 200_00, "lön"), (1, "2160", "4630", 50_05, "Placering HVB"),
    (1, "2160", "3010", -20_00, "avgift"), (1, "9999", "5010", 3_00, ""), (7, "2160", "X1", 4_00, ""), (1, "",
    "5010", 1, ""),
)  # fmt: skip


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    return files_of(tmp_path_factory.mktemp("ledger"), LEDGER)


def test_balances_by_unit_and_cost_type(files):
    found = {(each.month, each.unit, each.cost_type): each.amount for each in balances(files, CODE_MAP)}
    assert found == {
        (1, "reception", CostType.STAFF): Decimal(100), (7, "families", CostType.STAFF): Decimal(200),
        (1, "families", CostType.BOUGHT_CARE): Decimal("50.05"), (1, "families", CostType.INCOME): Decimal(-20),
        (1, None, CostType.STAFF): Decimal("3.01"), (7, "families", None): Decimal(4),
    }  # fmt: skip


def test_months_that_are_not_asked_for_do_not_count(files):
    assert {each.month for each in balances(files[1:], CODE_MAP)} == {7}
    assert balances([], CODE_MAP) == ()


def chosen_total(files, chosen):
    return rows(files, chosen, code_map=CODE_MAP).total


@pytest.mark.parametrize(
    ("chosen", "total"),
    [
        (RowFilter(), "337.06"), (RowFilter(units=("families",)), "234.05"), (RowFilter(units=(None,)), "3.01"),
        (RowFilter(units=("families", None), cost_types=(CostType.STAFF,)), "203.01"),
        (RowFilter(cost_types=(None,)), "4.00"), (RowFilter(months=(7,)), "204.00"), (RowFilter(months=(8,)), "0.00"),
        (RowFilter(codes=((Dimension.ACCOUNT, (("4000", "4999"), ("3010", "3010"))),)), "30.05"),
        (RowFilter(text="hvb"), "50.05"), (RowFilter(voucher="V1"), "200.00"),
        (RowFilter(least=Decimal(20), most=Decimal(60)), "30.05"), (RowFilter(units=("nobody",)), "0.00"),
        (RowFilter(text="'; DROP"), "0.00"),
    ],
)  # fmt: skip
def test_rows_that_meet_a_filter(files, chosen, total):
    assert chosen_total(files, chosen) == Decimal(total)


def test_pages_are_in_order_and_do_not_overlap(files):
    pages = [rows(files, page=Page(number=n, size=3, order=RowOrder.AMOUNT)) for n in (1, 2, 3, 4)]
    assert [len(page.rows) for page in pages] == [3, 3, 1, 0]
    assert {page.count for page in pages} == {7}
    amounts = [abs(row.amount) for page in pages for row in page.rows]
    assert amounts == sorted(amounts, reverse=True)
    assert len({row.line for page in pages for row in page.rows}) == 7


def test_units_without_rules_are_a_mistake(files):
    with pytest.raises(ValueError, match="rules"):
        rows(files, RowFilter(units=("families",)))
    with pytest.raises(ValueError, match="single rows"):
        account_balances(files, RowFilter(text="x"))


def test_unmapped_codes_are_listed_with_their_amounts(files):
    found = [(each.dimension, each.codes[0][1], each.rows, each.amount) for each in unmapped(files, CODE_MAP)]
    assert found == [
        (Dimension.RESPONSIBILITY, "9999", 1, Decimal(3)), (Dimension.RESPONSIBILITY, None, 1, Decimal("0.01")),
        (Dimension.ACCOUNT, "X1", 1, Decimal(4)),
    ]  # fmt: skip


ENTRY = st.tuples(
    st.integers(1, 12), st.sampled_from(["2101", "2160", "2199", "9999", "21", ""]),
    st.sampled_from(["5010", "4630", "3010", "6010", "X1", "1930"]), st.integers(-(10**11), 10**11), st.just(""),
)  # fmt: skip


@settings(max_examples=6, deadline=None)
@given(entries=st.lists(ENTRY, min_size=1, max_size=40))
def test_every_view_has_the_ledgers_own_total(tmp_path_factory, entries):
    files = files_of(tmp_path_factory.mktemp("ledger"), entries)
    total = Decimal(sum(entry[3] for entry in entries)) / 100
    found = balances(files, CODE_MAP)
    assert sum(each.amount for each in found) == total
    assert rows(files).total == total
    assert sum(each.amount for each in code_balances(files)) == total
    assert sum(each.amount for each in account_balances(files)) == total
    for each in found:
        chosen = RowFilter(months=(each.month,), units=(each.unit,), cost_types=(each.cost_type,))
        assert rows(files, chosen, code_map=CODE_MAP).total == each.amount
        assert sum(one.amount for one in account_balances(files, chosen, CODE_MAP)) == each.amount
