"""What was typed as in plain text into formats that know better: tables made with tabs, marks of bold."""

import re
from dataclasses import replace

from styrhus.paper.readers.text_lines import Line, plain_line
from styrhus.paper.readers.text_tables import tables_in
from styrhus.paper.reading import Block, ReadTable, TextBlock, TextKind

_RULE = re.compile(r"[-–—_=*~.\s]{2,}")
_TABS = re.compile(r"[ \u00a0]*\t[\t \u00a0]*")


def tabbed(blocks: list[Block]) -> list[Block]:
    """Two or more adjacent paragraphs with tabs as a table; other tabs become spaces."""
    found: list[Block] = []
    run: list[TextBlock] = []
    for block in map(_plain, blocks):
        if isinstance(block, TextBlock) and block.kind is TextKind.PARAGRAPH and "\t" in block.text:
            run.append(block)
            continue
        found += _run(run)
        run = []
        found.append(block)
    return found + _run(run)


def _plain(block: Block) -> Block:
    if not isinstance(block, TextBlock) or block.kind is not TextKind.PARAGRAPH or not block.text:
        return block
    if _RULE.fullmatch(block.text):
        return replace(block, text="")
    text, strong = plain_line(block.text)
    return block if text == block.text else replace(block, text=text.strip(" "), strong=strong or block.strong)


def _run(run: list[TextBlock]) -> list[Block]:
    if len(run) < 2:
        return [_spaced(block) for block in run]
    lines = [Line(index, block.text, block.place.page, block.strong) for index, block in enumerate(run)]
    found: list[Block] = []
    for piece in tables_in(lines):
        if isinstance(piece, ReadTable) and len(piece.rows) > 1:
            rows = tuple(replace(row, place=run[row.place.line or 0].place) for row in piece.rows)
            found.append(replace(piece, rows=rows, place=rows[0].place))
        else:
            numbers = [piece.number] if isinstance(piece, Line) else [row.place.line or 0 for row in piece.rows]
            found += [_spaced(run[number]) for number in numbers]
    return found


def _spaced(block: TextBlock) -> TextBlock:
    return replace(block, text=_TABS.sub(" ", block.text).strip())
