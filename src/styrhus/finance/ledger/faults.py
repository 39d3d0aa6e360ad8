"""What is wrong with the rows of a file: at most fifty faults with their places, the others counted."""

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb

from styrhus.finance.codes.dimension import Dimension
from styrhus.finance.ledger.load import ROWS, SKIPPED, load
from styrhus.finance.ledger.mapping import Mapping
from styrhus.finance.ledger.prepared import Prepared
from styrhus.finance.ledger.problem_list import MOST_FAULTS, at_most
from styrhus.finance.ledger.unread import unread
from styrhus.values.problem import Problem
from styrhus.values.text import Text, msg


@dataclass(frozen=True)
class _Kind:
    """A kind of fault: its condition, the value and the column to show, and what to say of it."""

    condition: str
    value: str
    column: str
    message: Text
    remedy: Text


def faults(
    connection: duckdb.DuckDBPyConnection, prepared: Prepared, mapping: Mapping, year: int
) -> tuple[Problem, ...]:
    """Everything that keeps the rows from being booked, in the order of the file; empty when nothing does."""
    broken = unread(connection, prepared)
    if broken:
        return broken
    if not _count(connection, _wrong(mapping, year)):
        return ()
    load(connection, prepared, mapping, year, told=True)
    kinds = _kinds(mapping, year)
    counts = {kind: _count(connection, kind.condition) for kind in kinds}
    shown = [problem for kind in kinds if counts[kind] for problem in _shown(connection, prepared, kind)]
    shown.sort(key=lambda problem: problem.row or 0)
    return at_most(shown, prepared.name, count=sum(counts.values()))


def _wrong(mapping: Mapping, year: int) -> str:
    """The condition of a row with any fault."""
    tests = ["amount IS NULL", "account IS NULL", "month IS NULL", f"year <> {year}"]
    if mapping.date:
        tests.append("date IS NULL")
    return f"NOT {SKIPPED} AND ({' OR '.join(tests)})"


def _count(connection: duckdb.DuckDBPyConnection, condition: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM {ROWS} WHERE {condition}").fetchone()
    return int(row[0]) if row else 0


def _kinds(mapping: Mapping, year: int) -> tuple[_Kind, ...]:
    """In turn: text where an amount should be, no date, no period, another year, no account."""
    booked = f"NOT {SKIPPED}"
    with_account = f"{booked} AND account IS NOT NULL"
    return (
        _Kind(f"{booked} AND bad_amount IS NOT NULL AND trim(bad_amount) NOT IN ('', '|')", "bad_amount",
              mapping.amount or f"{mapping.debit}, {mapping.credit}",
              msg("The amount cannot be read: it is text, or has more than two decimals."),
              msg("Write it in kr with at most two decimals, or change the decimal sign in the mapping.")),
        _Kind(f"{with_account} AND bad_amount = ''", "''",
              mapping.amount or f"{mapping.debit}, {mapping.credit}",
              msg("The row has no amount."), msg("Fill it in, or take the row out of the file.")),
        _Kind(f"{with_account} AND date IS NULL AND {str(bool(mapping.date)).lower()}", "bad_date", mapping.date,
              msg("The date cannot be read."),
              msg("Write it as 2019-03-31, or say in the mapping in which order day, month and year stand.")),
        _Kind(f"{with_account} AND month IS NULL AND {str(bool(mapping.period)).lower()}", "bad_period", mapping.period,
              msg("The period cannot be read, or is of another year than {year}.", year=year),
              msg("Write it as 201903, 2019-03, mars 2019 or 3.")),
        _Kind(f"{with_account} AND year <> {year}", "concat(year, '-', month)", mapping.period or mapping.date,
              msg("The row belongs to another year than {year}, which the file was said to be of.", year=year),
              msg("Import the file for its own year, or take the row out of it.")),
        _Kind(f"{booked} AND account IS NULL", "concat_ws(' ', voucher, text, amount)",
              mapping.codes.get(Dimension.ACCOUNT, mapping.code_string), msg("The row has no account."),
              msg("If it is a total, say in the mapping that such rows are skipped; else fill the account in.")),
    )  # fmt: skip


def _shown(connection: duckdb.DuckDBPyConnection, prepared: Prepared, kind: _Kind) -> Iterator[Problem]:
    rows = connection.execute(
        f"SELECT {row_number(prepared)}, {kind.value} FROM {ROWS} WHERE {kind.condition} ORDER BY 1 LIMIT {MOST_FAULTS}"
    ).fetchall()
    for row, value in rows:
        yield Problem(kind.message, kind.remedy, prepared.name, int(row), kind.column, str(value or "")[:80])


def row_number(prepared: Prepared) -> str:
    """The row's number in the file: rows lie in the table as they stood there."""
    return "source_line" if prepared.line else f"rowid + {prepared.first_row}"
