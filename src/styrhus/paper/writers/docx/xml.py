"""Small pieces of WordprocessingML, written as text, which is quick and the same every time."""

from dataclasses import dataclass, replace
from xml.sax.saxutils import escape

from styrhus.paper.printable import one_line, printable

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TWIPS_PER_MM = 1440 / 25.4
EMU_PER_MM = 36000


def twips(millimetres: float) -> int:
    return round(millimetres * TWIPS_PER_MM)


def attribute(text: str) -> str:
    """Text for an attribute in double quotes."""
    return escape(one_line(text), {'"': "&quot;"})


def run(text: str, properties: str = "") -> str:
    """A run; line feeds become line breaks, tabs become tabs."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    lines = printable(text).split("\n")
    return f"<w:r>{look}{'<w:br/>'.join(_line(line) for line in lines)}</w:r>"


def _line(text: str) -> str:
    parts = text.split("\t")
    return "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else "" for part in parts)


def field(instruction: str, shown: str, properties: str = "") -> str:
    """A field with the result that is shown until a program works it out anew."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return (
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{look}<w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"{run(shown, properties)}"
        f'<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
    )


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a style; `extra` holds properties that the schema puts after pageBreakBefore."""

    style: str
    content: str = ""
    keep_next: bool = False
    page_break: bool = False
    extra: str = ""
    section: str = ""

    def on_new_page(self) -> "Paragraph":
        return replace(self, page_break=True)

    def __str__(self) -> str:
        flags = ("<w:keepNext/>" if self.keep_next else "") + ("<w:pageBreakBefore/>" if self.page_break else "")
        properties = f'<w:pStyle w:val="{self.style}"/>{flags}{self.extra}{self.section}'
        return f"<w:p><w:pPr>{properties}</w:pPr>{self.content}</w:p>"
