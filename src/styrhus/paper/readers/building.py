"""How a file is made, from the blocks that were read of it."""

from styrhus.paper.reading import Block, ReadTable, TextBlock, TextKind


def declared_headings(blocks: tuple[Block, ...]) -> int:
    """How many headings the file itself declares."""
    return sum(isinstance(b, TextBlock) and b.kind is TextKind.HEADING and b.declared for b in blocks)


def tables_without_header(blocks: tuple[Block, ...]) -> tuple[int, ...]:
    """The numbers of the tables for which the file declares no header row."""
    return tuple(block.number for block in blocks if isinstance(block, ReadTable) and not block.header_rows)
