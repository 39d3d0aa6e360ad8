"""Reads the bytes of a folder's files: size, encoding and syntax, before anything is understood."""

import csv
import io
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from styrhus.dossier.folder.faults import Faults
from styrhus.dossier.folder.layout import LARGEST_FILE
from styrhus.values.text import msg


@dataclass(frozen=True)
class Line:
    """A row of a CSV file: its number in the file and its cells by heading."""

    row: int
    cells: dict[str, str]


def read_text(root: Path, name: str, faults: Faults) -> str | None:
    """The text of a file without byte order mark, or None (absent, too large or not UTF-8; the latter two are told)."""
    path = root / name
    if not path.is_file():
        return None
    if path.stat().st_size > LARGEST_FILE:
        faults.add(
            msg("The file is {size} MB; the largest allowed is {limit} MB.",
                size=path.stat().st_size // 1024**2, limit=LARGEST_FILE // 1024**2),
            msg("Check that it is the right file, or split it."), file=name,
        )  # fmt: skip
        return None
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        start = raw.rfind(b"\n", 0, error.start) + 1
        quote = raw[start : error.start + 20].split(b"\n")[0].decode("cp1252", "replace")
        faults.add(
            msg("The file is not UTF-8; it looks like Windows encoding (cp1252)."),
            msg("Save it again as UTF-8 (in Excel: CSV UTF-8)."),
            file=name, row=raw.count(b"\n", 0, error.start) + 1, value=quote,
        )  # fmt: skip
        return None


def read_toml(root: Path, name: str, faults: Faults) -> dict[str, object] | None:
    """The table of a TOML file, or None when it is absent or broken (the latter is told)."""
    text = read_text(root, name, faults)
    if text is None:
        return None
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        faults.add(
            msg("The file is not valid TOML: {error}.", error=str(error)),
            msg("Correct the line; texts stand within quotation marks."), file=name,
        )  # fmt: skip
        return None


def read_csv(root: Path, name: str, faults: Faults) -> list[Line]:
    """The rows of a CSV file with `;` between cells; rows that do not fit the header are told, not guessed."""
    text = read_text(root, name, faults)
    if text is None:
        return []
    try:
        rows = list(_numbered_rows(text))
    except csv.Error as error:
        faults.add(
            msg("The table is broken: {error}.", error=str(error)),
            msg("Look for a quotation mark that is never closed."), file=name,
        )  # fmt: skip
        return []
    return _with_header(rows, name, faults)


def _numbered_rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line that it starts on; cells may hold line breaks within quotes."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    start = 1
    for cells in reader:
        if cells:
            yield start, cells
        start = reader.line_num + 1


def _with_header(rows: list[tuple[int, list[str]]], name: str, faults: Faults) -> list[Line]:
    if not rows:
        faults.add(msg("The file is empty."), msg("Write a header row, or remove the file."), file=name)
        return []
    header = [heading.strip() for heading in rows[0][1]]
    repeated = sorted({heading for heading in header if header.count(heading) > 1})
    if repeated or (len(header) == 1 and "," in header[0]):
        faults.add(
            msg("The header row cannot be used."),
            msg("Separate the columns with semicolon and give each its own heading."),
            file=name, row=1, value=", ".join(repeated) or header[0],
        )  # fmt: skip
        return []
    lines = []
    for number, cells in rows[1:]:
        if len(cells) != len(header):
            faults.add(
                msg("The row has {found} cells, the header has {wanted}.", found=len(cells), wanted=len(header)),
                msg("Add or remove semicolons so that every cell stands under its heading."),
                file=name, row=number, value=";".join(cells),
            )  # fmt: skip
            continue
        lines.append(Line(number, dict(zip(header, cells, strict=True))))
    return lines
