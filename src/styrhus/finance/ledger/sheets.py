"""Sheets of workbooks (XLSX and ODS) as rows of text, written row by row as CSV for the ledger."""

import csv
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import islice
from pathlib import Path

from styrhus.finance.ledger.mapping import Mapping
from styrhus.finance.ledger.prepared import Prepared, tidy
from styrhus.finance.ledger.workbook import Row, Workbook, open_workbook
from styrhus.paper.readers.sheet_format import significant
from styrhus.values.problem import Problem, ProblemsError, Severity
from styrhus.values.text import msg


def prepare(path: Path, mapping: Mapping, scratch: Path, *, name: str) -> Prepared:
    """The sheet that the mapping names, or the first, in `scratch`; ProblemsError when it is not there or empty."""
    book = open_workbook(path, name)
    rows = iter(book.rows(chosen_sheet(book, mapping.sheet, name)))
    before = list(islice(rows, mapping.heading_row))
    first = before[-1] if before else next(rows, [])
    if not before:
        rows = _again(first, rows)
    headings = tidy(_text(cell, ",") for cell in first) if before else tidy("" for _ in first)
    if len(headings) < 2:
        raise ProblemsError((_no_headings(name),))
    target = scratch / "sheet.csv"
    beside = _write(rows, target, len(headings), mapping.decimal)
    warnings = (_beside(beside, name),) if beside else ()
    return Prepared(target, name, ";", headings, 0, mapping.heading_row + 1, warnings=warnings)


def chosen_sheet(book: Workbook, sheet: str, name: str) -> str:
    """The sheet of that name, the first when none is asked for."""
    if sheet in book.sheets:
        return sheet
    if sheet or not book.sheets:
        raise ProblemsError((
            Problem(
                msg("The workbook has no sheet {sheet}.", sheet=sheet or "1"),
                msg("It has {sheets}. Choose one of them in the mapping.", sheets=", ".join(book.sheets[:20])), name,
            ),
        ))  # fmt: skip
    return book.sheets[0]


def _again(first: Row, rows: Iterator[Row]) -> Iterator[Row]:
    yield first
    yield from rows


def _write(rows: Iterable[Row], target: Path, width: int, decimal: str) -> int:
    """Write rows of equal width; gives how many had something beside the columns with headings."""
    beside = 0
    with target.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=";", lineterminator="\n", quoting=csv.QUOTE_ALL)
        for row in rows:
            texts = [_text(cell, decimal) for cell in row[:width]]
            beside += any(cell not in ("", None) for cell in row[width:])
            writer.writerow(texts + [""] * (width - len(texts)))
    return beside


def _text(cell: str | Decimal | None, decimal: str) -> str:
    """A cell as text; numbers with the mapping's decimal sign and without the noise of binary fractions."""
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return format(significant(cell), "f").replace(".", decimal)
    return cell


def _beside(count: int, name: str) -> Problem:
    return Problem(
        msg("{count} rows have cells beside the columns with headings; these were not read.", count=count),
        msg("See that nothing of the ledger stands there."), name, severity=Severity.WARNING,
    )  # fmt: skip


def _no_headings(name: str) -> Problem:
    return Problem(
        msg("The sheet has no row of headings where the mapping says."),
        msg("Say in the mapping in which sheet and row the headings stand."), name,
    )  # fmt: skip
