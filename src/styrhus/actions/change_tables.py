"""Change figures of the plan's tables, as they came back in a workbook."""

from collections.abc import Mapping, Sequence

from styrhus.actions.document_gate import require_seen
from styrhus.actions.draft import drafting
from styrhus.finance.table import Cell, Row, Table
from styrhus.store.models import User
from styrhus.store.read import NotFound

Place = tuple[str, str, str]
"""Table, row and column by id."""


def change_tables(board: str, year: int, cells: Mapping[Place, Cell], *, seen: int, by: User) -> int:
    """Set the cells, all or none; gives how many tables changed.

    `seen` is the revision of the plan that the changes were made for. Raises NotAllowed, NotFound for a cell that
    does not exist, Conflict when the plan is another by now, and ProblemsError when it would not hang together.
    """
    with drafting("change_tables", board, year, by) as draft:
        draft.require()
        require_seen(draft, seen)
        _require_places(draft.dossier.tables, cells)
        after = tuple(_with(table, cells) for table in draft.dossier.tables)
        changed = sum(old != new for old, new in zip(draft.dossier.tables, after, strict=True))
        draft.put(tables=after)
        return changed


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
