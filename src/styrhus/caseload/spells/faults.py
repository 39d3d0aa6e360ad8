"""What keeps spells from being imported: at most fifty faults with their places, the others counted."""

from dataclasses import dataclass

import duckdb

from styrhus.caseload.mapping import CaseMapping
from styrhus.caseload.spells.load import ROWS
from styrhus.finance.ledger.prepared import Prepared
from styrhus.finance.ledger.problem_list import MOST_FAULTS, at_most
from styrhus.finance.ledger.unread import unread
from styrhus.values.problem import Problem
from styrhus.values.text import Text, msg


@dataclass(frozen=True)
class _Kind:
    """A kind of fault: its condition, the value to show, the field, and what to say of it."""

    condition: str
    value: str
    field: str
    message: Text
    remedy: Text


_DATE = msg("Write it as 2024-01-31, or say in the mapping in which order day, month and year stand.")
_PRICE = "rtrim(rtrim(CAST(price AS VARCHAR), '0'), '.')"
_KINDS = (
    _Kind("bad_start IS NOT NULL", "bad_start", "start", msg("The start cannot be read as a date."), _DATE),
    _Kind("starts IS NULL AND bad_start IS NULL", "''", "start", msg("The spell has no start."),
          msg("Fill in the first day of care, or take the row out of the file.")),
    _Kind("bad_end IS NOT NULL", "bad_end", "end", msg("The end cannot be read as a date."),
          msg("Write it as 2024-01-31, and leave it empty while the spell lasts.")),
    _Kind("ends < starts", "concat(starts, ' – ', ends)", "end", msg("The spell ends before it starts."),
          msg("Correct one of the dates; leave the end empty while the spell lasts.")),
    _Kind("bad_price IS NOT NULL", "bad_price", "price", msg("The price cannot be read as a number."),
          msg("Write it in kr, such as 2450 or 2450,50; leave it empty when it is not known.")),
    _Kind("price < 0", _PRICE, "price", msg("The price is below zero."),
          msg("Write what the care costs as a positive number; leave it empty when it is not known.")),
    _Kind("bad_unit IS NOT NULL", "bad_unit", "price_unit", msg("The unit of the price is not known."),
          msg("Write day (dygn) or month (månad), or translate the word in the mapping.")),
    _Kind("price IS NOT NULL AND unit IS NULL AND bad_unit IS NULL", _PRICE, "price_unit",
          msg("The price has no unit."),
          msg("Say in the column or in the mapping whether it is per day or per month.")),
    _Kind("bad_prov IS NOT NULL", "bad_prov", "provider", msg("The provider is not known."),
          msg("Write own (egen) or external (extern), or translate the word in the mapping.")),
    _Kind("person IS NULL", "''", "person", msg("The spell has no person."),
          msg("Give each person a number of your own, the same in all of that person's rows.")),
)  # fmt: skip


def faults(connection: duckdb.DuckDBPyConnection, opened: Prepared, mapping: CaseMapping) -> tuple[Problem, ...]:
    """Everything that is wrong, in the order of the file; empty when nothing is."""
    broken = unread(connection, opened)
    if broken:
        return broken
    kinds = [kind for kind in _KINDS if kind.field != "person" or "person" in mapping.columns]
    columns = ", ".join(f"count(*) FILTER ({kind.condition})" for kind in kinds)
    counts = connection.execute(f"SELECT {columns} FROM {ROWS} WHERE NOT skipped").fetchone() or ()
    found: list[Problem] = []
    for kind, count in zip(kinds, counts, strict=True):
        if count:
            found += _shown(connection, opened, mapping, kind)
    found.sort(key=lambda problem: problem.row or 0)
    return at_most(found, opened.name, count=sum(counts))


def _shown(connection: duckdb.DuckDBPyConnection, opened: Prepared, mapping: CaseMapping, kind: _Kind) -> list[Problem]:
    rows = connection.execute(
        f"SELECT rowid + {opened.first_row}, {kind.value} FROM {ROWS} WHERE NOT skipped AND ({kind.condition}) "
        f"ORDER BY 1 LIMIT {MOST_FAULTS}"
    ).fetchall()
    column = mapping.columns.get(kind.field, kind.field)
    return [
        Problem(kind.message, kind.remedy, opened.name, int(row), column, str("" if value is None else value)[:80])
        for row, value in rows
    ]
