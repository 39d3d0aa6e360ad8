"""A mapping to begin with, from what a file's headings and first rows tell; a person may correct it."""

import csv
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

from styrhus.caseload import headings as told
from styrhus.caseload.mapping import COUNT_FIELDS, POPULATION_FIELDS, SPELL_FIELDS, CaseMapping, MaterialKind
from styrhus.caseload.months import period_of
from styrhus.caseload.opening import not_empty
from styrhus.finance.ledger.delimited import delimiter_of, first_lines
from styrhus.finance.ledger.encoding import detected
from styrhus.finance.ledger.headings import date_order, decimal_sign
from styrhus.finance.ledger.mapping import DateOrder, FileKind
from styrhus.finance.ledger.prepared import tidy
from styrhus.finance.ledger.sheets import chosen_sheet
from styrhus.finance.ledger.workbook import open_workbook

HEADINGS_WITHIN = 30
LOOKED_AT = 500
Rows = Sequence[Sequence[str]]
_FIELDS = {
    MaterialKind.SPELLS: SPELL_FIELDS, MaterialKind.COUNTS: COUNT_FIELDS, MaterialKind.POPULATION: POPULATION_FIELDS,
    MaterialKind.EPISODES: (),
}  # fmt: skip
EPISODE_HEADINGS = {"CHILD", "DECOM", "DEC", "PLACE"}


def suggested(path: Path, name: str, sheet: str = "") -> CaseMapping:
    """What the file seems to be; ProblemsError when it is empty, cut off or no table at all."""
    not_empty(path, name)
    with path.open("rb") as stream:
        is_book = stream.read(4) == b"PK\x03\x04"
    if is_book:
        book = open_workbook(path, name)
        sheet = chosen_sheet(book, sheet, name)
        rows = [[str(cell if cell is not None else "") for cell in row] for row in islice(book.rows(sheet), LOOKED_AT)]
        return of_rows(rows, CaseMapping(file=FileKind.SHEET, sheet=sheet))
    encoding = detected(path)
    lines = first_lines(path, encoding, LOOKED_AT)
    delimiter = delimiter_of(lines[:HEADINGS_WITHIN])
    rows = [row or [""] for row in csv.reader(lines, delimiter=delimiter)]
    return of_rows(rows, CaseMapping(delimiter=delimiter), physical=lambda row: _line_of(lines, row, delimiter))


def of_rows(rows: Rows, given: CaseMapping, physical: Callable[[int], int] = int) -> CaseMapping:
    """`given` with what the rows tell; `physical` gives the line of the file that a row begins in."""
    row = heading_row(rows)
    headings = tidy(rows[row - 1])
    below = rows[row:]
    kind = kind_of(headings)
    found = {field: heading for field, heading in told.columns(headings).items() if field in _FIELDS[kind]}
    changes: dict[str, object] = {"kind": kind, "heading_row": physical(row)}
    amounts = [found.get(field, "") for field in ("price", "persons", "cost")]
    if kind is MaterialKind.SPELLS:
        changes |= _of_spells(found, headings, below)
    elif kind is not MaterialKind.EPISODES and (periods := wide(headings)):
        found = {field: heading for field, heading in found.items() if field in ("group", "type", "provider", "age")}
        changes["periods"] = periods
        amounts = list(periods)
    elif kind is MaterialKind.COUNTS:
        found |= _parted_by(found, headings, below)
    if given.file is FileKind.CSV and given.delimiter != ",":
        changes["decimal"] = decimal_sign(_cells(headings, below, amounts))
    if "cost" in found:
        changes["cost_unit"] = told.unit_of(found["cost"])
    return given.model_copy(update={**changes, "columns": found})


def _parted_by(found: dict[str, str], headings: Sequence[str], rows: Rows) -> dict[str, str]:
    """Columns of words that part rows of the same period, as group and type where no heading is known as such."""
    known = [found[field] for field in ("year", "month", "group", "type", "provider") if field in found]
    parts = [tuple(each) for each in zip(*(_cells(headings, rows, [heading]) for heading in known), strict=False)]
    if len(set(parts)) == len(parts):
        return {}
    words = [
        heading for heading in headings
        if heading not in found.values() and len(set(held := _cells(headings, rows, [heading]))) > 1
        and any(any(map(str.isalpha, cell)) for cell in held)
    ]  # fmt: skip
    return dict(zip((field for field in ("group", "type") if field not in found), words, strict=False))


def _line_of(lines: Sequence[str], row: int, delimiter: str) -> int:
    """The line of the file in which its `row`th row begins: quoted cells before it may hold line breaks."""
    reader = csv.reader(lines, delimiter=delimiter)
    for _ in range(row - 1):
        next(reader)
    return reader.line_num + 1


def kind_of(headings: Sequence[str]) -> MaterialKind:
    """What rows with these headings are; spells where they do not tell."""
    if {heading.strip().upper() for heading in headings} >= EPISODE_HEADINGS:
        return MaterialKind.EPISODES
    found = told.columns(headings)
    if "start" in found or {"person", "end"} <= found.keys():
        return MaterialKind.SPELLS
    if "age" in found and ("year" in found or wide(headings)):
        return MaterialKind.POPULATION
    is_counts = ("month" in found or "year" in found) and ("persons" in found or "cost" in found)
    return MaterialKind.COUNTS if is_counts or wide(headings) else MaterialKind.SPELLS


def wide(headings: Sequence[str]) -> tuple[str, ...]:
    """The headings that are months or years, when there are at least three."""
    found = tuple(heading for heading in headings if period_of(heading) is not None)
    return found if len(found) >= 3 else ()


def heading_row(rows: Rows) -> int:
    """The row, from 1, with most headings that are known; else the first that is not nearly empty."""
    known = [max(len(told.columns(row)), len(wide(row))) for row in rows[:HEADINGS_WITHIN]]
    if known and max(known) > 1:
        return known.index(max(known)) + 1
    return next((number for number, row in enumerate(rows, 1) if sum(map(bool, row)) > 1), 1)


def _of_spells(found: dict[str, str], headings: Sequence[str], rows: Rows) -> dict[str, object]:
    dates = _cells(headings, rows, [found.get("start", ""), found.get("end", "")])
    return {
        "date_order": DateOrder(date_order(cell.split(" ")[0].split("T")[0] for cell in dates)),
        "price_unit": "" if "price_unit" in found else told.price_unit_of(found.get("price", "")),
        "last_day_counts": told.says_last_day(found.get("end", "")),
    }


def _cells(headings: Sequence[str], rows: Rows, chosen: Sequence[str]) -> list[str]:
    places = [headings.index(heading) for heading in chosen if heading in headings]
    return [row[place] for row in rows for place in places if place < len(row)]
