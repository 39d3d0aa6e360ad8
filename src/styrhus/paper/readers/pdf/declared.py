"""Tables as a tagged PDF declares them, page by page, and their parts put together again."""

import itertools
from collections.abc import Sequence

from styrhus.paper.readers.pdf.found import FoundCell, FoundTable
from styrhus.paper.readers.pdf.layout import Item
from styrhus.paper.readers.pdf.segments import is_amount
from styrhus.paper.readers.pdf.texts import line_text
from styrhus.paper.readers.pdf.tree import TableNode
from styrhus.paper.readers.pdf.word import Box, Page, Word, around, by_lines

_NEXT_PAGE = 10_000


def declared_table(node: TableNode, number: int, page: Page, words: dict[int, list[Word]]) -> FoundTable | None:
    """The part of a declared table that stands on a page; None when it has no text there."""
    rows: list[list[FoundCell]] = []
    ids: list[int] = []
    width = 0
    hanging: dict[int, int] = {}
    for at, cells in enumerate(node.rows):
        row: list[FoundCell] = []
        column = 0
        for cell in cells:
            while hanging.get(column, 0) > 0:
                column += 1
            held = [word for on, mark in cell.marks if on == page.number for word in words.get(mark, [])]
            row.append(FoundCell(column, held, cell.columns, header=cell.header))
            for covered in range(column, column + cell.columns):
                hanging[covered] = cell.rows
            column += cell.columns
        width = max([width, column, *(c + 1 for c, left in hanging.items() if left > 0)])
        hanging = {c: left - 1 for c, left in hanging.items() if left > 1}
        if any(cell.words for cell in row):
            rows.append(row)
            ids.append(at)
    held_words = [word for row in rows for cell in row for word in cell.words]
    if not held_words:
        return None
    _settle(rows, width)
    table = FoundTable(page.number, around(held_words), width, rows, _header_rows(node, ids))
    table.key, table.ids, table.pages = number, ids, [page.number] * len(rows)
    return table


def _settle(rows: Sequence[Sequence[FoundCell]], width: int) -> None:
    """Some programs leave empty cells out: then the cells of such a row go to the columns that they stand in."""
    full = [row for row in rows if len(row) == width and sum(bool(cell.words) for cell in row) > 1]
    short = [row for row in rows if 0 < sum(cell.spans for cell in row) < width]
    if not full or not short:
        return
    sides: dict[int, Box] = {}
    for row in full:
        for cell in row:
            if cell.words:
                box, held = around(cell.words), sides.get(cell.column)
                sides[cell.column] = box if held is None else Box(min(box.x0, held.x0), 0, max(box.x1, held.x1), 0)
    for row in short:
        least = 0
        for cell in row:
            if cell.words and cell.spans == 1:
                cell.column = least = max(least, _nearest(around(cell.words), sides))
                least += 1


def _nearest(box: Box, sides: dict[int, Box]) -> int:
    def off(column: int) -> float:
        side = sides[column]
        overlap = min(box.x1, side.x1) - max(box.x0, side.x0)
        return -overlap if overlap > 0 else min(abs(box.x0 - side.x1), abs(side.x0 - box.x1))

    return min(sides, key=off)


def _header_rows(node: TableNode, ids: Sequence[int]) -> int | None:
    """How many rows at the top are declared headings, if the part begins with them."""
    count = 0
    for at in ids:
        held = [cell for cell in node.rows[at] if cell.marks]
        if at != count or not held or not (node.heads[at] or all(cell.header for cell in held)):
            break
        count += 1
    return count or None


def is_useless(table: FoundTable) -> bool:
    """Whether a cell holds a column of numbers, or all stands in one column though it is set in several."""
    for row in table.rows:
        for cell in row:
            lines = [line_text(line) for line in by_lines(cell.words)]
            if sum(is_amount(text) for text in lines) >= 3 and len(table.rows) < 6:
                return True
    return table.width < 2 and len(table.rows) > 1 and _is_wide(table)


def _is_wide(table: FoundTable) -> bool:
    lines = by_lines(table.words)
    gaps = [max((b.x0 - a.x1 for a, b in itertools.pairwise(line)), default=0.0) for line in lines]
    return sum(gap > 15 for gap in gaps) > len(lines) / 2


def whole_tables(pages: list[list[Item]]) -> None:
    """Put the parts of one declared table together where the first stands, in place."""
    first: dict[int, FoundTable] = {}
    for items in pages:
        for item in list(items):
            if not isinstance(item, FoundTable) or item.key is None:
                continue
            held = first.get(item.key)
            if held is None:
                first[item.key] = item
            else:
                _append(held, item)
                items.remove(item)


def _append(table: FoundTable, part: FoundTable) -> None:
    again = sum(at < table.ids[-1] for at in part.ids)
    rows, part.ids = part.rows[again:], part.ids[again:]
    if not rows:
        return
    if table.ids and part.ids and part.ids[0] == table.ids[-1]:
        for cell, more in zip(table.rows[-1], rows[0], strict=False):
            for word in more.words:
                word.line += _NEXT_PAGE
            cell.words += more.words
        rows = rows[1:]
        table.joined.append(len(table.rows))
    else:
        table.joined.append(len(table.rows) + 1)
    table.rows += rows
    table.pages += [part.page] * len(rows)
    table.ids += part.ids[len(part.ids) - len(rows) :]
    table.width = max(table.width, part.width)
