"""Turns a row filter into SQL: codes that the rules map to the units asked for are looked up among those booked."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import duckdb

from styrhus.finance.codes.code_map import CodeMap
from styrhus.finance.codes.dimension import Dimension
from styrhus.finance.ledger.engine import quoted
from styrhus.finance.ledger.mapped import span_of, spans_of, table
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
    *,
    by: Iterable[Dimension] = (),
) -> str:
    """The relation of balances that meet the filter; ValueError for a filter on single rows, which they do not have."""
    if not is_of_codes(chosen):
        raise ValueError("balances know neither text, voucher nor the amounts of single rows")
    held = in_months(files, chosen.months)
    used = {*by, *(dimension for dimension, _ in chosen.codes), *(code_map.dimensions if code_map else ())}
    tests = code_tests(connection, held or files, chosen, code_map)
    if not held:
        tests.append("false")
    return f"(SELECT * FROM {balances_of(held or files, used)} AS entry WHERE {' AND '.join(tests) or 'true'})"


def is_of_codes(chosen: RowFilter) -> bool:
    """Whether the filter looks at codes and months alone, and not at what only single rows have."""
    return not (chosen.text or chosen.voucher) and chosen.least is None and chosen.most is None


def code_tests(
    connection: duckdb.DuckDBPyConnection, files: Sequence[Path], chosen: RowFilter, code_map: CodeMap | None
) -> list[str]:
    """Conditions on codes for a relation named `entry`; those of units and cost types read tables made here."""
    tests = [f"({' OR '.join(_ranges(dimension, ranges))})" for dimension, ranges in chosen.codes if ranges]
    if chosen.units is None and chosen.cost_types is None:
        return tests
    if code_map is None:
        raise ValueError("a filter on units or cost types needs the rules that map codes to them")
    spans = spans_of(files, code_map)
    if chosen.units is not None:
        units, dimensions = set(chosen.units), code_map.dimensions
        fitting = [
            (str(span), *codes)
            for codes in _booked(connection, files, dimensions)
            for span, day in spans.items()
            if code_map.unit_for(tuple(codes), day) in units
        ]
        tests += _among(connection, UNITS, dimensions, fitting, span=span_of("entry", code_map, spans))
    if chosen.cost_types is not None:
        types = set(chosen.cost_types)
        fitting = [
            (str(span), code)
            for (code,) in _booked(connection, files, (Dimension.ACCOUNT,))
            for span, day in spans.items()
            if code_map.cost_type_of(code or "", day) in types
        ]
        tests += _among(connection, ACCOUNTS, (Dimension.ACCOUNT,), fitting, span=span_of("entry", code_map, spans))
    return tests


def _booked(
    connection: duckdb.DuckDBPyConnection, files: Sequence[Path], dimensions: Sequence[Dimension]
) -> list[tuple[str | None, ...]]:
    names = ", ".join(dimension.value for dimension in dimensions)
    return connection.execute(f"SELECT DISTINCT {names} FROM {balances_of(files, dimensions)}").fetchall()


def _among(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    dimensions: Sequence[Dimension],
    keys: list[tuple[str | None, ...]],
    *,
    span: str,
) -> list[str]:
    """Conditions that a row's codes are among `keys` (span and codes), which lie in a table of their own."""
    if not keys:
        return ["false"]
    names = [dimension.value for dimension in dimensions]
    table(connection, name, ("span", *names), keys)
    same = [f"{name}.{each} IS NOT DISTINCT FROM entry.{each}" for each in names]
    among = f"EXISTS (FROM {name} WHERE {name}.span = {span} AND {' AND '.join(same)})"
    return [*_named(names[0], {key[1] for key in keys}), among]


def _named(name: str, codes: set[str | None]) -> Iterator[str]:
    if None not in codes and len(codes) <= _MOST_NAMED:
        yield f"entry.{name} IN ({', '.join(quoted(code) for code in sorted(filter(None, codes)))})"


def _ranges(dimension: Dimension, ranges: Iterable[CodeRange]) -> Iterator[str]:
    column = f"entry.{dimension.value}"
    for first, last in ranges:
        yield f"(length({column}) = {len(first)} AND {column} BETWEEN {quoted(first)} AND {quoted(last)})"
