"""Writers that put a document's blocks on a page, found by the suffix of the file to write."""

from collections.abc import Callable

from styrhus.paper.blocks import Document

Writer = Callable[[Document], bytes]


def _html(document: Document) -> bytes:
    from styrhus.paper.writers.html import write_html  # noqa: PLC0415

    return write_html(document).encode()


def _docx(document: Document) -> bytes:
    from styrhus.paper.writers.docx import write_docx  # noqa: PLC0415

    return write_docx(document)


def _pdf(document: Document) -> bytes:
    from styrhus.paper.writers.pdf import write_pdf  # noqa: PLC0415

    return write_pdf(document)


WRITERS: dict[str, Writer] = {"html": _html, "docx": _docx, "pdf": _pdf}
"""Each imports its engine at first use, so that a program which writes nothing starts quickly."""
