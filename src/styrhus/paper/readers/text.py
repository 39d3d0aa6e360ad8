"""Plain text with tab-separated tables."""

from collections.abc import Iterator

from styrhus.paper.readers.assemble import assemble
from styrhus.paper.readers.decoding import decode
from styrhus.paper.reading import Block, ReadCell, Reading, ReadRow, ReadTable, TextBlock, TextKind
from styrhus.values.place import Place


def read(content: bytes, name: str) -> Reading:
    """Lines with tabs in a row make a table; other lines are paragraphs."""
    text, problems = decode(content, name)
    return Reading(name, "text", assemble(_blocks(text.splitlines())), problems=problems)


def _blocks(lines: list[str]) -> Iterator[Block]:
    held: list[tuple[int, str]] = []
    tables = 0
    for number, line in enumerate([*lines, ""], 1):
        if "\t" in line:
            held.append((number, line))
            continue
        if held:
            tables += 1
            yield _table(held, tables)
            held = []
        if line.strip():
            yield TextBlock(TextKind.PARAGRAPH, line.strip(), Place(line=number))


def _table(held: list[tuple[int, str]], number: int) -> ReadTable:
    split = [(line, text.split("\t")) for line, text in held]
    width = max(len(cells) for _, cells in split)
    rows = tuple(
        ReadRow(
            tuple(ReadCell(text.strip()) for text in [*cells, *[""] * (width - len(cells))]),
            Place(line=line, table=number, row_number=index),
        )
        for index, (line, cells) in enumerate(split, 1)
    )
    return ReadTable(number, rows, Place(line=held[0][0], table=number))
