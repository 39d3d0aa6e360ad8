"""Opens a file of any kind by its mapping and loads it into DuckDB, every cell as text first."""

from dataclasses import replace
from pathlib import Path

import duckdb

from styrhus.caseload.mapping import CaseMapping
from styrhus.finance.ledger import delimited, sheets
from styrhus.finance.ledger.lines import evened, filled
from styrhus.finance.ledger.load import REJECTS
from styrhus.finance.ledger.mapping import FileKind
from styrhus.finance.ledger.prepared import Prepared
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg


def prepared(path: Path, mapping: CaseMapping, scratch: Path, name: str) -> Prepared:
    """The file with its rows ready in `scratch`; ProblemsError when it or the mapping does not allow that."""
    not_empty(path, name)
    with path.open("rb") as stream:
        is_book = stream.read(4) == b"PK\x03\x04"
    if is_book is not (mapping.file is FileKind.SHEET):
        told = msg("The mapping is made for another kind of file: workbook or CSV.")
        raise ProblemsError((Problem(told, msg("Choose a mapping for this kind of file, or make a new one."), name),))
    if is_book:
        return sheets.prepare(path, mapping.table, scratch, name=name)
    return replace(delimited.prepare(path, mapping.table, scratch, name=name), warnings=())


def not_empty(path: Path, name: str) -> None:
    """ProblemsError for a file without content."""
    if not path.stat().st_size:
        told = msg("The file is empty."), msg("Hand in a file of placements or counts.")
        raise ProblemsError((Problem(*told, name),))


def mended(connection: duckdb.DuckDBPyConnection, table: str, opened: Prepared, scratch: Path) -> Prepared | None:
    """The file with blank lines filled where reading has shown that they move the numbers of rows; else None."""
    row = connection.execute(
        f"SELECT (SELECT count(*) FROM {table}) + (SELECT count(DISTINCT line) FROM {REJECTS})"
    ).fetchone()
    return filled(opened, int(row[0]) if row else 0, scratch)


__all__ = ["evened", "mended", "not_empty", "prepared"]
