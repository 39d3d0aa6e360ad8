"""Headings and lists that the file does not declare, told from how their lines look and stand."""

from dataclasses import replace

from styrhus.paper.readers.assemble_shapes import (
    AMOUNT,
    BULLET,
    FOOTNOTE,
    SECTION,
    TABLE_WORD,
    UNIT_IN_LINE,
    UNIT_LINE,
    is_blank,
    is_note,
    is_sentence,
    is_skipped,
    is_text,
    looks_like_heading,
    squeezed,
    told,
)  # fmt: skip
from styrhus.paper.reading import Block, ReadTable, TextBlock, TextKind

_ENOUGH_DECLARED = 3
_DEEPEST = 6
_SHORT, _RUNNING = 60, 80


def headings(blocks: list[Block]) -> list[Block]:
    """Kinds and levels of headings; where the file declares its own, only a line in bold alone is guessed."""
    declared = sum(is_text(block, TextKind.HEADING) and getattr(block, "declared", False) for block in blocks)
    loose = declared < _ENOUGH_DECLARED and any(map(is_blank, blocks))
    found = list(blocks)
    above: ReadTable | None = None
    for index, block in enumerate(blocks):
        above = _above(above, block)
        if not isinstance(block, TextBlock) or block.kind is not TextKind.PARAGRAPH or block.declared or not block.text:
            continue
        if FOOTNOTE.match(block.text):
            found[index] = replace(block, kind=TextKind.NOTE)
        elif _is_heading(blocks, index, loose=loose):
            found[index] = replace(block, kind=TextKind.HEADING)
        elif (bullet := BULLET.match(block.text)) and not (above and is_note(block.text, above)):
            found[index] = _item(block, bullet.end(), len(bullet[1].expandtabs(4)) // 2)
    return _levelled(_titled(found))


def _above(table: ReadTable | None, block: Block) -> ReadTable | None:
    """The table that stands above a block with nothing but notes to it between."""
    if isinstance(block, ReadTable):
        return block
    return table if is_skipped(block) or (table and is_note(block.text, table)) else None


def _item(block: TextBlock, start: int, depth: int) -> TextBlock:
    return replace(block, kind=TextKind.ITEM, text=block.text[start:], level=depth)


def _is_heading(blocks: list[Block], index: int, *, loose: bool) -> bool:
    block = blocks[index]
    if not isinstance(block, TextBlock) or not (loose or block.strong) or not looks_like_heading(block.text):
        return False
    if is_note(block.text) or TABLE_WORD.match(block.text):
        return False
    following = _following(blocks, index)
    if told(block.text) and (AMOUNT.search(block.text) or _begins_list(following)):
        return False
    if following is None or (isinstance(following, ReadTable) and _names_unit(block.text)):
        return False
    if isinstance(following, TextBlock) and following.text[:1].islower():
        return False
    return block.strong or _stands_alone(blocks, index)


def _names_unit(text: str) -> bool:
    return bool(UNIT_IN_LINE.search(text) or UNIT_LINE.fullmatch(text))


def _begins_list(block: Block | None) -> bool:
    return isinstance(block, TextBlock) and bool(block.kind is TextKind.ITEM or BULLET.match(block.text))


def _stands_alone(blocks: list[Block], index: int) -> bool:
    before = blocks[index - 1] if index else None
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    if _is_line(before):
        return False
    return not _is_line(after) or _leads(blocks[index], after)


def _leads(block: Block, after: Block | None) -> bool:
    """Whether a short line right above running text is its heading."""
    if not isinstance(block, TextBlock) or not isinstance(after, TextBlock) or len(block.text) > _SHORT:
        return False
    runs = len(after.text) > _RUNNING or (is_sentence(after.text) and len(after.text) > len(block.text))
    return runs and not told(block.text) and not BULLET.match(after.text)


def _is_line(block: Block | None) -> bool:
    return block is not None and is_text(block, TextKind.PARAGRAPH, TextKind.ITEM, TextKind.NOTE)


def _following(blocks: list[Block], index: int) -> Block | None:
    """The next block that is part of the text; None where nothing follows."""
    for place in range(index + 1, len(blocks)):
        block = blocks[place]
        if isinstance(block, ReadTable) or (block.text and block.kind is not TextKind.FURNITURE):
            return block
    return None


def _levelled(blocks: list[Block]) -> list[Block]:
    """Levels of headings that have none: by their numbers, below the last numbered one, or as the contents say."""
    entries = {squeezed(b.text.split("\t")[0]) for b in blocks if isinstance(b, TextBlock) and _is_entry(b)}
    numbered = declared = last = 0
    found = list(blocks)
    for index, block in enumerate(blocks):
        if not isinstance(block, TextBlock) or block.kind is not TextKind.HEADING:
            continue
        if block.level:
            numbered, declared, last = (0, block.level, block.level) if block.declared else (numbered, 0, block.level)
            continue
        section = SECTION.match(block.text)
        listed = squeezed(block.text) in entries and not section
        numbered = section[1].count(".") + 1 if section else 0 if listed else numbered
        above = max(numbered, declared)
        level = numbered if section else above + 1 if above and not listed else 1 if listed or not entries else 2
        last = min(level, last + 1, _DEEPEST)
        found[index] = replace(block, level=last)
    return found


def _titled(blocks: list[Block]) -> list[Block]:
    """The first guessed heading is the title when another heading, contents or facts follow it, not its own text."""
    first = next((i for i, b in enumerate(blocks) if not is_blank(b) and not _is_aside(b)), None)
    if first is None or any(is_text(block, TextKind.TITLE) for block in blocks):
        return blocks
    block = blocks[first]
    if not isinstance(block, TextBlock) or block.kind is not TextKind.HEADING or block.declared:
        return blocks
    if SECTION.match(block.text):
        return blocks
    following = _following(blocks, first)
    if not isinstance(following, TextBlock) or following.kind not in {TextKind.HEADING, TextKind.CONTENTS}:
        return blocks
    return [*blocks[:first], replace(block, kind=TextKind.TITLE, level=0), *blocks[first + 1 :]]


def _is_aside(block: Block) -> bool:
    return is_text(block, TextKind.FURNITURE, TextKind.PREFACE)


def _is_entry(block: TextBlock) -> bool:
    return block.kind is TextKind.CONTENTS
