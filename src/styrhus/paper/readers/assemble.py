"""The pass that every reader's blocks go through last: what belongs to a table, and what is no data at all.

A reader hands over its blocks in the document's order, as raw as it found them: texts as PARAGRAPH unless the file
itself says more (then with `declared`), tables with number 0, and an empty PARAGRAPH for an empty line where the
format has them. What it knows it fills in (`level`, `strong`, pages, `caption`, `header_rows`) and that is kept.
"""

from collections.abc import Callable, Iterable

from styrhus.paper.readers.assemble_contents import contents
from styrhus.paper.readers.assemble_furniture import furniture, preface
from styrhus.paper.readers.assemble_headings import headings
from styrhus.paper.readers.assemble_joins import joined
from styrhus.paper.readers.assemble_sentences import sentences
from styrhus.paper.readers.assemble_signs import seen
from styrhus.paper.readers.assemble_tables import belonging
from styrhus.paper.readers.assemble_tabs import tabbed
from styrhus.paper.reading import Block, TextBlock

_STEPS: tuple[Callable[[list[Block]], list[Block]], ...] = (contents, preface, sentences, headings, joined, belonging)


def assemble(blocks: Iterable[Block], *, paged: bool = True) -> tuple[Block, ...]:
    """The blocks with kinds, captions, headings, notes and numbers; pieces of a table that a page parted joined.

    `paged` is False for formats that keep headers and footers apart from the text.
    """
    held = furniture(tabbed(seen(list(blocks))), paged=paged)
    for step in _STEPS:
        held = step(held)
    return tuple(block for block in held if not isinstance(block, TextBlock) or block.text)
