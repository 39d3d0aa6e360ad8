"""The pages of a PDF one at a time, each with its words and lines."""

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from styrhus.paper.readers.pdf.drawn import draw
from styrhus.paper.readers.pdf.upright import Upright
from styrhus.paper.readers.pdf.word import Page
from styrhus.paper.readers.pdf.words import Characters, numbered_lines


def pages(document: pypdfium2.PdfDocument, *, tagged: bool) -> Iterator[Page]:
    """Every page; one that is damaged is empty."""
    for index in range(len(document)):
        raw = pdfium.FPDF_LoadPage(document.raw, index)
        if not raw:
            yield Page(index + 1, 0.0, 0.0)
            continue
        try:
            yield _page(raw, index + 1, tagged=tagged)
        finally:
            pdfium.FPDF_ClosePage(raw)


def _page(raw: ctypes.c_void_p, number: int, *, tagged: bool) -> Page:
    upright = _upright(raw)
    page = Page(number, *upright.size)
    text = pdfium.FPDFText_LoadPage(raw)
    if text:
        try:
            _read_words(text, page, upright, tagged=tagged)
        finally:
            pdfium.FPDFText_ClosePage(text)
    draw(raw, page, upright if not page.turns else _turned(upright, page.turns))
    return page


def _read_words(text: ctypes.c_void_p, page: Page, upright: Upright, *, tagged: bool) -> None:
    """Read the words; a page whose text nearly all runs up or down is read turned."""
    characters = Characters(text, upright, tagged=tagged)
    page.words = characters.words()
    turned = characters.letters
    most = max(turned, key=lambda q: turned[q], default=0)
    if most and turned[most] > 0.8 * sum(turned.values()):
        page.turns = most
        upright = _turned(upright, most)
        page.width, page.height = upright.size
        page.words = Characters(text, upright, tagged=tagged).words()
    numbered_lines(page.words)


def _turned(upright: Upright, quarters: int) -> Upright:
    return Upright(upright.left, upright.bottom, upright.right, upright.top, (upright.turns + quarters) % 4)


def _upright(raw: ctypes.c_void_p) -> Upright:
    turns = max(0, pdfium.FPDFPage_GetRotation(raw))
    rect = pdfium.FS_RECTF()
    if pdfium.FPDF_GetPageBoundingBox(raw, rect) and rect.right > rect.left and rect.top > rect.bottom:
        return Upright(rect.left, rect.bottom, rect.right, rect.top, turns)
    return Upright(0.0, 0.0, 595.0, 842.0, turns)
