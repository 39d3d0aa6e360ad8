"""The blocks of a Word file in their order."""

from collections.abc import Iterator
from dataclasses import replace

from styrhus.paper.readers.docx_numbering import Numbering
from styrhus.paper.readers.docx_package import Package, value, w
from styrhus.paper.readers.docx_styles import Style, Styles
from styrhus.paper.readers.docx_tables import RawRow, inside, regular, rows_of
from styrhus.paper.readers.docx_text import Fields, Spoken, spoken
from styrhus.paper.readers.marks import raised
from styrhus.paper.readers.xml_tree import Element
from styrhus.paper.reading import Block, Picture, ReadCell, ReadRow, ReadTable, TextBlock, TextKind
from styrhus.values.place import Place

_LONGEST_HEADING = 300
_TWIPS_A_STEP = 220
_DEEPEST_NESTING = 20


class Body:
    """Reads the document from its beginning to its end, once."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = Styles(package.styles)
        self._numbering = Numbering(package.numbering)
        self._fields = Fields()
        self._line = 0
        self._depth = 0
        paged = next(package.document.iter(w("lastRenderedPageBreak")), None) is not None
        self.page = 1 if paged else None
        self._late: list[tuple[str, str]] = []
        self.pictures: list[Picture] = []

    @property
    def language(self) -> str | None:
        return self._styles.language

    def blocks(self) -> Iterator[Block]:
        """Body, then notes that belong to no table, then what headers and footers repeat."""
        body = self._package.document.find(w("body"))
        yield from self._children(body) if body is not None else ()
        yield from self._notes(self._late)
        for edge in self._package.edges:
            for paragraph in edge.iter(w("p")):
                text = spoken(paragraph, self._styles, Fields()).text
                if text.strip():
                    yield TextBlock(TextKind.FURNITURE, _flat(text), Place(), declared=True)

    def _children(self, parent: Element, *, contents: bool = False) -> Iterator[Block]:
        for child in parent:
            if child.tag == w("p"):
                yield from self._paragraph(child, contents=contents)
            elif child.tag == w("tbl"):
                yield from self._table(child)
            elif child.tag == w("sdt"):
                gallery = value(child, "sdtPr", "docPartObj", "docPartGallery")
                yield from self._children(child, contents=contents or gallery == "Table of Contents")
            elif child.tag in {w("sdtContent"), w("customXml"), w("ins"), w("moveTo"), w("smartTag")}:
                yield from self._children(child, contents=contents)

    def _paragraph(self, element: Element, *, contents: bool = False) -> Iterator[Block]:
        properties = element.find(w("pPr"))
        style = self._styles.style(value(properties, "pStyle"))
        contents = contents or self._fields.in_contents
        held = spoken(element, self._styles, self._fields, bold=style.strong)
        contents = contents or self._fields.in_contents
        self._turn(held.breaks)
        self._line += bool(held.text.strip())
        place = Place(page=self.page, line=self._line)
        self._late += held.notes
        self.pictures += [Picture(place, alt) for alt in held.pictures]
        yield self._text(held, properties, style, place) if not contents else _entry(held, style, place)
        for box in held.boxes:
            yield from self._children(box)
        self._turn(held.after)

    def _turn(self, pages: int) -> None:
        if self.page is not None:
            self.page += pages

    def _text(self, held: Spoken, properties: Element | None, style: Style, place: Place) -> TextBlock:
        text = held.text.strip()
        number = (value(properties, "numPr", "numId") or style.number[0], value(properties, "numPr", "ilvl"))
        listed = bool(number[0]) and number[0] != "0"
        label = self._numbering.label(number[0], number[1] or style.number[1]) if listed and text else ""
        outline = value(properties, "outlineLvl")
        kind, level = style.kind, style.level
        if outline.isdecimal() and int(outline) < 9 and kind is None:
            kind, level = TextKind.HEADING, int(outline) + 1
        if not text or kind is TextKind.FURNITURE or (kind is TextKind.HEADING and len(text) > _LONGEST_HEADING):
            kind = None
        if kind is TextKind.CONTENTS:
            return _entry(held, style, place)
        if kind is not None:
            text = f"{label} {text}" if label and kind is TextKind.HEADING else text
            return TextBlock(kind, _flat(text), place, level, strong=held.strong, declared=True)
        if (listed or style.is_list) and text:
            depth = number[1] or style.number[1] or "0"
            return TextBlock(TextKind.ITEM, _flat(text), place, int(depth), strong=held.strong, declared=True)
        whole = held.text.strip(" \n\u00a0") if text and "\t" in held.text else text
        return TextBlock(TextKind.PARAGRAPH, whole.replace("\n", " "), place, strong=held.strong)

    def _table(self, element: Element) -> Iterator[Block]:
        cells = [cell for row in inside(element, "tr") for cell in inside(row, "tc")]
        if len(cells) == 1 or self._depth >= _DEEPEST_NESTING:
            for cell in cells:
                yield from self._children(cell)
            return
        self._depth += 1
        self._line += 1
        line, page, known = self._line, self.page, len(self._late)
        nested: list[Element] = []
        rows = rows_of(element, lambda cell: self._cell(cell, nested), lambda: self.page)
        notes, self._late[known:] = self._late[known:], []
        if rows:
            yield _made(rows, line, page)
        yield from self._notes(notes)
        for inner in nested:
            yield from self._table(inner)
        self._depth -= 1

    def _cell(self, element: Element, nested: list[Element]) -> ReadCell:
        """A cell's lines; a table inside it is left for later."""
        lines: list[str] = []
        letters = bold = indent = 0
        for child in _paragraphs(element):
            if child.tag == w("tbl"):
                nested.append(child)
                continue
            style = self._styles.style(value(child.find(w("pPr")), "pStyle"))
            held = spoken(child, self._styles, self._fields, bold=style.strong)
            self._turn(held.breaks + held.after)
            self._late += held.notes
            self.pictures += [Picture(Place(page=self.page, line=self._line), alt) for alt in held.pictures]
            texts = [held.text, *(_box(box, self._styles) for box in held.boxes)]
            indent = indent if lines else _indent(child, held.text)
            lines += [line.replace("\t", " ").strip() for text in texts for line in text.split("\n") if line.strip()]
            letters, bold = letters + held.letters, bold + held.bold
        return ReadCell("\n".join(lines), strong=letters > 0 and bold == letters, indent=indent if lines else 0)

    def _notes(self, references: list[tuple[str, str]]) -> Iterator[TextBlock]:
        for kind, identity in references:
            held = self._package.notes.get((kind, identity))
            lines = held.iter(w("p")) if held is not None else ()
            text = " ".join(spoken(line, self._styles, Fields()).text.strip() for line in lines)
            number = self._fields.marks.get((kind, identity))
            if text.strip():
                mark = f"{raised(str(number))} " if number else ""
                yield TextBlock(TextKind.NOTE, mark + _flat(text), Place(line=self._line), declared=True)


def _made(rows: list[RawRow], line: int, page: int | None) -> ReadTable:
    heads = next((index for index, row in enumerate(rows) if not row.is_header), 0)
    made = tuple(
        ReadRow(cells, Place(page=row.page, line=line)) for row, cells in zip(rows, regular(rows), strict=True)
    )
    return ReadTable(0, made, Place(page=page, line=line), header_rows=heads or None)


def _paragraphs(cell: Element) -> Iterator[Element]:
    """Paragraphs and tables of a cell, also those in content controls."""
    for child in cell:
        if child.tag in {w("p"), w("tbl")}:
            yield child
        elif child.tag in {w("sdt"), w("sdtContent"), w("customXml"), w("ins")}:
            yield from _paragraphs(child)


def _box(box: Element, styles: Styles) -> str:
    return "\n".join(spoken(paragraph, styles, Fields()).text for paragraph in box.iter(w("p")))


def _indent(paragraph: Element, text: str) -> int:
    """Steps that a cell's text stands to the right, by its indentation and the spaces before it."""
    held = paragraph.find(f"{w('pPr')}/{w('ind')}")
    left = (held.get(w("left")) or held.get(w("start")) or "0") if held is not None else "0"
    spaces = len(text) - len(text.lstrip(" \u00a0\t"))
    twips = int(left) if left.isdecimal() else 0
    return (twips + _TWIPS_A_STEP // 2) // _TWIPS_A_STEP + (spaces + 1) // 2


def _entry(held: Spoken, style: Style, place: Place) -> TextBlock:
    """A line of a table of contents: the heading, a tab, the page."""
    parts = [part.strip(" .…") for part in held.text.strip().split("\t") if part.strip(" .…")]
    text = "\t".join((" ".join(parts[:-1]), parts[-1])) if len(parts) > 1 else " ".join(parts)
    block = TextBlock(TextKind.CONTENTS, text.replace("\n", " "), place, declared=True)
    return replace(block, level=style.level) if style.kind is TextKind.CONTENTS else block


def _flat(text: str) -> str:
    return " ".join(text.split())
