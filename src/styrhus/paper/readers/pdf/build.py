"""How a PDF is made: tags, language, title, headings, pictures."""

import pypdfium2

from styrhus.paper.readers.pdf.tree import Leaf, Tree
from styrhus.paper.reading import Block, Build, Picture, ReadTable
from styrhus.values.place import Place

_HEADINGS = frozenset({"H", "H1", "H2", "H3", "H4", "H5", "H6", "Title"})


def built(document: pypdfium2.PdfDocument, tree: Tree, blocks: tuple[Block, ...]) -> Build:
    """What accessibility asks; headings, header rows and pictures can be told of a tagged file only."""
    title = tree.title if tree.title is not None else document.get_metadata_value("Title")
    if not tree.tagged:
        return Build(tree.language, title, tagged=False)
    return Build(
        tree.language,
        title,
        tagged=True,
        heading_styles=sum(isinstance(b, Leaf) and b.kind in _HEADINGS and bool(b.marks) for b in tree.blocks),
        tables_without_header=tuple(b.number for b in blocks if isinstance(b, ReadTable) and not b.header_rows),
        pictures=tuple(Picture(Place(page=figure.page or None), figure.alt) for figure in tree.figures),
    )
