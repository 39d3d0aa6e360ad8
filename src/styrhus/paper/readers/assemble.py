"""The pass that every reader's blocks go through last: what belongs to a table, and what is no data at all.

A reader hands over its blocks in the document's order, as raw as it found them: texts as PARAGRAPH unless the file
itself says more (then with `declared`), tables with number 0. What it knows it fills in (`level`, `strong`, pages,
`caption`, `header_rows`); what it fills in is kept.
"""

from collections.abc import Iterable
from dataclasses import replace

from styrhus.paper.reading import Block, ReadTable


def assemble(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with kinds, captions, headings, notes and numbers; pieces of a table that a page parted joined."""
    return tuple(_numbered(list(blocks)))


def _numbered(blocks: list[Block]) -> Iterable[Block]:
    number = 0
    for block in blocks:
        if isinstance(block, ReadTable):
            number += 1
            yield numbered(block, number)
        else:
            yield block


def numbered(table: ReadTable, number: int) -> ReadTable:
    """The table as the document's `number`th, its rows counted from 1."""
    rows = tuple(
        replace(row, place=replace(row.place, table=number, row_number=index))
        for index, row in enumerate(table.rows, 1)
    )
    return replace(table, number=number, rows=rows, place=replace(table.place, table=number))
