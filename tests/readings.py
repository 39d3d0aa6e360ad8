"""A plan as it was read, put into blocks again, so that it can be written in another format and read once more."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from styrhus.paper.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    ListBlock,
    Paragraph,
    Row,
    Run,
    Table,
    plain,
)  # fmt: skip
from styrhus.paper.reading import Block as ReadBlock
from styrhus.paper.reading import Reading, ReadTable, TextBlock, TextKind

Grid = tuple[tuple[str, ...], ...]
LEFT_OUT = {TextKind.FURNITURE, TextKind.PREFACE, TextKind.CONTENTS, TextKind.CAPTION}


def document(reading: Reading, title: str = "Verksamhetsplan") -> Document:
    """The reading's texts and tables as a document; what is no data and what tables carry themselves is left out."""
    in_tables = {note for table in reading.tables for note in table.notes}
    kept = [b for b in reading.blocks if not (isinstance(b, TextBlock) and b.text in in_tables)]
    return Document(title, "sv", tuple(_blocks(kept)))


def grid(table: ReadTable) -> Grid:
    """The texts of a table's cells, row by row, each line break and run of spaces as one space."""
    return tuple(tuple(" ".join(cell.text.split()) for cell in row.cells) for row in table.rows)


def grids(reading: Reading) -> list[Grid]:
    return [grid(table) for table in reading.tables]


def _blocks(blocks: Iterable[ReadBlock]) -> Iterator[Block]:
    for is_item, group in groupby(blocks, lambda b: isinstance(b, TextBlock) and b.kind is TextKind.ITEM):
        held = list(group)
        if is_item:
            yield ListBlock(tuple(plain(block.text) for block in held if isinstance(block, TextBlock)))
        else:
            for block in held:
                yield from _table(block) if isinstance(block, ReadTable) else _text(block)


def _text(block: TextBlock) -> Iterator[Block]:
    if block.kind is TextKind.HEADING:
        yield Heading(max(block.level, 1), block.text)
    elif block.kind not in LEFT_OUT | {TextKind.TITLE}:
        yield Paragraph((Run(block.text, strong=block.strong),))


def _table(table: ReadTable) -> Iterator[Table]:
    head, *rows = table.rows
    numeric = [all(_is_number(row.text(i)) for row in rows) for i in range(table.width)]
    columns = tuple(
        Column(cell.text, Align.RIGHT if right else Align.LEFT) for cell, right in zip(head.cells, numeric, strict=True)
    )
    body = tuple(Row(tuple(Cell(plain(cell.text) if cell.text else ()) for cell in row.cells)) for row in rows)
    yield Table(table.caption, columns, body, notes=tuple(plain(note) for note in table.notes))


def _is_number(text: str) -> bool:
    return not any(sign.isalpha() for sign in text)
