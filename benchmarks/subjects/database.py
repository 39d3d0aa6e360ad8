"""Reading the dossier from SQLite, and its peers: the same rows with sqlite3 alone."""

import sqlite3
from collections.abc import Callable
from typing import Any

import django

BOARD, YEAR = "lund", 2023


def past_cache() -> Callable[[], object]:
    """Every row read and made a record, as after a change to the plan."""
    django.setup()
    from styrhus.store import read  # noqa: PLC0415

    return lambda: read.load(read.find(BOARD, YEAR))


def cached() -> Callable[[], object]:
    """The dossier when nothing has changed: one query tells so."""
    django.setup()
    from styrhus.store import read  # noqa: PLC0415

    read.dossier(BOARD, YEAR)
    return lambda: read.dossier(BOARD, YEAR)


def bare_rows() -> Callable[[], object]:
    """The columns that make up the dossier, as tuples."""
    connection, plan_year = _opened()
    queries = [_select(model, fields) for model, fields in _models()]
    return lambda: [connection.execute(query, (plan_year,)).fetchall() for query in queries]


def bare_row() -> Callable[[], object]:
    """The plan year's row with its board's."""
    connection, _ = _opened()
    joined = "store_planyear JOIN store_board ON store_board.id = board_id"
    query = f"SELECT * FROM {joined} WHERE store_board.key = ? AND year = ?"
    return lambda: connection.execute(query, (BOARD, YEAR)).fetchone()


def _opened() -> tuple[sqlite3.Connection, int]:
    django.setup()
    from django.conf import settings  # noqa: PLC0415

    from styrhus.store import read  # noqa: PLC0415

    return sqlite3.connect(settings.DATABASES["default"]["NAME"]), read.find(BOARD, YEAR).pk


def _models() -> list[tuple[Any, Any]]:
    """Model and record of everything that a dossier is read from."""
    from styrhus.finance.table import Row, Table  # noqa: PLC0415
    from styrhus.store.models import BudgetRow, BudgetTable  # noqa: PLC0415
    from styrhus.store.parts import PARTS  # noqa: PLC0415

    return [(model, model.record) for model in PARTS.values()] + [(BudgetTable, Table), (BudgetRow, Row)]


def _select(model: Any, record: Any) -> str:
    """The query that `store.read` makes, written by hand."""
    from styrhus.store.mapping import columns  # noqa: PLC0415

    names = ", ".join(f'"{model._meta.get_field(column).column}"' for column in columns(model, record).values())
    table = model._meta.db_table
    if table.endswith("budgetrow"):
        within = "table_id IN (SELECT id FROM store_budgettable WHERE plan_year_id = ?)"
    else:
        within = "plan_year_id = ?"
    return f"SELECT {names} FROM {table} WHERE {within} ORDER BY position, id"
