"""Writes the rows as one Parquet file a month and their balances as one more."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

import duckdb

from styrhus.finance.codes.dimension import Dimension
from styrhus.finance.ledger.engine import THREADS, quoted
from styrhus.finance.ledger.faults import row_number
from styrhus.finance.ledger.load import ROWS, SKIPPED
from styrhus.finance.ledger.prepared import Prepared
from styrhus.finance.ledger.staged import BALANCES, StagedMonth
from styrhus.finance.ledger.stored import BALANCED

COLUMNS = (
    "line", "voucher", "date", "month", "year", "responsibility", "account", "activity_code", "task", "project",
    "counterparty", "text", "amount",
)  # fmt: skip
ORDER = "responsibility, account"
"""Rows of one unit and account lie together, so that drilling down reads a small part of a file."""
KEYS = ", ".join(["year", "month", *(dimension.value for dimension in Dimension if dimension in BALANCED)])
_PARQUET = "FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE 20480, DICTIONARY_SIZE_LIMIT 2000"


def write(connection: duckdb.DuckDBPyConnection, prepared: Prepared, target: Path) -> tuple[StagedMonth, ...]:
    """Write every month and the balances into `target`, and tell what they came to.

    Each file is made by one thread and several files at once: that takes less than many threads for each in turn.
    """
    months = _months(connection, target)
    questions = [_balances(target), *(_month(prepared, month) for month in months)]
    connection.execute("SET threads = 1")
    with ThreadPoolExecutor(THREADS) as workers:
        for done in [workers.submit(_asked, connection.cursor(), question) for question in questions]:
            done.result()
    connection.execute(f"SET threads = {THREADS}")
    return months


def _asked(cursor: duckdb.DuckDBPyConnection, question: str) -> None:
    with cursor:
        cursor.execute(question)


def _balances(target: Path) -> str:
    return (
        f'COPY (SELECT {KEYS}, sum(amount)::DECIMAL(18,2) AS amount, count(*) AS "rows" FROM {ROWS} '
        f"WHERE NOT {SKIPPED} GROUP BY ALL ORDER BY ALL) TO {quoted(target / BALANCES)} ({_PARQUET})"
    )


def _month(prepared: Prepared, month: StagedMonth) -> str:
    known = {
        "line": row_number(prepared),
        "year": str(month.year),
        "month": str(month.month),
    }  # the sort need not carry constants
    columns = ", ".join(f"{known[name]} AS {name}" if name in known else name for name in COLUMNS)
    chosen = f"year = {month.year} AND month = {month.month} AND NOT {SKIPPED}"
    return f"COPY (SELECT {columns} FROM {ROWS} WHERE {chosen} ORDER BY {ORDER}) TO {quoted(month.path)} ({_PARQUET})"


def _months(connection: duckdb.DuckDBPyConnection, target: Path) -> tuple[StagedMonth, ...]:
    found = connection.execute(
        "SELECT year, month, count(*), coalesce(sum(amount) FILTER (amount > 0), 0), "
        f"coalesce(-sum(amount) FILTER (amount < 0), 0) FROM {ROWS} WHERE NOT {SKIPPED} GROUP BY ALL ORDER BY ALL"
    ).fetchall()
    return tuple(
        StagedMonth(year, month, rows, _kr(debit), _kr(credit), target / f"{year}-{month:02d}.parquet")
        for year, month, rows, debit, credit in found
    )


def _kr(amount: object) -> Decimal:
    return Decimal(str(amount)).quantize(Decimal("0.01"))
