"""Small tables for tests, written as text: cells are parted by `|`, rows by line breaks."""

from styrhus.paper.reading import ReadCell, Reading, ReadRow, ReadTable
from styrhus.review.understanding.grid import Grid, GridColumn
from styrhus.review.understanding.tables import grid, grids
from styrhus.values.place import Place


def table(text: str, **told: object) -> ReadTable:
    """A read table; `told` are fields of ReadTable (caption, notes, before, headings)."""
    lines = [line.strip() for line in text.strip().splitlines()]
    split = [[cell.strip() for cell in line.split("|")] for line in lines]
    width = max(map(len, split))
    rows = tuple(
        ReadRow(tuple(map(ReadCell, [*cells, *[""] * (width - len(cells))])), Place(line=number, table=1))
        for number, cells in enumerate(split, 1)
    )
    return ReadTable(1, rows, Place(line=1, table=1), **told)  # type: ignore[arg-type]


def understood(text: str, **told: object) -> Grid:
    return grid(table(text, **told))


def in_document(text: str, *others: object) -> Grid:
    """The table understood in a document with other blocks before it."""
    return grids(Reading("document.txt", "text", (*others, table(text))))[-1]  # type: ignore[arg-type]


def roles(held: Grid) -> list[str]:
    return [column.role.value for column in held.columns]


def column(held: Grid, index: int) -> GridColumn:
    return held.columns[index]
