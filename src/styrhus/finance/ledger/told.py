"""What a file tells beside its rows: names of codes, rows left out, control totals that the mapping expects."""

from collections.abc import Iterator
from decimal import Decimal

import duckdb

from styrhus.finance.codes.rules import CodeName
from styrhus.finance.ledger.load import ROWS, SKIPPED, source
from styrhus.finance.ledger.mapping import Mapping
from styrhus.finance.ledger.prepared import Prepared
from styrhus.finance.ledger.shown import kr, number
from styrhus.values.problem import Problem, Severity
from styrhus.values.text import msg

_LEFT_OUT = f"{SKIPPED} AND NOT (voucher IS NULL AND text IS NULL AND responsibility IS NULL AND amount IS NULL)"
"""Rows that say something; blank ones are nothing to tell of."""


def skipped(connection: duckdb.DuckDBPyConnection) -> tuple[int, Decimal]:
    """How many rows were left out, and what their amounts come to in kr."""
    row = connection.execute(f"SELECT count(*), sum(amount) FROM {ROWS} WHERE {_LEFT_OUT}").fetchone()
    return (row[0], row[1] or Decimal(0)) if row else (0, Decimal(0))


def booked(connection: duckdb.DuckDBPyConnection) -> tuple[int, Decimal]:
    """How many rows there are to book, and what they come to in kr."""
    row = connection.execute(f"SELECT count(*), sum(amount) FROM {ROWS} WHERE NOT {SKIPPED}").fetchone()
    return (row[0], row[1] or Decimal(0)) if row else (0, Decimal(0))


def left_out(count: int, total: Decimal, name: str) -> Problem:
    """Says that rows were left out."""
    return Problem(
        msg("{count} rows without account were left out, as the mapping says; their amounts come to {total}.",
            count=number(count), total=kr(total)),
        msg("See that they are totals and no vouchers."), name, severity=Severity.WARNING,
    )  # fmt: skip


def names(connection: duckdb.DuckDBPyConnection, prepared: Prepared, mapping: Mapping) -> Iterator[CodeName]:
    """Names of codes where the mapping says in which columns they stand; of several for a code the first by letters."""
    for dimension, heading in mapping.names.items():
        code, name = prepared.sql(mapping.codes[dimension]), prepared.sql(heading)
        found = connection.execute(
            f"SELECT trim({code}), min(trim({name})) FROM {source(prepared)} "
            f"WHERE trim({code}) <> '' AND trim({name}) <> '' GROUP BY ALL ORDER BY ALL"
        ).fetchall()
        for each, called in found:
            yield CodeName(dimension=dimension, code=each, name=called)


def control_faults(mapping: Mapping, rows: int, total: Decimal, name: str) -> Iterator[Problem]:
    """Rows or total other than the mapping expects: the file is not the whole, or holds something twice."""
    remedy = msg("Fetch the file anew; if it is right, change the control total.")
    if mapping.expected_rows is not None and mapping.expected_rows != rows:
        yield Problem(
            msg("The file has {rows} rows to book; the control total is {expected}.",
                rows=number(rows), expected=number(mapping.expected_rows)), remedy, name,
        )  # fmt: skip
    if mapping.expected_total is not None and mapping.expected_total != total:
        yield Problem(
            msg("The file's rows come to {total}; the control total is {expected}.",
                total=kr(total), expected=kr(mapping.expected_total)), remedy, name,
        )  # fmt: skip
