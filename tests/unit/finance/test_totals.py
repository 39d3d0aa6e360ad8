"""Printed totals and changes against their parts, with the published tables as cases."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrhus.dossier.folder import read_folder
from styrhus.finance.table import Cell, Column, ColumnKind, Row, RowKind, Sign, Table, TableKind
from styrhus.finance.totals import Agreement, check_changes, check_sums
from styrhus.values.unit import Unit

EXAMPLES = Path(__file__).parents[3] / "examples"


def table(*rows: Row, kinds: tuple[ColumnKind, ...] = (ColumnKind.BUDGET,)) -> Table:
    columns = tuple(Column(id=f"c{n}", label=f"C{n}", kind=kind) for n, kind in enumerate(kinds))
    return Table(
        id="t", caption="T", kind=TableKind.ALLOCATION, unit=Unit.MNKR, sign=Sign.COST_POSITIVE,
        columns=columns, rows=rows,
    )  # fmt: skip


def row(key: str, *values: str | None, **fields: object) -> Row:
    cells = tuple(Cell(value=None if value is None else Decimal(value)) for value in values)
    return Row.model_validate({"id": key, "label": key, "cells": cells} | fields)


def total(*values: str | None) -> Row:
    return row("total", *values, kind=RowKind.TOTAL)


def agreements(found: Table) -> list[Agreement]:
    return [check.agreement for check in check_sums(found)]


def test_an_exact_sum_is_exact():
    assert agreements(table(row("a", "1.5"), row("b", "2.5"), total("4.0"))) == [Agreement.EXACT]


def test_a_tenth_that_rounding_explains_is_rounding():
    assert agreements(table(row("a", "1.5"), row("b", "2.5"), total("4.1"))) == [Agreement.ROUNDED]


def test_more_than_rounding_explains_differs():
    assert agreements(table(row("a", "1.5"), row("b", "2.5"), total("4.2"))) == [Agreement.DIFFERS]


def test_whole_numbers_are_not_rounded():
    assert agreements(table(row("a", "1500"), row("b", "2500"), total("4001"))) == [Agreement.DIFFERS]


def test_a_hole_makes_the_sum_partial_not_wrong():
    assert agreements(table(row("a", "1.5"), row("b", None), total("4.0"))) == [Agreement.PARTIAL]


def test_of_which_rows_are_not_summed():
    part = row("w", "1.0", kind=RowKind.OF_WHICH)
    assert agreements(table(row("a", "1.5"), part, row("b", "2.5"), total("4.0"))) == [Agreement.EXACT]


def test_a_subtracted_row_lowers_its_total():
    income = row("income", "5501", subtracted=True)
    assert agreements(table(income, row("cost", "138992"), total("133491"))) == [Agreement.EXACT]


def test_prices_are_never_summed():
    assert agreements(table(row("a", "1.5"), total("9.9"), kinds=(ColumnKind.PRICE,))) == []


def test_a_total_counts_areas_and_not_their_units():
    area = row("area", "3.0", kind=RowKind.SUBTOTAL)
    units = [row("u1", "1.0", parent="area"), row("u2", "2.0", parent="area")]
    assert agreements(table(area, *units, row("own", "4.0"), total("7.0"))) == [Agreement.EXACT] * 2


@pytest.mark.parametrize(
    ("board", "name", "differing"),
    [
        ("lund-2023", "kommunbidrag-per-omrade", []),
        ("lund-2023", "forsorjningsstod", []),
        ("lund-2023", "externa-placeringar", [("totalt", "prognos-2022", "156000", "160000")]),
        ("lund-2020", "effektiviseringar", None),
        ("orebro-2019", "enheternas-budgetramar", []),
        ("helsingborg-2015", "ekonomi-per-verksamhet", []),
    ],
)
def test_published_totals(board, name, differing):
    dossier, _ = read_folder(EXAMPLES / board)
    found = [
        (c.row.id, c.column.id, str(c.stated), str(c.computed))
        for c in check_sums(dossier.table_by_id[name])
        if c.agreement is Agreement.DIFFERS
    ]
    if differing is None:
        assert [(stated, computed) for _, _, stated, computed in found] == [("23000", "23056")]
    else:
        assert found == differing


def test_the_change_column_left_from_last_year_is_found():
    dossier, _ = read_folder(EXAMPLES / "lund-2023")
    found = [c for c in check_changes(dossier.table_by_id["investering"]) if c.agreement is Agreement.DIFFERS]
    assert [(str(c.stated), str(c.computed)) for c in found] == [("2470", "0")]


@given(st.lists(st.decimals(min_value=-1000, max_value=1000, places=3), min_size=1, max_size=12))
def test_parts_that_were_rounded_one_by_one_never_differ(exact):
    """Whatever the exact amounts are, printing them with one decimal must not count as an error."""
    from styrhus.values.number import round_half_up

    rows = [row(f"r{n}", str(round_half_up(value, 1))) for n, value in enumerate(exact)]
    printed = table(*rows, total(str(round_half_up(sum(exact, Decimal(0)), 1))))
    assert agreements(printed)[0] in {Agreement.EXACT, Agreement.ROUNDED}
