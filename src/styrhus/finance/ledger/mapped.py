"""Balances with the unit and cost type of each, looked up once for every code that is booked."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import duckdb

from styrhus.finance.codes.code_map import CodeMap
from styrhus.finance.codes.dimension import Dimension
from styrhus.finance.ledger.stored import balances_of, month_of

_ACCOUNT = (Dimension.ACCOUNT,)
Spans = dict[int, date]
"""A day in each stretch of time between two changes of the rules, by the stretch's number."""


def mapped(connection: duckdb.DuckDBPyConnection, files: Sequence[Path], code_map: CodeMap) -> str:
    """A relation of balances (year, month, unit, cost_type, amount); unit and cost type NULL where no rule fits."""
    dimensions = code_map.dimensions
    spans = spans_of(files, code_map)
    held = balances_of(files, dimensions)
    units = [
        (str(span), *codes, code_map.unit_for(tuple(codes), day))
        for codes in _booked(connection, held, dimensions)
        for span, day in spans.items()
    ]
    types = [
        (str(span), account, code_map.cost_type_of(account or "", day))
        for (account,) in _booked(connection, held, _ACCOUNT)
        for span, day in spans.items()
    ]
    table(connection, "units", ("span", *(each.value for each in dimensions), "unit"), units)
    table(connection, "cost_types", ("span", "account", "cost_type"), types)
    return (
        f"(SELECT held.year, held.month, unit, cost_type, amount FROM {held} AS held "
        f"{_joined('units', dimensions, code_map, spans)} {_joined('cost_types', _ACCOUNT, code_map, spans)})"
    )


def spans_of(files: Sequence[Path], code_map: CodeMap) -> Spans:
    """The stretches of time that the files' months lie in: months begin on their first day, as rules see them."""
    days = [date(*month_of(file), 1) for file in files]
    return {bisect_right(code_map.boundaries, day): day for day in days}


def span_of(relation: str, code_map: CodeMap, spans: Spans) -> str:
    """The number of the stretch that a row of `relation` lies in, as text."""
    if len(spans) == 1:
        return f"'{next(iter(spans))}'"
    month = f"{relation}.year * 100 + {relation}.month"
    limits = [f"({month} >= {_first_month(day)})::INTEGER" for day in code_map.boundaries]
    return f"({' + '.join(limits)})::VARCHAR"


def _first_month(day: date) -> int:
    """The first month, as 201904, that begins on `day` or later."""
    return day.year * 100 + day.month + (0 if day.day == 1 else 1 if day.month < 12 else 89)


def _booked(
    connection: duckdb.DuckDBPyConnection, relation: str, dimensions: Sequence[Dimension]
) -> list[tuple[str | None, ...]]:
    names = ", ".join(dimension.value for dimension in dimensions)
    return connection.execute(f"SELECT DISTINCT {names} FROM {relation}").fetchall()


def _joined(name: str, dimensions: Sequence[Dimension], code_map: CodeMap, spans: Spans) -> str:
    same = [f"{name}.{dimension.value} IS NOT DISTINCT FROM held.{dimension.value}" for dimension in dimensions]
    if len(spans) > 1:
        same.append(f"{name}.span = {span_of('held', code_map, spans)}")
    return f"JOIN {name} ON {' AND '.join(same)}"


def table(
    connection: duckdb.DuckDBPyConnection, name: str, columns: Sequence[str], rows: Sequence[tuple[str | None, ...]]
) -> None:
    """A table of texts; whole columns at once, since rows one by one take longer than any question."""
    held = [list(column) for column in zip(*rows, strict=True)] if rows else [[] for _ in columns]
    chosen = ", ".join(f"unnest(${place}::VARCHAR[]) AS {column}" for place, column in enumerate(columns, 1))
    connection.execute(f"CREATE TEMP TABLE {name} AS SELECT {chosen}", held)
