"""Where things stand in a written sheet, which its reader has to know too."""

from collections.abc import Sequence

from styrhus.paper.readers.sheet_address import letters

TITLE, UNIT, TABLE, SOURCE, HEADINGS, FIRST = 0, 1, 2, 3, 4, 5
"""Rows from 0: title, unit, the table's key, source, headings, and the first row of the table."""
LABEL, CELLS = 0, 1
"""Columns from 0: the row headings, and the first column of the table; the keys of rows stand after its last."""


def cell(row: int, column: int) -> str:
    """The address of a table's cell by its places from 0, such as `B6`."""
    return f"{letters(CELLS + column + 1)}{FIRST + row + 1}"


def ranges(rows: Sequence[int], column: int) -> tuple[str, ...]:
    """The cells of rows of a column as few ranges: `B6:B9`, `B11`."""
    return tuple(_range(cell(run[0], column), cell(run[-1], column)) for run in _runs(rows))


def across(row: int, columns: Sequence[int]) -> tuple[str, ...]:
    """The cells of columns of a row as few ranges: `B6:D6`, `F6`."""
    return tuple(_range(cell(row, run[0]), cell(row, run[-1])) for run in _runs(columns))


def _runs(places: Sequence[int]) -> list[list[int]]:
    """Places that follow each other, together."""
    runs: list[list[int]] = []
    for place in sorted(places):
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _range(first: str, last: str) -> str:
    return first if first == last else f"{first}:{last}"
