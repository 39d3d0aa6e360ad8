"""Columns that wide spaces keep apart, found from where the cells stand on their lines."""

import re

from styrhus.paper.readers.text_lines import Line

_FIELD = re.compile(r"\S+(?:[ \u00a0]\S+)*")
_NUMBER = re.compile(r"[-+−–(]?\s?\d[\d \u00a0.,]*(?:%| kr| tkr| mnkr)?\)?\*?|[-–]{1,2}|\.\.")
_FEWEST_ROWS = 3
Row = tuple[Line, list[str]]


def spaced(run: list[Line]) -> list[Line | list[Row]]:
    """The lines of a run, three or more in a row with wide spaces between cells as one table; nothing if none is."""
    found: list[Line | list[Row]] = []
    held: list[Line] = []
    for line in run:
        if len(_fields(line)) > 1:
            held.append(line)
            continue
        found += [*_table(held), line]
        held = []
    found += _table(held)
    return found if any(isinstance(piece, list) for piece in found) else []


def _fields(line: Line) -> list[tuple[int, int, str]]:
    """Cells with the columns of characters where they begin and end."""
    text = line.text.expandtabs(8)
    return [(match.start(), match.end(), match[0]) for match in _FIELD.finditer(text)]


def _table(lines: list[Line]) -> list[Line | list[Row]]:
    fields = [_fields(line) for line in lines]
    numeric = sum(bool(_NUMBER.fullmatch(row[-1][2])) for row in fields)
    if len(lines) < _FEWEST_ROWS or numeric < len(lines) / 2:
        return list(lines)
    columns = _columns(fields)
    return [[(line, _placed(row, columns)) for line, row in zip(lines, fields, strict=True)]]


def _columns(rows: list[list[tuple[int, int, str]]]) -> list[tuple[int, int]]:
    """Stretches of the line that some cell covers, parted where every row has a gap."""
    spans = sorted((start, end) for row in rows for start, end, _ in row)
    columns: list[tuple[int, int]] = []
    for start, end in spans:
        if columns and start < columns[-1][1] + 1:
            columns[-1] = (columns[-1][0], max(columns[-1][1], end))
        else:
            columns.append((start, end))
    fullest = max(rows, key=len)
    return columns if len(columns) >= len(fullest) else [(start, end) for start, end, _ in fullest]


def _placed(row: list[tuple[int, int, str]], columns: list[tuple[int, int]]) -> list[str]:
    cells = [""] * len(columns)
    for start, end, text in row:
        index = max(range(len(columns)), key=lambda i: min(end, columns[i][1]) - max(start, columns[i][0]))
        cells[index] = f"{cells[index]} {text}".strip()
    return cells
