"""PDF with a text layer: pages to blocks, from the file's own structure where it has one, else from the layout."""

import pypdfium2

from styrhus.paper.readers.assemble import assemble
from styrhus.paper.readers.pdf.build import built
from styrhus.paper.readers.pdf.compose import blocks
from styrhus.paper.readers.pdf.declared import whole_tables
from styrhus.paper.readers.pdf.edges import mark_edges
from styrhus.paper.readers.pdf.layout import Item
from styrhus.paper.readers.pdf.opened import opened, refuse_textless
from styrhus.paper.readers.pdf.pages import pages
from styrhus.paper.readers.pdf.tagged import Tagged
from styrhus.paper.readers.pdf.texts import words_of
from styrhus.paper.readers.pdf.tree import Tree, tree_of
from styrhus.paper.readers.pdf.unread import Unread
from styrhus.paper.reading import Reading


def read(content: bytes, name: str) -> Reading:
    """The document in a PDF; ProblemsError when it cannot be read or has no text."""
    document = opened(content, name)
    try:
        tree = tree_of(content)
        held, unread, known = _pages(document, tree)
        if unread.nothing:
            refuse_textless(document, name, pictures=unread.pictures)
        whole_tables(held)
        mark_edges(held)
        found = assemble(blocks(held, known))
        build = built(document, tree, found)
        return Reading(name, "pdf", found, len(document), build, unread.problems(name))
    finally:
        document.close()


def _pages(document: pypdfium2.PdfDocument, tree: Tree) -> tuple[list[list[Item]], Unread, set[str]]:
    tagged = Tagged(tree)
    unread = Unread()
    known: set[str] = set()
    held: list[list[Item]] = []
    for page in pages(document, tagged=tree.tagged):
        items = tagged.items(page)
        unread.look(page, items)
        known.update(words_of(page.words))
        held.append(items)
    return held, unread, known
