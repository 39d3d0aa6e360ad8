"""Signs that look alike or are not seen at all, so that the same word is the same text."""

import re
from dataclasses import replace
from unicodedata import is_normalized, normalize

from styrhus.paper.reading import Block, ReadCell, ReadRow, ReadTable, TextBlock

_UNSEEN = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")


def seen(blocks: list[Block]) -> list[Block]:
    """The blocks without soft hyphens and other signs without width; letters with their accents as one sign."""
    return [_text(block) if isinstance(block, TextBlock) else _table(block) for block in blocks]


def _clean(text: str) -> str:
    return normalize("NFC", _UNSEEN.sub("", text))


def _is_clean(text: str) -> bool:
    return text.isascii() or (not _UNSEEN.search(text) and is_normalized("NFC", text))


def _text(block: TextBlock) -> TextBlock:
    return block if _is_clean(block.text) else replace(block, text=_clean(block.text))


def _table(table: ReadTable) -> ReadTable:
    if all(_is_clean(cell.text) for row in table.rows for cell in row.cells) and _is_clean(table.caption):
        return table
    return replace(table, rows=tuple(map(_row, table.rows)), caption=_clean(table.caption))


def _row(row: ReadRow) -> ReadRow:
    return replace(row, cells=tuple(map(_cell, row.cells)))


def _cell(cell: ReadCell) -> ReadCell:
    return cell if _is_clean(cell.text) else replace(cell, text=_clean(cell.text))
