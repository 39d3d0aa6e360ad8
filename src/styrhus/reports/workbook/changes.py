"""What has been changed in a workbook that was downloaded, and what in it cannot be read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from styrhus.finance.table import Cell, Row, Table
from styrhus.paper.readers.xlsx import sheets
from styrhus.reports.workbook.came_back import Back, read_back
from styrhus.reports.workbook.sheets import formula_of, value_of
from styrhus.values.number import decimals_of
from styrhus.values.problem import Problem, ProblemsError, Severity
from styrhus.values.text import msg

MOST_PROBLEMS = 50


@dataclass(frozen=True)
class CellChange:
    """A cell of a table before and after; `address` is where it stands, `follows` that its formula says so."""

    table: Table
    row: str
    column: str
    before: Cell
    after: Cell
    sheet: str
    address: str
    follows: bool = False

    @property
    def row_label(self) -> str:
        return self.table.row_by_id[self.row].label

    @property
    def column_label(self) -> str:
        return self.table.columns[self.table.column_index[self.column]].label


@dataclass(frozen=True)
class Changes:
    """The tables as they would be, what differs, and what is worth knowing but no obstacle."""

    tables: tuple[Table, ...]
    cells: tuple[CellChange, ...]
    warnings: tuple[Problem, ...] = ()


def changes_in(tables: Sequence[Table], content: bytes, name: str) -> Changes:
    """A workbook made by `table_workbook` of these tables, held against them.

    Sums and changes that are formulas follow from the cells that they are over, whatever value was saved with them; a
    number written over a formula counts as it stands. Sheets that are no table are passed over with a warning.
    ProblemsError names each fault by sheet and cell: another unit, text for a number, a row or column that is gone.
    """
    by_id = {table.id: table for table in tables}
    found: dict[str, Table] = {}
    cells: list[CellChange] = []
    problems: list[Problem] = []
    for sheet in sheets(content, name):
        back = read_back(sheet, by_id, name)
        problems += back.problems
        if back.table is not None and back.table.id not in found:
            after = _with(back.table, back)
            found[after.id] = after
            cells += _compared(back.table, after, back)
    _refuse(problems, found, name)
    warnings = tuple(problem for problem in problems if problem.severity is not Severity.ERROR)
    return Changes(tuple(found.get(table.id, table) for table in tables), tuple(cells), warnings)


def _refuse(problems: Sequence[Problem], found: Mapping[str, Table], name: str) -> None:
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if not errors and not found:
        told = msg("No sheet of the workbook is a table of this plan.")
        errors = [Problem(told, msg("Hand in a workbook that was downloaded here."), name)]
    if errors:
        raise ProblemsError(tuple(errors[:MOST_PROBLEMS]))


def _with(table: Table, back: Back) -> Table:
    """The table with the cells that came back, and then with what follows from them by formulas."""
    rows = tuple(
        row.model_copy(update={"cells": tuple(
            _kept(cell, back.cells[row.id, column.id].cell)
            for cell, column in zip(row.cells, table.columns, strict=True)
        )})
        for row in table.rows
    )  # fmt: skip
    return _reckoned(table, _rebuilt(table, rows), back)


def _kept(before: Cell, after: Cell) -> Cell:
    """The cell as it was when the value is the same, so that 297.0 does not become 297."""
    if before.value is None or after.value is None:
        return after
    if before.value == after.value:
        return before
    places = max(decimals_of(before.value), decimals_of(after.value))
    return Cell(value=after.value.quantize(Decimal(1).scaleb(-places)))


def _reckoned(before: Table, after: Table, back: Back) -> Table:
    """Formulas that are still there, reckoned from the bottom up: as often as subtotals can lie within each other."""
    formulas = [
        (row.id, column.id, formula)
        for row in before.rows
        for column in before.columns
        if back.cells[row.id, column.id].is_formula and (formula := formula_of(before, row, column)) is not None
    ]
    for _ in range(len(before.rows)):
        values = {
            (row, column): value_of(
                after, after.row_by_id[row], after.columns[after.column_index[column]], formula=held
            )
            for row, column, held in formulas
        }
        changed = _rebuilt(after, tuple(_row_with(after, row, values) for row in after.rows))
        if changed == after:
            break
        after = changed
    return after


def _row_with(table: Table, row: Row, values: Mapping[tuple[str, str], Decimal | None]) -> Row:
    cells = tuple(
        _kept(cell, Cell(value=found)) if (found := values.get((row.id, column.id))) is not None else cell
        for cell, column in zip(row.cells, table.columns, strict=True)
    )
    return row.model_copy(update={"cells": cells})


def _rebuilt(table: Table, rows: tuple[Row, ...]) -> Table:
    """Not model_copy, which would carry over the indexes that the old table has built of its rows."""
    held = {name: getattr(table, name) for name in Table.model_fields}
    return Table.model_validate(held | {"rows": rows})


def _compared(before: Table, after: Table, back: Back) -> Iterator[CellChange]:
    for row in before.rows:
        for column in before.columns:
            old, new = before.cell(row.id, column.id), after.cell(row.id, column.id)
            if old != new:
                held = back.cells[row.id, column.id]
                yield CellChange(before, row.id, column.id, old, new, back.sheet, held.address, held.is_formula)
