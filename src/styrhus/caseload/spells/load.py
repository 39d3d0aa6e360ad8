"""Loads a file of spells into a table of typed rows in one pass; what cannot be read is kept beside as text."""

from collections.abc import Iterator, Mapping

import duckdb

from styrhus.caseload.mapping import CaseMapping
from styrhus.caseload.spells.words import PROVIDERS, UNITS
from styrhus.finance.ledger import dates
from styrhus.finance.ledger.engine import quoted
from styrhus.finance.ledger.load import REJECTS, source, text
from styrhus.finance.ledger.mapping import FileKind
from styrhus.finance.ledger.prepared import Prepared

ROWS = "spell"
MISSING = ("--", "-", "–", "..", "null", "NULL", "NA", "n/a")
"""What stands for nothing in exports; it is missing, and never zero."""
FIRST_YEAR, LAST_YEAR, FOREVER = 1900, 2199, 2900
_SPACES = "\u00a0\u202f\u2009"


def load(connection: duckdb.DuckDBPyConnection, opened: Prepared, mapping: CaseMapping) -> None:
    """Fill the table `spell`: person, grp, typ, prov, starts, ends, price, unit, skipped and, for cells that say
    something unreadable, bad_start, bad_end, bad_price, bad_unit, bad_prov with what stands there."""
    connection.execute(f"DROP TABLE IF EXISTS {REJECTS}; DROP TABLE IF EXISTS unread_scans")
    cells = ", ".join(f"{expression} AS {name}" for name, expression in _cells(opened, mapping))
    read = ", ".join(f"{expression} AS {name}" for name, expression in _read(opened, mapping))
    connection.execute(
        f"CREATE OR REPLACE TABLE {ROWS} AS SELECT {_KEPT} FROM "
        f"(SELECT *, {read} FROM (SELECT {cells} FROM {source(opened)}))"
    )


_KEPT = (
    "person, grp, typ, prov_word AS prov, starts, ends, price, unit_word AS unit, skipped, "
    "CASE WHEN starts IS NULL THEN start_text END AS bad_start, "
    "CASE WHEN ends IS NULL AND NOT forever THEN end_text END AS bad_end, "
    "CASE WHEN price IS NULL THEN price_text END AS bad_price, "
    "CASE WHEN unit_word IS NULL THEN unit_text END AS bad_unit, "
    "CASE WHEN prov_word IS NULL THEN prov_text END AS bad_prov"
)


def _cells(opened: Prepared, mapping: CaseMapping) -> Iterator[tuple[str, str]]:
    """The text of each field, NULL where it says nothing."""
    for field, name in (("person", "person"), ("group", "grp"), ("type", "typ"), ("provider", "prov_text"),
                        ("start", "start_text"), ("end", "end_text"), ("price", "price_text"),
                        ("price_unit", "unit_text")):  # fmt: skip
        heading = mapping.columns.get(field, "")
        plain = text(opened.sql(heading)) if heading else "NULL::VARCHAR"
        if heading and field not in ("person",):
            plain = f"(CASE WHEN {plain} IN ({', '.join(map(quoted, MISSING))}) THEN NULL ELSE {plain} END)"
        yield name, _translated(plain, mapping.words.get(field, {}))
    yield "skipped", _skipped(opened, mapping)


def _translated(expression: str, words: dict[str, str]) -> str:
    whens = " ".join(f"WHEN {quoted(word.lower())} THEN {quoted(told)}" for word, told in words.items())
    return f"CASE lower({expression}) {whens} ELSE {expression} END" if words else expression


def _read(opened: Prepared, mapping: CaseMapping) -> Iterator[tuple[str, str]]:
    yield "starts", _day("start_text", mapping)
    yield "forever", f"coalesce(try_cast(end_text[1:4] AS INTEGER) >= {FOREVER}, false)"
    last = f"{_day('end_text', mapping)}"
    yield "ends", f"({last} + 1)" if mapping.last_day_counts else last
    yield "price", _price("price_text", mapping.decimal)
    default = quoted(mapping.price_unit) if mapping.price_unit else "NULL"
    yield "unit_word", f"CASE WHEN unit_text IS NULL THEN {default} ELSE {_word('unit_text', UNITS)} END"
    yield "prov_word", f"CASE WHEN prov_text IS NULL THEN '' ELSE {_word('prov_text', PROVIDERS)} END"


def _day(column: str, mapping: CaseMapping) -> str:
    """A date; serial numbers of a workbook too; NULL for what lies outside of any life."""
    bare = f"regexp_replace({column}, '(Z|[+-][0-9]{{2}}:?[0-9]{{2}})$', '')"
    found = dates.day(f"(CASE WHEN length({column}) > 10 THEN {bare} ELSE {column} END)", mapping.date_order)
    if mapping.file is FileKind.SHEET:
        serial = f"regexp_full_match({column}, '[1-9][0-9]{{4}}([.,][0-9]+)?')"
        found = f"CASE WHEN {serial} THEN DATE '1899-12-30' + CAST({column}[1:5] AS INTEGER) ELSE {found} END"
    return f"(CASE WHEN year({found}) BETWEEN {FIRST_YEAR} AND {LAST_YEAR} THEN {found} END)"


def _price(column: str, decimal: str) -> str:
    """Kr to four decimals; spaces between groups, `kr`, true minus, decimal comma; NULL for other texts."""
    quick = f"TRY_CAST({column if decimal == '.' else f'''replace({column}, ',', '.')'''} AS DECIMAL(18,4))"
    even = f"regexp_replace(translate({column}, '{_SPACES}\u2212', '   -'), ' |''|(?i)kr$|:-$', '', 'g')"
    number = even if decimal == "." else f"replace({even}, ',', '.')"
    groups = f"replace({even}, ',', '')" if decimal == "." else f"replace(replace({even}, '.', ''), ',', '.')"
    plain = f"regexp_full_match({column}, '-?[0-9]+([{decimal}][0-9]+)?')"
    mark = "," if decimal == "." else "."
    grouped = f"regexp_full_match({even}, '-?[0-9]{{1,3}}([{mark}][0-9]{{3}})+([{decimal}][0-9]+)?')"
    other = f"regexp_full_match({even}, '-?[0-9]+([.,][0-9]{{1,2}})?')"
    return (
        f"CASE WHEN {column} IS NULL THEN NULL WHEN {plain} THEN {quick} "
        f"WHEN {grouped} THEN TRY_CAST({groups} AS DECIMAL(18,4)) "
        f"WHEN regexp_full_match({even}, '-?[0-9]+([{decimal}][0-9]+)?') THEN TRY_CAST({number} AS DECIMAL(18,4)) "
        f"WHEN {other} THEN TRY_CAST(replace({even}, ',', '.') AS DECIMAL(18,4)) END"
    )


def _word(column: str, words: Mapping[str, tuple[str, ...]]) -> str:
    whens = " ".join(
        f"WHEN lower({column}) IN ({', '.join(map(quoted, known))}) THEN {quoted(word)}"
        for word, known in words.items()
    )
    return f"CASE {whens} END"


def _skipped(opened: Prepared, mapping: CaseMapping) -> str:
    """Blank rows, and those that the mapping does not ask for."""
    cells = ", ".join(text(f"c{number}") for number in range(len(opened.headings)))
    tests = [f"coalesce({cells}) IS NULL"]
    for heading, wanted in mapping.only.items():
        kept = ", ".join(quoted(word) for word in wanted)
        tests.append(f"coalesce({text(opened.sql(heading))}, '') NOT IN ({kept})")
    return " OR ".join(tests)
