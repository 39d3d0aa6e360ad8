"""Looks at a file before it is imported: what it is, its first rows, and a mapping to begin with."""

import csv
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from styrhus.finance.ledger.delimited import delimiter_of, first_lines, first_rows, not_empty
from styrhus.finance.ledger.encoding import detected
from styrhus.finance.ledger.headings import heading_row
from styrhus.finance.ledger.mapping import FileKind, Mapping, Sign
from styrhus.finance.ledger.opening import kind_of, open_table
from styrhus.finance.ledger.problem_list import at_most
from styrhus.finance.ledger.sheets import chosen_sheet
from styrhus.finance.ledger.sie.open import read
from styrhus.finance.ledger.suggestion import sign, suggested
from styrhus.finance.ledger.workbook import open_workbook
from styrhus.values.problem import Problem, ProblemsError

SIE_HEADINGS = ("#VER", "datum", "konto", "objekt", "text", "belopp")
HEADINGS_WITHIN = 30
LOOKED_AT = 2000
FIRST_ROWS = 20


@dataclass(frozen=True)
class Inspection:
    """What a file seems to be. `suggested` has no sign: `sign` is only what the file's headings hint at, or None.

    `rows` are the first rows below the headings as they stand; `organisation_number`, `organisation_name` and
    `years` (the accounting years that it names, the current first) and `dimensions` (number, name) are those of a SIE
    file.
    """

    kind: FileKind
    encoding: str = ""
    delimiter: str = ""
    sheets: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    suggested: Mapping = field(default_factory=Mapping)
    sign: Sign | None = None
    organisation_number: str = ""
    organisation_name: str = ""
    years: tuple[int, ...] = ()
    dimensions: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()


def inspect(path: Path, *, name: str = "", mapping: Mapping | None = None) -> Inspection:
    """Look at the file `path`, called `name` in messages; a remembered `mapping` is tried rather than a new one.

    Never raises for what is in the file: `problems` tells what stands in the way.
    """
    name = name or path.name
    kind = mapping.kind if mapping else FileKind.CSV
    with TemporaryDirectory(prefix="styrhus-") as folder:
        try:
            not_empty(path, name)
            kind = kind_of(path)
            if kind is FileKind.SIE:
                return _sie(path, name, mapping or Mapping(kind=kind))
            return _table(path, name, mapping, Path(folder), kind=kind)
        except ProblemsError as error:
            return Inspection(kind, suggested=mapping or Mapping(kind=kind), problems=error.problems)


def _sie(path: Path, name: str, mapping: Mapping) -> Inspection:
    encoding = mapping.encoding or detected(path)
    content = read(path, encoding, name=name)
    shown = tuple(
        (entry.voucher, entry.date, entry.account, " ".join(entry.objects), entry.text, str(entry.amount))
        for entry in content.entries[:FIRST_ROWS]
    )
    return Inspection(
        FileKind.SIE, encoding, headings=SIE_HEADINGS, rows=shown, suggested=mapping, sign=Sign.DEBIT_POSITIVE,
        organisation_number=content.number, organisation_name=content.name,
        years=tuple(int(first[:4]) for _, (first, _) in sorted(content.years.items(), reverse=True)),
        dimensions=tuple(content.dimensions.items()), problems=at_most(content.problems, name),
    )  # fmt: skip


def _table(path: Path, name: str, mapping: Mapping | None, scratch: Path, *, kind: FileKind) -> Inspection:
    given = mapping or _begun(path, name, kind)
    encoding = given.encoding or (detected(path) if kind is FileKind.CSV else "")
    prepared = open_table(path, given, scratch, name=name)
    rows = first_rows(prepared, LOOKED_AT)
    chosen = mapping or suggested(prepared.headings, rows, given)
    return Inspection(
        kind, encoding, prepared.delimiter if kind is FileKind.CSV else "",
        sheets=open_workbook(path, name).sheets if kind is FileKind.SHEET else (),
        headings=prepared.headings, rows=rows[:FIRST_ROWS], suggested=chosen,
        sign=sign(prepared.headings, rows, chosen), problems=prepared.warnings,
    )  # fmt: skip


def _begun(path: Path, name: str, kind: FileKind) -> Mapping:
    """Encoding, delimiter or sheet, and the row of the headings, as the file itself tells them."""
    if kind is FileKind.CSV:
        encoding = detected(path)
        lines = first_lines(path, encoding, HEADINGS_WITHIN)
        delimiter = delimiter_of(lines)
        found = [row or [""] for row in csv.reader(lines, delimiter=delimiter)]
        return Mapping(kind=kind, delimiter=delimiter, heading_row=heading_row(found))
    book = open_workbook(path, name)
    sheet = chosen_sheet(book, "", name)
    shown = [[str(cell or "") for cell in row] for row in islice(book.rows(sheet), HEADINGS_WITHIN)]
    return Mapping(kind=kind, sheet=sheet, heading_row=heading_row(shown))
