"""Change figures of the plan's tables and amounts of budget lines, as they came back in a workbook."""

from collections.abc import Mapping, Sequence

from styrhus.actions.budget_draft import open_version
from styrhus.actions.document_gate import require_seen
from styrhus.actions.draft import Draft, drafting
from styrhus.finance.budget.lines_table import AMOUNT, version_of_table
from styrhus.finance.budget.version import BudgetLine
from styrhus.finance.table import Cell, Row, Table
from styrhus.store.models import User
from styrhus.store.read import NotFound
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg

Place = tuple[str, str, str]
"""Table, row and column by id."""


def change_tables(board: str, year: int, cells: Mapping[Place, Cell], *, seen: int, by: User) -> int:
    """Set the cells, all or none; gives how many tables changed.

    Cells of a table of budget lines set the amounts of those lines; sums in it follow by themselves. `seen` is the
    revision of the plan that the changes were made for. Raises NotAllowed, NotFound for a cell that does not exist,
    Conflict when the plan is another by now, and ProblemsError when a version is adopted, a line cannot take another
    amount, or the plan would not hang together.
    """
    with drafting("change_tables", board, year, by) as draft:
        draft.require()
        require_seen(draft, seen)
        held = {place: cell for place, cell in cells.items() if version_of_table(place[0]) is None}
        _require_places(draft.dossier.tables, held)
        after = tuple(_with(table, held) for table in draft.dossier.tables)
        changed = sum(old != new for old, new in zip(draft.dossier.tables, after, strict=True))
        draft.put(tables=after)
        return changed + _change_lines(draft, {place: cell for place, cell in cells.items() if place not in held})


def _change_lines(draft: Draft, cells: Mapping[Place, Cell]) -> int:
    """The amounts of budget lines; gives how many versions changed."""
    versions = {version for place in cells if (version := version_of_table(place[0]))}
    for version in versions:
        open_version(draft, version)
    for (_table, row, column), cell in cells.items():
        line = next((held for held in draft.dossier.budget_lines if held.id == row and held.budget in versions), None)
        if line is not None:
            draft.change("budget_lines", line, {"amount": _amount(line, column, cell)})
    return len(versions)


def _amount(line: BudgetLine, column: str, cell: Cell) -> object:
    """ProblemsError for anything else than the amount, for none, and for a line that has months of its own."""
    if column != AMOUNT or cell.value is None:
        told = msg("Only the amount of a line is changed in a workbook, and it has to be a number.")
        raise ProblemsError((Problem(told, msg("Change the rest on the page of the lines."), value=line.label),))
    if all(month is not None for month in line.months):
        told = msg("The line has an amount for each month, which have to add up to it.")
        raise ProblemsError((Problem(told, msg("Change its months on the page of the lines."), value=line.label),))
    return cell.value


def _require_places(tables: Sequence[Table], cells: Mapping[Place, Cell]) -> None:
    known = {(t.id, row.id, column.id) for t in tables for row in t.rows for column in t.columns}
    for place in cells:
        if place not in known:
            raise NotFound(" ".join(place))


def _with(table: Table, cells: Mapping[Place, Cell]) -> Table:
    """Not model_copy, which would carry over the indexes that the old table has built of its rows."""
    held = {name: getattr(table, name) for name in Table.model_fields}
    return Table.model_validate(held | {"rows": tuple(_row(table, row, cells) for row in table.rows)})


def _row(table: Table, row: Row, cells: Mapping[Place, Cell]) -> Row:
    found = tuple(
        cells.get((table.id, row.id, column.id), cell) for cell, column in zip(row.cells, table.columns, strict=True)
    )
    return row.model_copy(update={"cells": found})
