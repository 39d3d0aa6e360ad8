"""PDFs made on the fly: from our own writer, from plain content, and changed for the worse."""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import pikepdf

FILES = Path(__file__).with_name("files")
TAGGED, UNTAGGED = (FILES / f"budget-{kind}.pdf" for kind in ("tagged", "untagged"))


def drawn(*pages: str, width: int = 595, height: int = 842) -> bytes:
    """Pages with this content in PDF's own language; /F is Helvetica, /B bold."""
    with pikepdf.new() as pdf:
        for content in pages:
            pdf.add_blank_page(page_size=(width, height))
            page = pdf.pages[-1]
            page.Resources = pikepdf.Dictionary(
                Font=pikepdf.Dictionary(
                    {f"/{name}": _font(font) for name, font in (("F", "Helvetica"), ("B", "Helvetica-Bold"))}
                )
            )
            page.Contents = pdf.make_stream(content.encode("cp1252"))
        return saved(pdf)


def _font(name: str) -> pikepdf.Dictionary:
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name(f"/{name}"),
        Encoding=pikepdf.Name.WinAnsiEncoding,
    )


def text(x: float, y: float, words: str, *, font: str = "F", size: float = 10) -> str:
    """Words that begin at a place, measured from the lower left corner."""
    return f"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET\n"


def right(x: float, y: float, words: str, *, size: float = 10) -> str:
    """Digits, spaces and hyphens that end at a place."""
    wide = sum(0.278 if sign in " ," else 0.333 if sign == "-" else 0.556 for sign in words) * size
    return text(x - wide, y, words, size=size)


def lines(y: float, texts: Iterable[str], *, x: float = 70, step: float = 13) -> str:
    return "".join(text(x, y - index * step, line) for index, line in enumerate(texts))


def picture(width: int = 595, height: int = 842) -> str:
    """A grey picture as large as the page, as a scanner makes it."""
    return f"q {width} 0 0 {height} 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q\n"


def saved(pdf: pikepdf.Pdf, **how: object) -> bytes:
    held = BytesIO()
    pdf.save(held, **how)
    return held.getvalue()


def locked(content: bytes, password: str) -> bytes:
    with pikepdf.open(BytesIO(content)) as pdf:
        return saved(pdf, encryption=pikepdf.Encryption(user=password, owner="owner"))


def turned(content: bytes, degrees: int) -> bytes:
    with pikepdf.open(BytesIO(content)) as pdf:
        for page in pdf.pages:
            page.Rotate = degrees
        return saved(pdf)
