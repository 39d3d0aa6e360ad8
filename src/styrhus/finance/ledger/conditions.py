"""Turns a row filter into SQL: codes that the rules map to the units asked for are looked up among those booked."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from styrhus.finance.codes.code_map import CodeMap
from styrhus.finance.codes.dimension import Dimension
from styrhus.finance.ledger.engine import quoted
from styrhus.finance.ledger.row_filter import CodeRange, RowFilter
from styrhus.finance.ledger.stored import balances_of, in_months

_MOST_NAMED = 3000
"""So many codes are named in the question itself, so that whole parts of files can be passed over."""
UNITS, ACCOUNTS = "unit_codes", "cost_type_codes"


def chosen_balances(
    connection: duckdb.DuckDBPyConnection,
    files: Sequence[Path],
    chosen: RowFilter,
    code_map: CodeMap | None,
    by: Iterable[Dimension] = (),
) -> str:
    """The relation of balances that meet the filter; ValueError for a filter on single rows, which they do not have."""
    if chosen.text or chosen.voucher or chosen.least is not None or chosen.most is not None:
        raise ValueError("balances know neither text, voucher nor the amounts of single rows")
    held = in_months(files, chosen.months)
    used = {*by, *(dimension for dimension, _ in chosen.codes), *(code_map.dimensions if code_map else ())}
    tests = code_tests(connection, held or files, chosen, code_map)
    if not held:
        tests.append("false")
    return f"(SELECT * FROM {balances_of(held or files, used)} AS entry WHERE {' AND '.join(tests) or 'true'})"


def code_tests(
    connection: duckdb.DuckDBPyConnection, files: Sequence[Path], chosen: RowFilter, code_map: CodeMap | None
) -> list[str]:
    """Conditions on codes for a relation named `entry`; those of units and cost types read tables made here."""
    tests = [f"({' OR '.join(_ranges(dimension, ranges))})" for dimension, ranges in chosen.codes if ranges]
    if chosen.units is None and chosen.cost_types is None:
        return tests
    if code_map is None:
        raise ValueError("a filter on units or cost types needs the rules that map codes to them")
    if chosen.units is not None:
        dimensions = code_map.dimensions
        found = _booked(connection, files, dimensions)
        units = set(chosen.units)
        fitting = [(y, m, *codes) for y, m, *codes in found if code_map.unit_for(tuple(codes), date(y, m, 1)) in units]
        tests += _among(connection, UNITS, dimensions, fitting)
    if chosen.cost_types is not None:
        found = _booked(connection, files, (Dimension.ACCOUNT,))
        types = set(chosen.cost_types)
        fitting = [(y, m, code) for y, m, code in found if code_map.cost_type_of(code, date(y, m, 1)) in types]
        tests += _among(connection, ACCOUNTS, (Dimension.ACCOUNT,), fitting)
    return tests


def _booked(
    connection: duckdb.DuckDBPyConnection, files: Sequence[Path], dimensions: Sequence[Dimension]
) -> list[tuple[Any, ...]]:
    names = ", ".join(dimension.value for dimension in dimensions)
    return connection.execute(f"SELECT DISTINCT year, month, {names} FROM {balances_of(files, dimensions)}").fetchall()


def _among(
    connection: duckdb.DuckDBPyConnection, table: str, dimensions: Sequence[Dimension], keys: list[tuple[Any, ...]]
) -> list[str]:
    """Conditions that a row's codes are among `keys`, which lie in a table of their own."""
    names = [dimension.value for dimension in dimensions]
    columns = ", ".join(f"{name} VARCHAR" for name in names)
    connection.execute(f"CREATE TEMP TABLE {table} (year INTEGER, month INTEGER, {columns})")
    if not keys:
        return ["false"]
    values = ", ".join(f"({', '.join(_literal(part) for part in key)})" for key in keys)
    connection.execute(f"INSERT INTO {table} VALUES {values}")
    same = " AND ".join(
        [f"{table}.year = entry.year", f"{table}.month = entry.month"]
        + [f"{table}.{name} IS NOT DISTINCT FROM entry.{name}" for name in names]
    )
    return [*_named(names[0], {key[2] for key in keys}), f"EXISTS (FROM {table} WHERE {same})"]


def _named(name: str, codes: set[object]) -> Iterator[str]:
    if None not in codes and len(codes) <= _MOST_NAMED:
        yield f"entry.{name} IN ({', '.join(_literal(code) for code in sorted(map(str, codes)))})"


def _literal(part: object) -> str:
    return "NULL" if part is None else str(part) if isinstance(part, int) else quoted(str(part))


def _ranges(dimension: Dimension, ranges: Iterable[CodeRange]) -> Iterator[str]:
    column = f"entry.{dimension.value}"
    for first, last in ranges:
        yield f"(length({column}) = {len(first)} AND {column} BETWEEN {quoted(first)} AND {quoted(last)})"
