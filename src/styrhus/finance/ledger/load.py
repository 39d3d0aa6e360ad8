"""Loads a prepared file into a table of typed rows in one pass; what could not be read is kept beside as text."""

from collections.abc import Iterator

import duckdb

from styrhus.finance.codes.dimension import Dimension
from styrhus.finance.ledger import dates
from styrhus.finance.ledger.amounts import amount
from styrhus.finance.ledger.engine import quoted
from styrhus.finance.ledger.mapping import Mapping, Sign
from styrhus.finance.ledger.prepared import Prepared

ROWS, REJECTS, PERIODS = "entries", "unread_rows", "periods"
SKIPPED = "skipped"


def load(connection: duckdb.DuckDBPyConnection, prepared: Prepared, mapping: Mapping, year: int) -> None:
    """Fill the table `entries`: `line` and the columns of a row, `bad_amount`, `bad_date`, `bad_period`, `skipped`.

    Rows that have too few or too many cells lie in the rejects of the connection.
    """
    if mapping.period:
        _periods(connection, year)
    connection.execute(f"DROP TABLE IF EXISTS {REJECTS}; DROP TABLE IF EXISTS unread_scans")
    columns = ", ".join(f"{expression} AS {name}" for name, expression in _columns(prepared, mapping))
    lookup = (
        f"LEFT JOIN {PERIODS} ON {PERIODS}.form = lower(trim({prepared.sql(mapping.period)}))" if mapping.period else ""
    )
    connection.execute(f"CREATE OR REPLACE TABLE {ROWS} AS SELECT {columns} FROM {source(prepared)} {lookup}")


def loaded(connection: duckdb.DuckDBPyConnection) -> int:
    """How many rows were read, those that could not be among them."""
    row = connection.execute(
        f"SELECT (SELECT count(*) FROM {ROWS}) + (SELECT count(DISTINCT line) FROM {REJECTS})"
    ).fetchone()
    return int(row[0]) if row else 0


def source(prepared: Prepared) -> str:
    """The file as DuckDB reads it: every cell as text, nothing guessed."""
    columns = ", ".join(f"'c{number}': 'VARCHAR'" for number in range(len(prepared.headings)))
    return (
        f"read_csv({quoted(prepared.path)}, delim={quoted(prepared.delimiter)}, quote='\"', escape='\"', "
        f"header=false, skip={prepared.skip}, auto_detect=false, columns={{{columns}}}, "
        f"store_rejects=true, rejects_table='{REJECTS}', rejects_scan='unread_scans', rejects_limit=0)"
    )


def _columns(prepared: Prepared, mapping: Mapping) -> Iterator[tuple[str, str]]:
    """Name and expression of each column of the table."""
    sql = prepared.sql
    if prepared.line:
        yield "source_line", f"CAST({sql(prepared.line)} AS BIGINT)"
    yield "voucher", text(sql(mapping.voucher)) if mapping.voucher else "NULL::VARCHAR"
    yield from _time(prepared, mapping)
    for dimension in Dimension:
        yield dimension.value, code(prepared, mapping, dimension)
    yield "text", text(sql(mapping.text)) if mapping.text else "NULL::VARCHAR"
    yield from _money(prepared, mapping)
    yield SKIPPED, _skipped(prepared, mapping)


def text(column: str) -> str:
    """A cell without spaces around it, NULL when nothing is left; `trim` alone takes as long as all other reading."""
    spaced = f"{column} = '' OR starts_with({column}, ' ') OR ends_with({column}, ' ')"
    return f"CASE WHEN {spaced} THEN nullif(trim({column}), '') ELSE {column} END"


def code(prepared: Prepared, mapping: Mapping, dimension: Dimension) -> str:
    """The expression for a dimension's code: from its own column, else from its place in the code string."""
    if dimension in mapping.codes:
        return text(prepared.sql(mapping.codes[dimension]))
    if mapping.code_string and dimension in mapping.code_order:
        place = mapping.code_order.index(dimension) + 1
        column = prepared.sql(mapping.code_string)
        return text(f"split_part({column}, {quoted(mapping.code_separator)}, {place})")
    return "NULL::VARCHAR"


def _time(prepared: Prepared, mapping: Mapping) -> Iterator[tuple[str, str]]:
    """The date and what the month is taken from: the period where there is one, else the date."""
    read = "NULL::DATE"
    if mapping.date:
        column = prepared.sql(mapping.date)
        read = dates.day(column, mapping.date_order)
        yield "date", read
        yield "bad_date", f"CASE WHEN date IS NULL THEN coalesce({column}, '') END"
    else:
        yield "date", read
        yield "bad_date", "NULL::VARCHAR"
    if mapping.period:
        column = prepared.sql(mapping.period)
        yield "year", f"{PERIODS}.year"
        yield "month", f"{PERIODS}.month"
        yield "bad_period", f"CASE WHEN {PERIODS}.month IS NULL THEN coalesce({column}, '') END"
    else:
        yield "year", "CAST(year(date) AS INTEGER)"
        yield "month", "CAST(month(date) AS INTEGER)"
        yield "bad_period", "NULL::VARCHAR"


def _money(prepared: Prepared, mapping: Mapping) -> Iterator[tuple[str, str]]:
    if mapping.amount:
        column = prepared.sql(mapping.amount)
        minus = "-" if mapping.sign is Sign.CREDIT_POSITIVE else ""
        yield "amount", f"CAST({minus}({amount(column, mapping.decimal)}) AS DECIMAL(18,2))"
        yield "bad_amount", f"CASE WHEN amount IS NULL THEN coalesce({column}, '') END"
        return
    debit, credit = prepared.sql(mapping.debit), prepared.sql(mapping.credit)
    read = {column: f"CASE WHEN {text(column)} IS NULL THEN 0 ELSE {amount(column, mapping.decimal)} END"
            for column in (debit, credit)}  # fmt: skip
    both = f"nullif({text(debit)} IS NULL AND {text(credit)} IS NULL, true)"
    minus = "+" if mapping.sign is Sign.CREDIT_WITH_MINUS else "-"
    yield "amount", f"CAST(CASE WHEN NOT {both} THEN {read[debit]} {minus} {read[credit]} END AS DECIMAL(18,2))"
    yield "bad_amount", f"CASE WHEN amount IS NULL THEN concat_ws(' | ', {debit}, {credit}) END"


def _skipped(prepared: Prepared, mapping: Mapping) -> str:
    """Whether a row is left out: a blank one, or one without account where the mapping says so."""
    cells = ", ".join(text(f"c{number}") for number in range(len(prepared.headings)))
    tests = [f"coalesce({cells}) IS NULL"]
    if mapping.skip_without_account:
        tests.append("true")
    tests += [f"starts_with(lower(coalesce({cells})), {quoted(word.lower())})" for word in mapping.skip_words]
    return f"CASE WHEN account IS NULL THEN {' OR '.join(tests)} ELSE false END"


def _periods(connection: duckdb.DuckDBPyConnection, year: int) -> None:
    connection.execute(f"CREATE OR REPLACE TABLE {PERIODS} (form VARCHAR, year INTEGER, month INTEGER)")
    rows = [(form, *month) for form, month in dates.period_forms(year).items()]
    connection.executemany(f"INSERT INTO {PERIODS} VALUES (?, ?, ?)", rows)
