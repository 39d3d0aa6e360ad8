"""Balances with the unit and cost type of each, looked up once for every code that is booked."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from styrhus.finance.codes.code_map import CodeMap
from styrhus.finance.codes.dimension import Dimension
from styrhus.finance.ledger.engine import quoted
from styrhus.finance.ledger.stored import balances_of

_ACCOUNT = (Dimension.ACCOUNT,)


def mapped(connection: duckdb.DuckDBPyConnection, files: Sequence[Path], code_map: CodeMap) -> str:
    """A relation of balances (year, month, unit, cost_type, amount); unit and cost type NULL where no rule fits."""
    dimensions = code_map.dimensions
    connection.execute(
        f"CREATE TEMP TABLE held AS SELECT year, month, {_names({*dimensions, *_ACCOUNT})}, sum(amount) AS amount "
        f"FROM {balances_of(files, dimensions)} GROUP BY ALL"
    )
    units = [
        (*key, code_map.unit_for(tuple(key[2:]), date(key[0], key[1], 1))) for key in _booked(connection, dimensions)
    ]
    types = [(*key, code_map.cost_type_of(key[2], date(key[0], key[1], 1))) for key in _booked(connection, _ACCOUNT)]
    _table(connection, "units", (*(each.value for each in dimensions), "unit"), units)
    _table(connection, "cost_types", ("account", "cost_type"), types)
    return (
        f"(SELECT held.year, held.month, unit, cost_type, amount FROM held {_joined('units', dimensions)} "
        f"{_joined('cost_types', _ACCOUNT)})"
    )


def _names(dimensions: Iterable[Dimension]) -> str:
    return ", ".join(dimension.value for dimension in Dimension if dimension in set(dimensions))


def _booked(connection: duckdb.DuckDBPyConnection, dimensions: Sequence[Dimension]) -> list[tuple[Any, ...]]:
    return connection.execute(f"SELECT DISTINCT year, month, {_names(dimensions)} FROM held").fetchall()


def _joined(table: str, dimensions: Sequence[Dimension]) -> str:
    same = [f"{table}.{dimension.value} IS NOT DISTINCT FROM held.{dimension.value}" for dimension in dimensions]
    return f"JOIN {table} ON {table}.year = held.year AND {table}.month = held.month AND {' AND '.join(same)}"


def _table(
    connection: duckdb.DuckDBPyConnection, name: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    typed = ", ".join(f"{column} VARCHAR" for column in columns)
    connection.execute(f"CREATE TEMP TABLE {name} (year INTEGER, month INTEGER, {typed})")
    values = ", ".join(f"({', '.join(map(_literal, row))})" for row in rows)
    connection.execute(f"INSERT INTO {name} VALUES {values}")


def _literal(part: Any) -> str:
    return "NULL" if part is None else str(part) if isinstance(part, int) else quoted(part)
