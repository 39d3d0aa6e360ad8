"""Read tables become grids."""

import re

from styrhus.paper.reading import Reading, ReadRow, ReadTable
from styrhus.review.understanding.grid import (
    ColumnRole,
    Grid,
    GridCell,
    GridColumn,
    GridKind,
    GridRow,
    RowRole,
)  # fmt: skip
from styrhus.values.printed import cell_number

_TOTAL = re.compile(r"\b(summa|totalt?|total)\b", re.IGNORECASE)


def grids(reading: Reading) -> tuple[Grid, ...]:
    """Every table of a reading understood, in order."""
    return tuple(grid(table) for table in reading.tables)


def grid(table: ReadTable) -> Grid:
    head = table.header_rows if table.header_rows is not None else 1
    columns = tuple(
        GridColumn(i, " ".join(row.text(i) for row in table.rows[:head]), ColumnRole.NUMBER if i else ColumnRole.LABEL)
        for i in range(table.width)
    )
    rows = tuple(_row(i, row) for i, row in enumerate(table.rows) if i >= head)
    return Grid(table, GridKind.OTHER, columns, rows)


def _row(index: int, row: ReadRow) -> GridRow:
    cells = tuple(GridCell(cell.text, cell_number(cell.text)) for cell in row.cells)
    role = RowRole.TOTAL if _TOTAL.search(row.text(0)) else RowRole.LINE
    return GridRow(index, row.text(0), role, cells)
