"""Writes a document as tagged PDF (PDF/UA-1) with typst."""

from styrhus.paper.blocks import Document
from styrhus.paper.writers.pdf.compiler import compile_pdf
from styrhus.paper.writers.pdf.content import content
from styrhus.paper.writers.pdf.row_headers import with_row_headers

__all__ = ["write_pdf"]


def write_pdf(document: Document) -> bytes:
    """The document as PDF/UA-1; the same document always gives the same bytes.

    Raises LayoutError when the layout engine has anything to remark, such as a missing font, since a document
    that looks other than designed must not go out in silence.
    """
    return with_row_headers(compile_pdf(content(document)))
