"""The regular grid behind a table: rows as wide as the header, columns as wide as they need, pages it needs."""

from math import ceil

from styrhus.paper.blocks import Align, Cell, Row, RowKind, Table

WIDE = 8
"""A table with more columns than this needs a page on its side."""
# In characters of table text: how many fit across an A4 page upright and on its side, and what a column needs.
_ROOM, _ROOM_ON_SIDE = 90.0, 136.0
_GAP, _LEAST_NUMBER, _BOLD = 2.5, 7.0, 1.08
_LEAST_TEXT, _FAIR_NUMBERS = 0.25, 0.6
_LONGEST_WORD, _LONGEST_TEXT = 20, 160
_WHOLE_LINES = 18
"""A table with this many lines of text or fewer stays on one page."""


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


def numbers_at_foot(table: Table) -> bool:
    """Whether numbers stand on the last line of a row heading; beside running text they stand on the first."""
    return sum(column.align is not Align.RIGHT for column in table.columns) <= 1


def widths(table: Table) -> tuple[float, ...]:
    """Shares of the table's width that add up to 1.

    Number columns are alike and hold their headings on one line where there is room for that, else each is as
    wide as its longest number or heading word. Text columns share what is left: by their `width` when any of
    them asks for other than 1, else by what they hold. They keep at least a quarter together.
    """
    columns = range(len(table.columns))
    texts = [index for index in columns if table.columns[index].align is not Align.RIGHT]
    needs = _number_needs(table, [index for index in columns if index not in texts])
    if texts:
        room = _room(table)
        left = room - min(sum(needs.values()), room * (1 - _LEAST_TEXT))
        needs = _scaled(needs, room - left) | _scaled(_text_needs(table, texts, left), left)
    total = sum(needs.values())
    return tuple(needs[index] / total for index in columns)


def stays_whole(table: Table) -> bool:
    """Whether the table is short enough to be kept on one page."""
    room, shares = _room(table), widths(table)
    lines = 0
    for row in table.rows:
        lines += max(
            ceil(len(cell.text) / max(share * room - 1, 1)) or 1 for cell, share in zip(row.cells, shares, strict=False)
        )
    return lines <= _WHOLE_LINES


def _room(table: Table) -> float:
    return _ROOM_ON_SIDE if is_wide(table) else _ROOM


def _scaled(needs: dict[int, float], room: float) -> dict[int, float]:
    total = sum(needs.values())
    return {index: need / total * room for index, need in needs.items()}


def _number_needs(table: Table, numbers: list[int]) -> dict[int, float]:
    """Width of each number column in characters, with the space between columns."""
    roomy = max((_number_need(table, index, whole_heading=True) for index in numbers), default=0.0)
    if roomy * len(numbers) <= _room(table) * _FAIR_NUMBERS:
        return dict.fromkeys(numbers, roomy)
    return {index: _number_need(table, index, whole_heading=False) for index in numbers}


def _number_need(table: Table, index: int, *, whole_heading: bool) -> float:
    heading = table.columns[index].heading
    words = [heading] if whole_heading else _words(heading)
    widest = max(len(word) for word in words) * _BOLD
    return max(widest, float(max(map(len, _texts(table, index)), default=0)), _LEAST_NUMBER) + _GAP


def _text_needs(table: Table, texts: list[int], room: float) -> dict[int, float]:
    """Width of each text column in characters; more than `room` together when the text must break."""
    if any(table.columns[index].width != 1 for index in texts):
        return {index: float(table.columns[index].width) for index in texts}
    least, most = {}, {}
    for index in texts:
        held = [table.columns[index].heading, *_texts(table, index)]
        longest_word = max(len(word) for text in held for word in _words(text))
        least[index] = min(longest_word, _LONGEST_WORD) * _BOLD + _GAP
        most[index] = max(min(max(map(len, held)), _LONGEST_TEXT) + _GAP, least[index])
    spare = room - sum(least.values())
    wish = sum(most.values()) - sum(least.values())
    if spare <= 0 or wish <= spare:
        return least if spare <= 0 else most
    return {index: least[index] + spare * (most[index] - least[index]) / wish for index in texts}


def _texts(table: Table, index: int) -> list[str]:
    """What stands in a column; a heading that spans the table asks for no width."""
    return [row.cells[index].text for row in table.rows if index < len(row.cells) and not spans(row)]


def _words(text: str) -> list[str]:
    return text.replace("/", "/ ").replace("-", "- ").split(" ")
