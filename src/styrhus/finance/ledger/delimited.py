"""Opens a CSV file: encoding, delimiter, headings."""

import csv
from collections import Counter
from io import StringIO
from itertools import islice
from pathlib import Path

from styrhus.finance.ledger.encoding import UTF8, as_utf8, detected
from styrhus.finance.ledger.mapping import Mapping
from styrhus.finance.ledger.prepared import Prepared, tidy
from styrhus.values.problem import Problem, ProblemsError, Severity
from styrhus.values.text import msg

DELIMITERS = ";\t|,"
_LOOKED_AT = 50


def prepare(path: Path, mapping: Mapping, scratch: Path, *, name: str = "") -> Prepared:
    """The file as UTF-8 in `scratch`, or itself where it is UTF-8 already; ProblemsError when it is no table."""
    name = name or path.name
    not_empty(path, name)
    encoding = mapping.encoding or detected(path)
    ready = path if encoding == UTF8 else as_utf8(path, encoding, scratch / "utf8.csv", name=name)
    lines = first_lines(ready, UTF8, mapping.heading_row + _LOOKED_AT)
    delimiter = mapping.delimiter or delimiter_of(lines[max(0, mapping.heading_row - 1) :])
    headings = headings_of(lines, mapping.heading_row, delimiter)
    if len(headings) < 2:
        raise ProblemsError((_no_table(name),))
    return Prepared(
        ready, name, delimiter, headings, mapping.heading_row, mapping.heading_row + 1, warnings=ending(ready, name)
    )  # fmt: skip


def first_lines(path: Path, encoding: str, count: int) -> list[str]:
    """The first lines with their ends, so that quoted line breaks can be told."""
    with path.open(encoding="utf-8-sig" if encoding == UTF8 else encoding, errors="replace", newline="") as stream:
        return list(islice(stream, count))


def delimiter_of(lines: list[str]) -> str:
    """The sign that parts every line into equally many; of several the one that parts it most."""
    found = {sign: Counter(len(row) for row in csv.reader(lines, delimiter=sign) if row) for sign in DELIMITERS}
    usual = {sign: widths.most_common(1)[0] for sign, widths in found.items() if widths}
    several = {sign: (times, width) for sign, (width, times) in usual.items() if width > 1}
    return max(several, key=lambda sign: several[sign]) if several else ";"


def headings_of(lines: list[str], row: int, delimiter: str) -> tuple[str, ...]:
    """The headings in line `row`; without such a line as many numbers as the first line has columns."""
    text = "".join(lines[max(0, row - 1) :])
    first = next(csv.reader(StringIO(text, newline=""), delimiter=delimiter), [])
    return tidy(first if row else [""] * len(first))


def not_empty(path: Path, name: str) -> None:
    """ProblemsError for a file without content."""
    if not path.stat().st_size:
        raise ProblemsError((Problem(msg("The file is empty."), msg("Hand in the file that the ledger wrote."), name),))


def _no_table(name: str) -> Problem:
    return Problem(
        msg("The file has one column only."),
        msg("Say in the mapping which delimiter it has and in which row its headings stand."),
        name,
    )


def ending(path: Path, name: str) -> tuple[Problem, ...]:
    """A file cut in the middle of its last amount cannot be told from a whole one but by its missing line end."""
    with path.open("rb") as stream:
        stream.seek(-1, 2)
        if stream.read(1) in b"\r\n":
            return ()
    told = Problem(
        msg("The last row has no line end: the file may have been cut off."),
        msg("Compare the number of rows and the total with the ledger's own before you go on."),
        name,
        severity=Severity.WARNING,
    )
    return (told,)


def first_rows(prepared: Prepared, count: int) -> tuple[tuple[str, ...], ...]:
    """The first rows below the headings as they stand."""
    lines = first_lines(prepared.path, UTF8, prepared.skip + count)[prepared.skip :]
    return tuple(tuple(row) for row in csv.reader(lines, delimiter=prepared.delimiter))
