"""Printed totals and change columns held against their parts: do they add up, and within rounding?"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from styrhus.finance.table import Column, ColumnKind, Row, RowKind, Table
from styrhus.values.missing import total
from styrhus.values.number import decimals_of


class Agreement(StrEnum):
    """How a printed figure agrees with the figures it should follow from."""

    EXACT = "exact"
    ROUNDED = "rounded"
    DIFFERS = "differs"
    PARTIAL = "partial"


@dataclass(frozen=True)
class Check:
    """One printed figure against its parts, in the unit of the cell."""

    row: Row
    column: Column
    stated: Decimal
    computed: Decimal
    agreement: Agreement

    @property
    def difference(self) -> Decimal:
        return self.stated - self.computed


SUMMED_KINDS = set(ColumnKind) - {ColumnKind.PRICE, ColumnKind.TEXT}


def check_sums(table: Table) -> Iterator[Check]:
    """Each printed total and subtotal against the sum of its parts; prices are never summed."""
    for row in table.rows:
        if row.kind not in {RowKind.TOTAL, RowKind.SUBTOTAL}:
            continue
        parts = table.parts_of(row)
        for index, column in enumerate(table.columns):
            stated = row.cells[index].value
            if column.kind not in SUMMED_KINDS or stated is None or not parts:
                continue
            found = total(part.added(part.cells[index].value) for part in parts)
            if found.value is not None:
                marks_only = all(p.cells[index].mark for p in parts if p.cells[index].value is None)
                yield _check(row, column, (stated, found.value), (len(parts), not marks_only))


def check_changes(table: Table) -> Iterator[Check]:
    """Each printed change against the two columns that it is the difference of; a dash counts as no amount."""
    for column in table.columns:
        if column.change_of is None:
            continue
        earlier, later = (table.column_index[name] for name in column.change_of)
        for row in table.rows:
            stated = row.cells[table.column_index[column.id]].value
            first, last = row.cells[earlier], row.cells[later]
            known = all(cell.value is not None or cell.mark in {"-", "–", "—"} for cell in (first, last))
            if stated is not None and known and not (first.value is None and last.value is None):
                computed = (last.value or Decimal(0)) - (first.value or Decimal(0))
                yield _check(row, column, (stated, computed), (2, False))


def _check(row: Row, column: Column, values: tuple[Decimal, Decimal], shape: tuple[int, bool]) -> Check:
    """`shape` is how many parts there are and whether some of them are missing."""
    stated, computed = values
    parts, partial = shape
    if partial:
        agreement = Agreement.PARTIAL
    elif stated == computed:
        agreement = Agreement.EXACT
    else:
        within = abs(stated - computed) <= _rounding(stated, computed, parts)
        agreement = Agreement.ROUNDED if within else Agreement.DIFFERS
    return Check(row, column, stated, computed, agreement)


def _rounding(stated: Decimal, computed: Decimal, parts: int) -> Decimal:
    """The largest difference that rounding can explain: half a unit in the last printed decimal for each figure.

    Whole numbers are taken as exact counts, so only printed decimals give room for rounding.
    """
    decimals = max(decimals_of(stated), decimals_of(computed))
    return Decimal(0) if decimals == 0 else Decimal(parts + 1) * Decimal(1).scaleb(-decimals) / 2
