"""Finds the relations between the printed numbers of a grid."""

from collections.abc import Iterator
from decimal import Decimal

from styrhus.review.relations.relation import Agreement, CellRef, Relation, RelationKind
from styrhus.review.understanding.grid import ColumnRole, Grid, GridColumn, GridRow, RowRole
from styrhus.values.finding import Confidence
from styrhus.values.number import format_number


def relations(grid: Grid) -> Iterator[Relation]:
    """Every relation that a number of the grid is the result of."""
    for row in grid.rows:
        if row.role is RowRole.TOTAL:
            for column in grid.columns:
                if column.role is not ColumnRole.LABEL:
                    yield from _sum(grid, row, column)


def _sum(grid: Grid, total: GridRow, column: GridColumn) -> Iterator[Relation]:
    above = [row for row in grid.rows if row.index < total.index and row.value(column.index)]
    stated = total.value(column.index)
    if stated is None or not above:
        return
    values = [held.value for row in above if (held := row.value(column.index))]
    computed = sum(values, Decimal(0))
    agreement = Agreement.EXACT if computed == stated.value else Agreement.DIFFERS
    expression = " + ".join(format_number(v) for v in values) + f" = {format_number(computed)}"
    yield Relation(
        RelationKind.ROW_SUM, grid, CellRef(total, column), tuple(CellRef(row, column) for row in above),
        stated.value, computed, agreement, Confidence.CERTAIN, expression,
    )  # fmt: skip
