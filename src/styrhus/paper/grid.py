"""The regular grid behind a table: rows as wide as the header, columns as wide as they need, pages it needs."""

import re
from math import ceil

from styrhus.paper.blocks import Align, Cell, Row, RowKind, Table

WIDE = 8
"""A table with more columns than this needs a page on its side."""
# In characters of table text: how many fit across an A4 page upright and on its side, and what a column needs.
_ROOM, _ROOM_ON_SIDE = 90.0, 136.0
_GAP, _LEAST_NUMBER, _BOLD = 2.5, 7.0, 1.08
_LEAST_TEXT, _FAIR_NUMBERS, _SHORT_NUMBER = 0.25, 0.6, 14
_LONGEST_TEXT, _LONG_TEXT, _FAIR_TEXT, _SYMBOL = 160, 40, 16, 3
SHORT_TEXT = 16
"""A text of this many characters or fewer stands on one line wherever there is room."""
_PATIENCE = ((20, SHORT_TEXT), (14, SHORT_TEXT), (14, 10), (10, 10))
"""How long a word and a short text may be to stay unbroken, the less the scarcer the room."""
_BREAKS = re.compile(r"(/|(?<=[^\W\d])-(?=[^\W\d]))")
_WHOLE_LINES = 18
"""A table with this many lines of text or fewer stays on one page."""
TALL_LINES = 30
"""A row with more lines of text than this may break between pages."""


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

    Beside a single text column, number columns are alike and hold their headings on one line where there is
    room for that; else each is as wide as its longest number or heading word. Text columns share what is left:
    by their `width` when any of them asks for other than 1, else by what they hold. They keep at least a
    quarter together.
    """
    columns = range(len(table.columns))
    texts = [index for index in columns if table.columns[index].align is not Align.RIGHT]
    numbers = [index for index in columns if index not in texts]
    needs = _number_needs(table, numbers, roomy=len(texts) <= 1)
    if texts:
        room = _room(table)
        left = room - min(sum(needs.values()), room * (1 - _LEAST_TEXT))
        needs = _scaled(needs, room - left) | _scaled(_text_needs(table, texts, left), left)
    total = sum(needs.values())
    return tuple(needs[index] / total for index in columns)


def stays_whole(table: Table) -> bool:
    """Whether the table is short enough to be kept on one page."""
    return sum(lines(table)) <= _WHOLE_LINES


def lines(table: Table) -> list[int]:
    """About how many lines of text each row takes."""
    room, shares = _room(table), widths(table)
    made = []
    for row in table.rows:
        needs = [len(cell.text) / max(share * room - 1, 1) for cell, share in zip(row.cells, shares, strict=False)]
        made.append(max(ceil(max(needs, default=1)), 1))
    return made


def holds_sentences(table: Table, index: int) -> bool:
    """Whether a column has texts so long that they break into many lines."""
    return any(len(text) > _LONG_TEXT for text in _texts(table, index))


def _room(table: Table) -> float:
    return _ROOM_ON_SIDE if is_wide(table) else _ROOM


def _scaled(needs: dict[int, float], room: float) -> dict[int, float]:
    total = sum(needs.values())
    return {index: need / total * room for index, need in needs.items()}


def _number_needs(table: Table, numbers: list[int], *, roomy: bool) -> dict[int, float]:
    """Width of each number column in characters, with the space between columns."""
    widest = max((_number_need(table, index, whole_heading=True) for index in numbers), default=0.0)
    if roomy and widest * len(numbers) <= _room(table) * _FAIR_NUMBERS:
        return dict.fromkeys(numbers, widest)
    return {index: _number_need(table, index, whole_heading=False) for index in numbers}


def _number_need(table: Table, index: int, *, whole_heading: bool) -> float:
    heading = table.columns[index].heading
    words = [heading] if whole_heading else _words(heading)
    widest = max(len(word) for word in words) * _BOLD
    return max(widest, float(max(map(_unbroken, _texts(table, index)), default=0)), _LEAST_NUMBER) + _GAP


def _unbroken(number: str) -> int:
    """How much of a number column's text must stand on one line: all that is short, else its longest part."""
    return len(number) if len(number) <= _SHORT_NUMBER else max(len(part) for part in number.split(" "))


def _text_needs(table: Table, texts: list[int], room: float) -> dict[int, float]:
    """Width of each text column in characters; more than `room` together when the text must break."""
    least = _least(table, texts, room)
    most = {
        index: max(min(max(map(len, _texts(table, index)), default=0), _LONGEST_TEXT) + _GAP, least[index])
        for index in texts
    }
    if any(table.columns[index].width != 1 for index in texts):
        asked = _scaled({index: float(table.columns[index].width) for index in texts}, room)
        most = {index: max(asked[index], least[index]) for index in texts}
    spare = room - sum(least.values())
    wish = sum(most.values()) - sum(least.values())
    if spare <= 0 or wish <= spare:
        return least if spare <= 0 else most
    return {index: least[index] + spare * (most[index] - least[index]) / wish for index in texts}


def _least(table: Table, columns: list[int], room: float) -> dict[int, float]:
    """The width that breaks no word and no short text; where room is scarce, first short texts give way."""
    least: dict[int, float] = {}
    for longest_word, short_text in _PATIENCE:
        for index in columns:
            held = _texts(table, index)
            word = max(len(word) for text in (table.columns[index].heading, *held) for word in _words(text))
            short = max((len(text) for text in held if len(text) <= short_text), default=0)
            long = _FAIR_TEXT if holds_sentences(table, index) else 0
            least[index] = max(min(word, longest_word), short, long) * _BOLD + _GAP
        if sum(least.values()) <= room:
            break
    return least


def _texts(table: Table, index: int) -> list[str]:
    """What stands in a column; a heading that spans the table asks for no width."""
    cells = [row.cells[index] for row in table.rows if index < len(row.cells) and not spans(row)]
    return [cell.text + "\u00a0" * (_SYMBOL if cell.status else 0) for cell in cells]


def _words(text: str) -> list[str]:
    """The parts between which a line may break: at spaces, after a slash, after a hyphen between letters."""
    return _BREAKS.sub(r"\1 ", text).split(" ")
