"""A version against what the plan prints, within the rounding of the print."""

from decimal import Decimal

from styrhus.finance.budget.published import published_sums
from styrhus.finance.table import Cell, Column, ColumnKind, Row, RowKind, Sign, Table, TableKind
from styrhus.values.unit import Unit
from tests.unit.finance.budget.sources import line, source

HELD = source(budget_lines=(line(1_540_000, "familjehem"), line(760_000, "vuxna")))


def table(total, barn, **more):
    held = {
        "id": "ramar", "caption": "Ramar", "kind": TableKind.ALLOCATION, "unit": Unit.MNKR, "sign": Sign.COST_NEGATIVE,
        "columns": (Column(id="budget", label="Budget 2019", kind=ColumnKind.BUDGET, year=2019),),
        "rows": (
            Row(id="barn", label="Barn", kind=RowKind.SUBTOTAL, organisation_unit="barn", cells=(Cell(value=barn),)),
            Row(id="summa", label="Summa", kind=RowKind.TOTAL, cells=(Cell(value=total),)),
        ),
    }  # fmt: skip
    return Table.model_validate(held | more)


def test_sums_agree_within_one_of_the_last_printed_decimal():
    found = published_sums(HELD, [table(Decimal("-2.3"), Decimal("-1.5"))], "b")
    assert [(sum_.row.id, sum_.printed, sum_.own, sum_.agrees) for sum_ in found] == [
        ("barn", 1_500_000, 1_540_000, True),
        ("summa", 2_300_000, 2_300_000, True),
    ]


def test_a_sum_that_differs_is_told():
    found = published_sums(HELD, [table(Decimal("-2.5"), Decimal("-1.5"))], "b")
    assert [sum_.agrees for sum_ in found] == [True, False]


def test_a_version_without_units_is_held_against_the_total_only():
    council = source(budget_lines=(line(2_300_000, "namnden"),))
    found = published_sums(council, [table(Decimal("-2.3"), Decimal("-1.5"))], "b")
    assert [sum_.row.id for sum_ in found] == ["summa"]


def test_tables_and_columns_about_something_else_are_left_out():
    other = Column(id="budget", label="Utfall", kind=ColumnKind.OUTCOME, year=2019)
    assert published_sums(HELD, [table(Decimal(-2), None, kind=TableKind.SAVINGS)], "b") == ()
    assert published_sums(HELD, [table(Decimal(-2), None, columns=(other,))], "b") == ()
