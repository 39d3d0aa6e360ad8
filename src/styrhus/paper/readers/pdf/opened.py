"""Opens a PDF, and says what is wrong when that cannot be done."""

from typing import NoReturn

import pypdfium2
import pypdfium2.raw as pdfium

from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import Text, msg

MOST_PAGES = 700
"""Read within the seconds that an untrusted file is given."""
_XFA = (2, 3)


def opened(content: bytes, name: str) -> pypdfium2.PdfDocument:
    """The document; ProblemsError when it is locked, damaged, empty or too long."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        _refuse_unopened(getattr(error, "err_code", None), name)
    if len(document) == 0:
        _damaged(name)
    if len(document) > MOST_PAGES:
        refuse(
            name,
            msg("The PDF has {pages} pages; at most {most} are read.", pages=len(document), most=MOST_PAGES),
            msg("Divide the document, and hand in the part to be reviewed."),
        )
    return document


def _refuse_unopened(code: int | None, name: str) -> NoReturn:
    if code == pdfium.FPDF_ERR_PASSWORD:
        refuse(
            name,
            msg("The PDF is locked with a password."),
            msg("Open it with the password and save or print it as a PDF without one."),
        )
    if code == pdfium.FPDF_ERR_SECURITY:
        refuse(
            name,
            msg("The PDF is encrypted in a way that cannot be read."),
            msg("Save or print it as a PDF without protection."),
        )
    _damaged(name)


def _damaged(name: str) -> NoReturn:
    refuse(
        name,
        msg("The PDF is damaged or not complete."),
        msg("Fetch or save the file anew; if it opens in a program, print it as a new PDF from there."),
    )


def refuse_textless(document: pypdfium2.PdfDocument, name: str, *, pictures: bool) -> NoReturn:
    """No page has any text: say why, and what to do."""
    if document.get_formtype() in _XFA:
        refuse(
            name,
            msg("The PDF is a form whose contents only some programs can show (XFA), with no text of its own."),
            msg("Open it in the program that it was made for and print it as a PDF."),
        )
    if pictures:
        refuse(
            name,
            msg("The PDF has pictures of pages but no text; it has probably been scanned."),
            msg("Run text recognition (OCR) on it first, or hand in the document that was printed."),
        )
    refuse(
        name,
        msg("The PDF has no text."),
        msg("Hand in a PDF with text, saved from the program that the document was written in."),
    )


def refuse(name: str, message: Text, remedy: Text) -> NoReturn:
    raise ProblemsError((Problem(message, remedy, name),))
