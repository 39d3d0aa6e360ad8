"""Writes a document as tagged PDF (PDF/UA-1) with typst."""

from styrhus.paper.blocks import Document, Table
from styrhus.paper.outline import outline
from styrhus.paper.writers.pdf.compiler import LayoutError, compile_pdf
from styrhus.paper.writers.pdf.content import content
from styrhus.paper.writers.pdf.structure import completed
from styrhus.paper.writers.pdf.text import shown

__all__ = ["LayoutError", "write_pdf"]


def write_pdf(document: Document) -> bytes:
    """The document as PDF/UA-1; the same document always gives the same bytes.

    Raises LayoutError when the layout engine has anything to remark, such as a missing font, since a document
    that looks other than designed must not go out in silence.
    """
    ordered = outline(document.blocks, document.language)
    tables = [place.block for place in ordered.placed if isinstance(place.block, Table)]
    return completed(compile_pdf(content(document, ordered)), [shown(table.description) for table in tables])
