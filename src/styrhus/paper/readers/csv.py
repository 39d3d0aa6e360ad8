"""Comma-separated values, whatever the separator, and with lines of text before the table."""

import re
from csv import Error, reader
from io import StringIO

from styrhus.paper.readers.archive import damaged
from styrhus.paper.readers.assemble import assemble
from styrhus.paper.readers.decoding import decode
from styrhus.paper.reading import Block, Build, ReadCell, Reading, ReadRow, ReadTable, TextBlock, TextKind
from styrhus.values.place import Place

_SEPARATORS = ";\t,|"
_SAID = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_NUMBER = re.compile(r"[-+−–(]?\s*\d[\d\s\u00a0\u202f.,]*\s*(?:%|kr|tkr|mnkr)?\)?", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d(?:-\d\d)?")
_SAMPLE = 200
Row = tuple[int, list[str]]


def read(content: bytes, name: str) -> Reading:
    """A table for each stretch of rows between empty lines; rows of one cell above it are texts."""
    text, problems = decode(content, name)
    said = _SAID.match(text)
    separator = said[1] if said else _separator(text)
    lines = StringIO(text[said.end() :] if said else text, newline="")
    rows: list[Row] = []
    blocks: list[Block] = []
    parsed = reader(lines, delimiter=separator)
    first = 1
    try:
        for cells in parsed:
            if any(cell.strip() for cell in cells):
                rows.append((first + bool(said), [cell.strip() for cell in cells]))
            else:
                blocks += _stretch(rows)
                rows = []
            first = parsed.line_num + 1
    except Error as error:
        raise damaged(name) from error
    made = assemble([*blocks, *_stretch(rows)])
    return Reading(name, "csv", made, build=Build(), problems=problems)


def _separator(text: str) -> str:
    """The one that parts most rows into the same number of cells, more than one."""
    sample = text.splitlines()[:_SAMPLE]

    def agreement(separator: str) -> tuple[int, int]:
        try:
            counts = [len(row) for row in reader(sample, delimiter=separator) if row]
        except Error:
            return 0, 0
        usual = max(set(counts), key=counts.count, default=1)
        return (counts.count(usual) if usual > 1 else 0), usual

    return max(_SEPARATORS, key=agreement)


def _stretch(rows: list[Row]) -> list[Block]:
    above = 0
    width = max((len(cells) for _, cells in rows), default=0)
    while above < len(rows) and width > 1 and sum(map(bool, rows[above][1])) == 1 and rows[above][1][0]:
        above += 1
    if above == len(rows):
        above = 0
    texts = [TextBlock(TextKind.PARAGRAPH, cells[0], Place(line=line)) for line, cells in rows[:above]]
    return [*texts, *([_table(rows[above:], width)] if rows[above:] else [])]


def _table(rows: list[Row], width: int) -> ReadTable:
    made = tuple(
        ReadRow(tuple(map(ReadCell, [*cells, *[""] * (width - len(cells))])), Place(line=line)) for line, cells in rows
    )
    return ReadTable(0, made, made[0].place, header_rows=_headers(rows))


def _headers(rows: list[Row]) -> int:
    """1 when the first row has words, or years, where the rows under it have numbers; else 0."""
    first = [cell for cell in rows[0][1] if cell]
    if any(_NUMBER.fullmatch(cell) and not _YEAR.fullmatch(cell) for cell in first) or len(rows) < 2:
        return 0
    if len(set(first)) < len(first):
        return 0
    numeric = any(_NUMBER.fullmatch(cell) for _, cells in rows[1:] for cell in cells)
    return 1 if numeric or len(first) == len(rows[0][1]) else 0
