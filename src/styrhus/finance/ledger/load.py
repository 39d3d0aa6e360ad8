"""Loads a prepared file into a table of typed rows in one pass; what could not be read is kept beside as text."""

from collections.abc import Iterator

import duckdb

from styrhus.finance.codes.dimension import Dimension
from styrhus.finance.ledger import dates
from styrhus.finance.ledger.amounts import amount, cast_plainly, with_point
from styrhus.finance.ledger.engine import quoted
from styrhus.finance.ledger.mapping import Mapping, Sign
from styrhus.finance.ledger.prepared import Prepared

ROWS, REJECTS, PERIODS = "entries", "unread_rows", "periods"
SKIPPED = "skipped"


def load(
    connection: duckdb.DuckDBPyConnection, prepared: Prepared, mapping: Mapping, year: int, *, told: bool = False
) -> None:
    """Fill the table `entries`: the columns of a row and `skipped`; NULL for an amount, date or month not understood.

    `told` keeps beside them, in `bad_amount`, `bad_date` and `bad_period`, what stands in the file there; reading
    once more for that costs less than keeping it of every file. Rows that have too few or too many cells lie in the
    rejects of the connection.
    """
    if mapping.period:
        _periods(connection, year)
    connection.execute(f"DROP TABLE IF EXISTS {REJECTS}; DROP TABLE IF EXISTS unread_scans")
    read = ", ".join(f"{expression} AS {name}" for name, expression in _read(prepared, mapping))
    columns = ", ".join(f"{expression} AS {name}" for name, expression in _kept(prepared, mapping, told=told))
    lookup = (
        f"LEFT JOIN {PERIODS} ON {PERIODS}.form = lower(trim({prepared.sql(mapping.period)}))" if mapping.period else ""
    )
    begun = ", ".join(f"{expression} AS {name}" for name, expression in _begun(prepared, mapping))
    connection.execute(
        f"CREATE OR REPLACE TABLE {ROWS} AS SELECT {columns} FROM "
        f"(SELECT *, {read} FROM (SELECT *, {begun} FROM {source(prepared)})) {lookup}"
    )


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


def _begun(prepared: Prepared, mapping: Mapping) -> Iterator[tuple[str, str]]:
    """Amounts with a point for their decimal sign and as DuckDB reads them, for `_read` to judge."""
    for heading in filter(None, (mapping.amount, mapping.debit, mapping.credit)):
        column = prepared.sql(heading)
        yield f"plain_{column}", with_point(column, mapping.decimal)
        yield f"quick_{column}", cast_plainly(column, mapping.decimal)


def _read(prepared: Prepared, mapping: Mapping) -> Iterator[tuple[str, str]]:
    """What other columns are made of, in a question within the question so that it is worked out once."""
    yield "date", dates.day(prepared.sql(mapping.date), mapping.date_order) if mapping.date else "NULL::DATE"
    yield "account", code(prepared, mapping, Dimension.ACCOUNT)
    yield "amount", _money(prepared, mapping)


def _kept(prepared: Prepared, mapping: Mapping, *, told: bool) -> Iterator[tuple[str, str]]:
    """Name and expression of each column of the table."""
    sql = prepared.sql
    if prepared.line:
        yield "source_line", f"CAST({sql(prepared.line)} AS BIGINT)"
    yield "voucher", text(sql(mapping.voucher)) if mapping.voucher else "NULL::VARCHAR"
    yield "date", "date"
    yield "year", f"{PERIODS}.year" if mapping.period else "CAST(year(date) AS INTEGER)"
    yield "month", f"{PERIODS}.month" if mapping.period else "CAST(month(date) AS INTEGER)"
    for dimension in Dimension:
        is_read = dimension is Dimension.ACCOUNT
        yield dimension.value, "account" if is_read else code(prepared, mapping, dimension)
    yield "text", text(sql(mapping.text)) if mapping.text else "NULL::VARCHAR"
    yield "amount", "amount"
    yield SKIPPED, _skipped(prepared, mapping)
    if told:
        yield from _told(prepared, mapping)


def _told(prepared: Prepared, mapping: Mapping) -> Iterator[tuple[str, str]]:
    """What stands in the file where an amount, date or month was not understood."""
    for name, missing, heading in (("bad_date", "date", mapping.date), ("bad_period", "month", mapping.period)):
        column = prepared.sql(heading) if heading else "NULL::VARCHAR"
        yield name, f"CASE WHEN {'true' if not heading else _missing(missing)} THEN {column} END"
    headings = (mapping.amount,) if mapping.amount else (mapping.debit, mapping.credit)
    columns = ", ".join(text(prepared.sql(heading)) for heading in headings)
    yield "bad_amount", f"CASE WHEN amount IS NULL THEN concat_ws(' | ', {columns}) END"


def _missing(name: str) -> str:
    return f"{PERIODS}.month IS NULL" if name == "month" else f"{name} IS NULL"


def text(column: str) -> str:
    """A cell without spaces around it, NULL when nothing is left; `trim` alone takes as long as all other reading.

    What sorts before `!` is empty or begins with a space, which is seen without looking through the cell.
    """
    spaced = f"{column} < '!' OR ends_with({column}, ' ')"
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


def _money(prepared: Prepared, mapping: Mapping) -> str:
    """The amount in kr, debit positive; NULL where it is missing or cannot be read."""
    if mapping.amount:
        minus = "-" if mapping.sign is Sign.CREDIT_POSITIVE else ""
        return f"CAST({minus}({_amount(prepared.sql(mapping.amount), mapping)}) AS DECIMAL(18,2))"
    debit, credit = prepared.sql(mapping.debit), prepared.sql(mapping.credit)
    read = {column: f"CASE WHEN {text(column)} IS NULL THEN 0 ELSE {_amount(column, mapping)} END"
            for column in (debit, credit)}  # fmt: skip
    given = f"({text(debit)} IS NOT NULL OR {text(credit)} IS NOT NULL)"
    minus = "+" if mapping.sign is Sign.CREDIT_WITH_MINUS else "-"
    return f"CAST(CASE WHEN {given} THEN {read[debit]} {minus} {read[credit]} END AS DECIMAL(18,2))"


def _amount(column: str, mapping: Mapping) -> str:
    return amount(column, mapping.decimal, plain=f"plain_{column}", quick=f"quick_{column}")


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
