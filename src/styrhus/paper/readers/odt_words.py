"""Names and text of OpenDocument: what a paragraph says as a reader sees it."""

import re
from dataclasses import dataclass, field

from styrhus.paper.readers.marks import raised
from styrhus.paper.readers.xml_tree import Element

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT, TABLE, OFFICE, DRAW, STYLE = (
    f"{{{_OASIS}{name}:1.0}}" for name in ("text", "table", "office", "drawing", "style")
)
SVG, FO = f"{{{_OASIS}svg-compatible:1.0}}", f"{{{_OASIS}xsl-fo-compatible:1.0}}"
_LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
_OUT = frozenset(
    {OFFICE + name for name in ("annotation", "annotation-end")}
    | {TEXT + name for name in ("hidden-text", "tracked-changes", "ruby-text", "note-body")}
    | {SVG + name for name in ("title", "desc")}
)
_SPACES = re.compile(r"[ \t\r\n]+")
PAGE_BREAK = TEXT + "soft-page-break"


@dataclass
class Spoken:
    """What a paragraph holds; `breaks` counts pages that began before its first word, `after` those within."""

    text: str = ""
    letters: int = 0
    bold: int = 0
    breaks: int = 0
    after: int = 0
    notes: list[Element] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    pictures: list[str | None] = field(default_factory=list)

    @property
    def strong(self) -> bool:
        return self.letters > 0 and self.bold == self.letters

    def add(self, text: str | None, *, bold: bool) -> None:
        if text:
            count = sum(map(str.isalnum, text))
            self.text += text
            self.letters += count
            self.bold += count if bold else 0


class Bold:
    """Which styles are bold."""

    def __init__(self, styles: dict[str, Element]) -> None:
        self._styles = styles

    def is_bold(self, name: str | None, *, usual: bool) -> bool:
        """Whether a style is bold; `usual` where it says nothing."""
        for _ in range(20):
            element = self._styles.get(name or "")
            if element is None:
                return usual
            properties = element.find(STYLE + "text-properties")
            weight = properties.get(FO + "font-weight") if properties is not None else None
            if weight:
                return weight not in {"normal", "400"}
            name = element.get(STYLE + "parent-style-name")
        return usual


def spoken(paragraph: Element, bold: Bold) -> Spoken:
    """The paragraph's text and what else it holds."""
    held = Spoken()
    _walk(paragraph, held, bold, strong=bold.is_bold(paragraph.get(TEXT + "style-name"), usual=False))
    return held


def _walk(element: Element, held: Spoken, bold: Bold, *, strong: bool) -> None:
    held.add(_clean(element.text), bold=strong)
    for child in element:
        if child.tag not in _OUT and isinstance(child.tag, str):
            _piece(child, held, bold, strong=strong)
        held.add(_clean(child.tail), bold=strong)


def _piece(child: Element, held: Spoken, bold: Bold, *, strong: bool) -> None:
    tag = str(child.tag)
    if tag == TEXT + "s":
        count = child.get(TEXT + "c", "1")
        held.add(" " * (min(int(count), 1000) if count.isdecimal() else 1), bold=strong)
    elif tag == TEXT + "tab":
        held.add("\t", bold=strong)
    elif tag == TEXT + "line-break":
        held.add("\n", bold=strong)
    elif tag == PAGE_BREAK:
        held.breaks += not held.text.strip()
        held.after += bool(held.text.strip())
    elif tag == TEXT + "note":
        held.notes.append(child)
        held.add(raised(child.findtext(TEXT + "note-citation") or ""), bold=strong)
    elif tag == DRAW + "frame":
        _frame(child, held)
    elif not tag.startswith(DRAW):
        styled = bold.is_bold(child.get(TEXT + "style-name"), usual=strong) if tag == TEXT + "span" else strong
        _walk(child, held, bold, strong=styled)


def _frame(frame: Element, held: Spoken) -> None:
    box = frame.find(DRAW + "text-box")
    if box is not None:
        held.boxes.append(box)
    else:
        held.pictures.append(alternative(frame))


def alternative(frame: Element) -> str | None:
    """A picture's alternative text; empty when it is marked as decoration, None when it has none."""
    if frame.get(_LOEXT + "decorative") == "true":
        return ""
    return frame.findtext(SVG + "title") or frame.findtext(SVG + "desc") or None


def _clean(text: str | None) -> str:
    """White space as OpenDocument counts it: a run of it is one space."""
    return _SPACES.sub(" ", text or "")
