"""The text of a Word paragraph as a reader sees it: insertions in, deletions out, fields as their results."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from styrhus.paper.readers.docx_package import is_on, value, w
from styrhus.paper.readers.docx_styles import Styles
from styrhus.paper.readers.marks import raised
from styrhus.paper.readers.xml_tree import Element

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_OFFICE_DRAWING = "{urn:schemas-microsoft-com:office:office}"
_VML = "{urn:schemas-microsoft-com:vml}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_OUT = frozenset(
    {w("del"), w("moveFrom"), w("pPr"), w("rPr"), w("instrText"), w("delText"), w("sdtPr"), _MC + "Fallback"}
)
_SIGNS = {w("tab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "-", w("softHyphen"): "", w("ptab"): "\t"}
_SYMBOLS = {"f0b7": "•", "f0a7": "▪", "f0fc": "✓", "f0fb": "✗", "f06e": "■", "f06c": "●", "f0e0": "→", "f02d": "-"}


@dataclass
class Fields:
    """What goes on from paragraph to paragraph: fields that are open, and the count of notes."""

    open: list[str] = field(default_factory=list)
    shown: list[bool] = field(default_factory=list)
    marks: dict[tuple[str, str], int] = field(default_factory=dict)
    """Footnotes and endnotes met so far, each kind numbered from 1."""
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def in_contents(self) -> bool:
        """Whether it is inside a field that makes a table of contents."""
        return any(code.lstrip().upper().startswith("TOC") for code in self.open)

    @property
    def is_shown(self) -> bool:
        """Whether text is a field's result, or outside of all fields."""
        return all(self.shown)

    def turn(self, kind: str) -> None:
        if kind == "begin":
            self.open.append("")
            self.shown.append(False)
        elif kind == "separate" and self.shown:
            self.shown[-1] = True
        elif kind == "end" and self.open:
            self.open.pop()
            self.shown.pop()

    def mark(self, kind: str, identity: str) -> str:
        """The mark of a note, as it is printed at its place."""
        if (kind, identity) not in self.marks:
            self.counts[kind] = self.counts.get(kind, 0) + 1
            self.marks[kind, identity] = self.counts[kind]
        return raised(str(self.marks[kind, identity]))

    def code(self, text: str) -> None:
        if self.open and not self.shown[-1]:
            self.open[-1] += text


@dataclass
class Spoken:
    """What a paragraph holds; `breaks` counts pages that began before its first word, `after` those within."""

    text: str = ""
    letters: int = 0
    bold: int = 0
    breaks: int = 0
    after: int = 0
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    pictures: list[str | None] = field(default_factory=list)

    @property
    def strong(self) -> bool:
        return self.letters > 0 and self.bold == self.letters

    def add(self, text: str, *, bold: bool) -> None:
        count = sum(map(str.isalnum, text))
        self.text += text
        self.letters += count
        self.bold += count if bold else 0


def spoken(paragraph: Element, styles: Styles, fields: Fields, *, bold: bool = False) -> Spoken:
    """The paragraph's text and what else it holds; `bold` is what its style says."""
    held = Spoken()
    _walk(paragraph, held, styles, (fields, bold))
    return held


def _walk(parent: Element, held: Spoken, styles: Styles, state: tuple[Fields, bool]) -> None:
    for element in parent:
        if element.tag == w("r"):
            _run(element, held, styles, state)
        elif element.tag == _MATH_TEXT:
            held.add(element.text or "", bold=False)
        elif element.tag not in _OUT and isinstance(element.tag, str):
            _walk(element, held, styles, state)


def _run(run: Element, held: Spoken, styles: Styles, state: tuple[Fields, bool]) -> None:
    fields, bold = state
    properties = run.find(w("rPr"))
    if properties is not None:
        if is_on(properties, "vanish") and not is_on(properties, "webHidden"):
            return
        own = is_on(properties, "b")
        styled = styles.is_strong(value(properties, "rStyle")) if own is None else own
        bold = bold if styled is None else styled
    above = value(properties, "vertAlign") == "superscript"
    for element in run:
        _piece(element, held, fields, (bold, above))


def _piece(element: Element, held: Spoken, fields: Fields, look: tuple[bool, bool]) -> None:
    tag = element.tag
    if tag == w("fldChar"):
        fields.turn(element.get(w("fldCharType"), ""))
    elif tag == w("instrText"):
        fields.code(element.text or "")
    elif tag == w("lastRenderedPageBreak"):
        held.breaks += not held.text.strip()
        held.after += bool(held.text.strip())
    elif tag in {w("drawing"), w("pict"), w("object"), _MC + "AlternateContent"}:
        _drawn(element, held)
    elif fields.is_shown:
        bold, above = look
        text = _sign(element, held, fields)
        held.add(raised(text) if above and len(text) <= 3 else text, bold=bold)


def _sign(element: Element, held: Spoken, fields: Fields) -> str:
    tag = element.tag
    if tag == w("t"):
        return element.text or ""
    if tag == w("br"):
        return "\n" if element.get(w("type"), "textWrapping") == "textWrapping" else ""
    if tag == w("sym"):
        return _SYMBOLS.get(element.get(w("char"), "").lower(), "\ufffd")
    if tag in {w("footnoteReference"), w("endnoteReference")}:
        kind = "footnotes" if tag == w("footnoteReference") else "endnotes"
        held.notes.append((kind, element.get(w("id"), "")))
        return "" if element.get(w("customMarkFollows")) else fields.mark(*held.notes[-1])
    return _SIGNS.get(str(tag), "")


def _drawn(element: Element, held: Spoken) -> None:
    """Pictures with their alternative texts, and the text boxes among them."""
    for part in _chosen(element):
        if part.tag == w("txbxContent"):
            held.boxes.append(part)
        elif part.tag in {_DRAWN + "inline", _DRAWN + "anchor"} and part.find(f".//{w('txbxContent')}") is None:
            held.pictures.append(_alternative(part))
        elif part.tag == _VML + "imagedata":
            shape = part.getparent()
            held.pictures.append(
                (shape.get("alt") if shape is not None else None) or part.get(_OFFICE_DRAWING + "title")
            )


def _chosen(element: Element) -> Iterator[Element]:
    """The elements below, of alternatives only the first, and nothing of what a text box holds."""
    for child in element:
        if child.tag == _MC + "Fallback":
            continue
        yield child
        if child.tag != w("txbxContent"):
            yield from _chosen(child)


def _alternative(drawing: Element) -> str | None:
    properties = drawing.find(_DRAWN + "docPr")
    if properties is None:
        return None
    if any(mark.get("val") in {"1", "true"} for mark in properties.iter(_DECORATIVE)):
        return ""
    return properties.get("descr") or properties.get("title") or None
