"""Writes a document as a Word file with real styles, captions, header rows and a contents field."""

from styrhus.paper.blocks import Document
from styrhus.paper.writers.docx.body import body
from styrhus.paper.writers.docx.package import pack
from styrhus.paper.writers.docx.parts import parts

__all__ = ["write_docx"]


def write_docx(document: Document) -> bytes:
    """The document as DOCX; the same document always gives the same bytes."""
    return pack(parts(document, body(document)))
