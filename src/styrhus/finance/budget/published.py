"""A version held against the sums that the plan prints: the totals of its tables, and their subtotals by unit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from styrhus.finance.budget.amounts import net_cost_of
from styrhus.finance.budget.source import BudgetSource, version_of
from styrhus.finance.budget.tree import within
from styrhus.finance.budget.version import VersionKind
from styrhus.finance.table import Column, ColumnKind, Row, RowKind, Sign, Table, TableKind
from styrhus.values.number import decimals_of
from styrhus.values.unit import Unit, convert

COMPARED = {TableKind.GRANT, TableKind.ALLOCATION}
"""Tables whose total is all of the board's net cost."""
PRINTED_AS = {
    VersionKind.COUNCIL: {ColumnKind.COUNCIL_BUDGET, ColumnKind.BUDGET},
    VersionKind.INTERNAL: {ColumnKind.INTERNAL_BUDGET, ColumnKind.BUDGET},
    VersionKind.REVISED: {ColumnKind.REVISED_BUDGET},
    VersionKind.FORECAST: {ColumnKind.FORECAST},
    VersionKind.CLOSING: {ColumnKind.OUTCOME},
}


@dataclass(frozen=True)
class PublishedSum:
    """A printed sum beside the version's own, both in kr with costs positive; `step` is one of its last decimal."""

    table: Table
    column: Column
    row: Row
    printed: Decimal
    own: Decimal
    step: Decimal

    @property
    def agrees(self) -> bool:
        """Whether they differ by no more than one unit of the last printed decimal, which rounded parts can do."""
        return abs(self.printed - self.own) <= self.step


def published_sums(source: BudgetSource, tables: Sequence[Table], key: str) -> tuple[PublishedSum, ...]:
    """Every printed total, and subtotal of a unit, of the version's kind and year; NoVersion when there is none."""
    version = version_of(source, key)
    kinds = PRINTED_AS.get(version.kind, set())
    return tuple(
        found
        for table in tables
        if table.kind in COMPARED
        for column in table.columns
        if column.kind in kinds and column.year == version.year
        for found in _sums(source, table, column, key=key)
    )


def _sums(source: BudgetSource, table: Table, column: Column, *, key: str) -> Iterator[PublishedSum]:
    for row in table.rows:
        cell, unit = table.cell(row.id, column.id), table.unit_of(row, column)
        is_total = row.kind is RowKind.TOTAL and row.parent is None
        is_unit = row.kind is RowKind.SUBTOTAL and row.organisation_unit is not None
        if cell.value is None or not unit.is_money or not (is_total or is_unit):
            continue
        own = _own(source, key, None if is_total else row.organisation_unit)
        if own is None:
            continue
        sign = -1 if table.sign is Sign.COST_NEGATIVE else 1
        step = convert(Decimal(1).scaleb(-decimals_of(cell.value)), unit, Unit.KR)
        yield PublishedSum(table, column, row, sign * convert(cell.value, unit, Unit.KR), own, step)


def _own(source: BudgetSource, key: str, unit: str | None) -> Decimal | None:
    """The version's sum; None where it has nothing at all, such as a council's budget for a unit of the board."""
    scope = within(source.organisation, unit) if unit else None
    amounts = [e.amount for e in net_cost_of(source, key) if scope is None or e.unit in scope]
    return sum(amounts, Decimal(0)) if amounts else None
