"""What belongs to a table: its caption, the headings above it, the text before it, the notes under it."""

import re
from dataclasses import replace

from styrhus.paper.readers.assemble_shapes import (
    PICTURE_WORD,
    TABLE_WORD,
    UNIT_IN_LINE,
    UNIT_LINE,
    is_note,
    is_numbered_caption,
    is_sentence,
    is_skipped,
)  # fmt: skip
from styrhus.paper.reading import Block, ReadTable, TextBlock, TextKind

_LONGEST_CAPTION, _LONGEST_LEAD = 250, 150
_SHOWS = re.compile(r"tabellen\s+(?:ovan\s+)?(?:visar|redovisar|avser|viser)\b", re.IGNORECASE)
_MOST_NOTES = 12


def belonging(blocks: list[Block]) -> list[Block]:
    """The tables with all that belongs to them and with their numbers; captions and notes get their kinds."""
    found = list(blocks)
    below = _captions_stand_below(found)
    for index, block in enumerate(blocks):
        if isinstance(block, ReadTable):
            found[index] = _captioned(found, index, below=below)
    path: list[tuple[int, str]] = []
    number = 0
    for index, block in enumerate(found):
        if isinstance(block, ReadTable):
            number += 1
            noted = replace(block, notes=(*block.notes, *_notes(found, index, block)))
            found[index] = numbered(replace(noted, headings=tuple(text for _, text in path)), number)
        elif block.kind is TextKind.HEADING:
            path = [held for held in path if held[0] < block.level] + [(block.level, block.text)]
    return found


def numbered(table: ReadTable, number: int) -> ReadTable:
    """The table as the document's `number`th, its rows counted from 1."""
    rows = tuple(
        replace(row, place=replace(row.place, table=number, row_number=index))
        for index, row in enumerate(table.rows, 1)
    )
    return replace(table, number=number, rows=rows, place=replace(table.place, table=number))


def _captions_stand_below(blocks: list[Block]) -> bool:
    """Whether this document writes its captions under the tables: more of them stand there alone than above."""
    above = below = 0
    for index, block in enumerate(blocks):
        if isinstance(block, TextBlock) and _is_evident(block):
            before, after = _neighbour(blocks, index, -1), _neighbour(blocks, index, 1)
            over = after is not None and isinstance(blocks[after], ReadTable)
            under = before is not None and isinstance(blocks[before], ReadTable)
            above += over and not under
            below += under and not over
    return below > above


def _is_evident(block: TextBlock) -> bool:
    if block.kind is TextKind.CAPTION:
        return not PICTURE_WORD.match(block.text)
    return block.kind is TextKind.PARAGRAPH and is_numbered_caption(block.text)


def _neighbour(blocks: list[Block], index: int, step: int) -> int | None:
    """The index of the next block that is neither empty nor repeated on each page."""
    index += step
    while 0 <= index < len(blocks):
        if not is_skipped(blocks[index]):
            return index
        index += step
    return None


def _captioned(blocks: list[Block], index: int, *, below: bool) -> ReadTable:
    """The table with caption and text before it; marks the caption's block."""
    table = blocks[index]
    assert isinstance(table, ReadTable)
    above = _neighbour(blocks, index, -1)
    if below and not table.caption:
        under = _under(blocks, index)
        if under is not None:
            table = replace(table, caption=_mark(blocks, under))
    elif above is not None and not table.caption:
        table, above = _named_above(blocks, table, above)
    elif (
        above is not None
        and isinstance(blocks[above], TextBlock)
        and getattr(blocks[above], "text", "") == table.caption
    ):
        above = _neighbour(blocks, above, -1)
    if not table.caption:
        table = replace(table, caption=_within(table) or _told_below(blocks, index))
    return replace(table, before=table.before or _before(blocks, above))


def _within(table: ReadTable) -> str:
    """A caption that was put into the table as a first row over its whole width."""
    first = table.rows[0].cells[0] if table.width > 1 and len(table.rows) > 2 else None
    if first is None or first.spans < table.width or len(first.text) > _LONGEST_LEAD:
        return ""
    return first.text if TABLE_WORD.match(first.text) or UNIT_IN_LINE.search(first.text) else ""


def _told_below(blocks: list[Block], index: int) -> str:
    """A short line right under a table that says what the table shows; marks its block."""
    at = _neighbour(blocks, index, 1)
    block = blocks[at] if at is not None else None
    if at is None or not isinstance(block, TextBlock) or block.kind is not TextKind.PARAGRAPH:
        return ""
    if len(block.text) > _LONGEST_LEAD or is_sentence(block.text) or not _SHOWS.match(block.text):
        return ""
    blocks[at] = replace(block, kind=TextKind.CAPTION)
    return block.text


def _named_above(blocks: list[Block], table: ReadTable, above: int) -> tuple[ReadTable, int | None]:
    """The table with the caption above it, and where the text before that is; a line that says the unit is added."""
    lines: list[str] = []
    at: int | None = above
    block = blocks[above]
    if isinstance(block, TextBlock) and block.kind is TextKind.PARAGRAPH and UNIT_LINE.fullmatch(block.text):
        blocks[above] = replace(block, kind=TextKind.CAPTION)
        lines, at = [block.text], _neighbour(blocks, above, -1)
    held = blocks[at] if at is not None else None
    if at is not None and isinstance(held, TextBlock) and _is_caption(held):
        lines, at = [_mark(blocks, at), *lines], _neighbour(blocks, at, -1)
    return replace(table, caption=" ".join(lines)), at


def _under(blocks: list[Block], index: int) -> int | None:
    """The caption below a table, where notes may stand between."""
    under = _neighbour(blocks, index, 1)
    while under is not None:
        block = blocks[under]
        if isinstance(block, ReadTable):
            return None
        if _is_evident(block):
            return under
        if block.kind is not TextKind.NOTE and not is_note(block.text):
            return None
        under = _neighbour(blocks, under, 1)
    return None


def _is_caption(block: TextBlock) -> bool:
    """Whether the text right above a table names it: so declared, or by its words, its unit or its colon."""
    text = block.text
    if block.kind is TextKind.CAPTION:
        return not PICTURE_WORD.match(text)
    if block.kind not in {TextKind.PARAGRAPH, TextKind.NOTE} or len(text) > _LONGEST_CAPTION or is_note(text):
        return False
    if TABLE_WORD.match(text) and not text.endswith("."):
        return True
    if is_numbered_caption(text):
        return True
    if len(text) > _LONGEST_LEAD:
        return False
    return text.endswith(":") or bool(UNIT_IN_LINE.search(text) and not is_sentence(text))


def _mark(blocks: list[Block], index: int) -> str:
    """Give the block its kind, unless it is a sentence that leads to the table and is read as text too."""
    block = blocks[index]
    assert isinstance(block, TextBlock)
    if TABLE_WORD.match(block.text) or not block.text.endswith(":"):
        blocks[index] = replace(block, kind=TextKind.CAPTION)
    return block.text


def _before(blocks: list[Block], index: int | None) -> str:
    block = blocks[index] if index is not None else None
    if isinstance(block, TextBlock) and block.kind in {TextKind.PARAGRAPH, TextKind.ITEM}:
        return "" if is_note(block.text) else block.text
    return ""


def _notes(blocks: list[Block], index: int, table: ReadTable) -> list[str]:
    """The lines under a table that belong to it; marks their blocks."""
    found: list[str] = []
    at = _neighbour(blocks, index, 1)
    while at is not None and len(found) < _MOST_NOTES:
        block = blocks[at]
        if isinstance(block, ReadTable):
            break
        if block.kind is not TextKind.CAPTION:
            if block.kind is not TextKind.NOTE and not _is_loose_note(block, table):
                break
            blocks[at] = replace(block, kind=TextKind.NOTE)
            found.append(block.text)
        elif block.text != table.caption:
            break
        at = _neighbour(blocks, at, 1)
    return found


def _is_loose_note(block: TextBlock, table: ReadTable) -> bool:
    return block.kind is TextKind.PARAGRAPH and is_note(block.text, table)
