"""A table shown in another money unit, rounded so that its rows add up to its totals and columns to their changes."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from styrhus.finance.rounding import Unreachable, rounded_to_total
from styrhus.finance.table import Cell, Column, ColumnKind, Row, RowKind, Table
from styrhus.finance.totals import SUMMED_KINDS
from styrhus.values.missing import difference
from styrhus.values.number import round_half_up
from styrhus.values.unit import Unit, convert

Amounts = dict[str, Decimal]
"""Row id to amount, for the rows of one column that have one."""


def restated(table: Table, unit: Unit, decimals: int) -> Table:
    """The table in `unit` (kr, tkr or mnkr) with `decimals`; cells that are no money stay as they are.

    Where the printed rows add up exactly, the rounded ones do too; where they do not, each is rounded by itself
    and the difference remains to be seen. Change columns become the difference of the rounded columns.
    """
    columns = {column.id: _column(table, column, unit=unit, decimals=decimals) for column in table.columns}
    for column in table.columns:
        if column.change_of is not None:
            columns[column.id] |= _changes(table, column, columns)
    rows = tuple(_row(table, row, columns, unit) for row in table.rows)
    headed = tuple(_in_unit(column, unit) for column in table.columns)
    own = unit if table.unit.is_money else table.unit
    # Not model_copy, which would carry over the indexes that the old table has built of its rows.
    kept = {name: getattr(table, name) for name in Table.model_fields}
    return Table.model_validate(kept | {"columns": headed, "rows": rows, "unit": own, "rounded": True})


def _in_unit(column: Column, unit: Unit) -> Column:
    return column.model_copy(update={"unit": unit}) if column.unit and column.unit.is_money else column


def _row(table: Table, row: Row, columns: Mapping[str, Amounts], unit: Unit) -> Row:
    cells = []
    for cell, column in zip(row.cells, table.columns, strict=True):
        amount = columns[column.id].get(row.id)
        cells.append(cell if amount is None else Cell(value=amount))
    own = unit if row.unit and row.unit.is_money else row.unit
    return row.model_copy(update={"cells": tuple(cells), "unit": own})


def _column(table: Table, column: Column, *, unit: Unit, decimals: int) -> Amounts:
    """The rounded amounts of a column, totals first and then what they are made of."""
    exact = {
        row.id: convert(cell.value, own, unit)
        for row in table.rows
        if (cell := table.cell(row.id, column.id)).value is not None and (own := table.unit_of(row, column)).is_money
    }
    found: Amounts = {}
    if column.kind in SUMMED_KINDS - {ColumnKind.CHANGE}:
        for row in _from_the_top(table):
            if row.id in exact:
                wanted = found.setdefault(row.id, round_half_up(exact[row.id], decimals))
                found |= _parts(table.parts_of(row), exact, (exact[row.id], wanted), decimals)
    return {row: round_half_up(amount, decimals) for row, amount in exact.items()} | found


def _from_the_top(table: Table) -> Sequence[Row]:
    """Totals, then subtotals in an order where each comes after the one that it is part of."""
    summed = [row for row in table.rows if row.kind in {RowKind.TOTAL, RowKind.SUBTOTAL}]
    return sorted(summed, key=lambda row: (row.kind is not RowKind.TOTAL, _depth(table, row)))


def _depth(table: Table, row: Row) -> int:
    above, depth = row.parent, 0
    while above in table.row_by_id and depth < len(table.rows):
        above, depth = table.row_by_id[above].parent, depth + 1
    return depth


def _parts(parts: Sequence[Row], exact: Amounts, whole: tuple[Decimal, Decimal], decimals: int) -> Amounts:
    """The parts of a sum rounded to it; nothing when they do not add up, as in a printed contradiction.

    `whole` is the sum as printed and as it is shown.
    """
    printed, wanted = whole
    held = [row for row in parts if row.id in exact]
    amounts = [-exact[row.id] if row.subtracted else exact[row.id] for row in held]
    if sum(amounts, Decimal(0)) != printed:
        return {}
    try:
        rounded = rounded_to_total(amounts, decimals, total=wanted)
    except Unreachable:
        return {}
    return {row.id: -amount if row.subtracted else amount for row, amount in zip(held, rounded, strict=True)}


def _changes(table: Table, column: Column, columns: Mapping[str, Amounts]) -> Amounts:
    """Differences of the rounded amounts, where the printed change is the difference of the printed ones."""
    assert column.change_of is not None
    earlier, later = column.change_of
    found: Amounts = {}
    for row in table.rows:
        first, last, stated = (table.cell(row.id, name).value for name in (earlier, later, column.id))
        held = row.id in columns[earlier] and row.id in columns[later]
        if held and stated == difference(last, first):
            found[row.id] = columns[later][row.id] - columns[earlier][row.id]
    return found
