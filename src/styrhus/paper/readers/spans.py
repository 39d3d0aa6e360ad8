"""Rows of cells that cover several columns and rows, as in HTML and ODT, put into a regular grid."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from styrhus.paper.reading import ReadCell

_MOST_COLUMNS, _MOST_ROWS = 400, 5000


@dataclass(frozen=True)
class Spanning:
    """A cell with how many columns and rows it covers."""

    cell: ReadCell
    columns: int = 1
    rows: int = 1


def regular(rows: Iterable[Iterable[Spanning]]) -> list[tuple[ReadCell, ...]]:
    """The rows with the same number of cells; a cell stands at its first place, the others it covers are empty."""
    taken: dict[int, int] = {}
    grid: list[dict[int, ReadCell]] = []
    for row in rows:
        placed: dict[int, ReadCell] = {}
        at = 0
        for held in row:
            while taken.get(at, 0) > 0:
                at += 1
            columns = max(1, min(held.columns, _MOST_COLUMNS - at))
            if at >= _MOST_COLUMNS:
                break
            placed[at] = replace(held.cell, spans=columns)
            for column in range(at, at + columns):
                placed.setdefault(column, ReadCell(""))
                taken[column] = max(1, min(held.rows, _MOST_ROWS))
            at += columns
        for column, left in taken.items():
            if left > 0:
                placed.setdefault(column, ReadCell(""))
        taken = {column: left - 1 for column, left in taken.items() if left > 1}
        grid.append(placed)
    width = max((max(row, default=-1) + 1 for row in grid), default=0)
    return [tuple(row.get(column, ReadCell("")) for column in range(width)) for row in grid]


def count(text: str | None) -> int:
    """A span as an attribute says it; 1 where that is no number."""
    return int(text) if text and text.isdecimal() and len(text) < 6 and int(text) > 0 else 1
