"""The regular grid behind a table: every row as wide as the header, and how wide the columns should be."""

from styrhus.paper.blocks import Align, Cell, Row, RowKind, Table

WIDE = 8
"""A table with more columns than this needs a page on its side."""
# In characters of table text: how many fit across an A4 page upright and on its side, and what a column needs.
_ROOM, _ROOM_ON_SIDE = 90.0, 136.0
_GAP, _LEAST_NUMBER, _BOLD = 2.5, 7.0, 1.08
_LEAST_TEXT, _FAIR_NUMBERS = 0.25, 0.6


def cells(row: Row, table: Table) -> tuple[Cell, ...]:
    """The row's cells, filled up to the number of columns; ValueError when it holds more."""
    surplus = len(row.cells) - len(table.columns)
    if surplus > 0:
        raise ValueError(f"row {[cell.text for cell in row.cells]} has {surplus} cells too many: {table.caption}")
    return row.cells + (Cell(),) * -surplus


def spans(row: Row) -> bool:
    """Whether the row is a group heading that takes the whole width."""
    return row.kind is RowKind.HEADING and not any(cell.runs for cell in row.cells[1:])


def is_wide(table: Table) -> bool:
    return len(table.columns) > WIDE


def widths(table: Table) -> tuple[float, ...]:
    """Shares of the table's width that add up to 1.

    Number columns are alike and hold their headings on one line where there is room for that, else each is as
    wide as its longest number or heading word. Text columns share what is left by their relative `width`, and
    keep at least a quarter together.
    """
    columns = range(len(table.columns))
    texts = {index: table.columns[index].width for index in columns if table.columns[index].align is not Align.RIGHT}
    numbers = [index for index in columns if index not in texts]
    room = _ROOM_ON_SIDE if is_wide(table) else _ROOM
    needs = _needs(table, numbers, room)
    if not texts:
        return tuple(needs[index] / sum(needs.values()) for index in columns)
    taken = min(sum(needs.values()) / room, 1 - _LEAST_TEXT)
    return tuple(
        taken * needs[index] / sum(needs.values())
        if index in needs
        else (1 - taken) * texts[index] / sum(texts.values())
        for index in columns
    )


def _needs(table: Table, numbers: list[int], room: float) -> dict[int, float]:
    """Width of each number column in characters, with the space between columns."""
    roomy = max((_need(table, index, whole_heading=True) for index in numbers), default=0.0)
    if roomy * len(numbers) <= room * _FAIR_NUMBERS:
        return dict.fromkeys(numbers, roomy)
    return {index: _need(table, index, whole_heading=False) for index in numbers}


def _need(table: Table, index: int, *, whole_heading: bool) -> float:
    heading = table.columns[index].heading
    words = [heading] if whole_heading else heading.replace("/", "/ ").replace("-", "- ").split(" ")
    widest = max(len(word) for word in words) * _BOLD
    numbers = max((len(row.cells[index].text) for row in table.rows if index < len(row.cells)), default=0)
    return max(widest, float(numbers), _LEAST_NUMBER) + _GAP
