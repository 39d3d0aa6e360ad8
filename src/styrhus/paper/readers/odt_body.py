"""The blocks of an OpenDocument text in their order."""

from collections.abc import Iterator

from styrhus.paper.readers.docx_styles import kind_named
from styrhus.paper.readers.marks import raised
from styrhus.paper.readers.odt_outline import Outline
from styrhus.paper.readers.odt_words import (
    DRAW,
    PAGE_BREAK,
    STYLE,
    TABLE,
    TEXT,
    Bold,
    Spoken,
    alternative,
    spoken,
)
from styrhus.paper.readers.spans import Spanning, count, regular
from styrhus.paper.readers.xml_tree import Element
from styrhus.paper.reading import Block, Picture, ReadCell, ReadRow, ReadTable, TextBlock, TextKind
from styrhus.values.place import Place

_INDEXES = frozenset(
    {TEXT + name for name in ("table-of-content", "table-index", "illustration-index", "alphabetical-index")}
)
_WRAPPERS = frozenset({TEXT + "section", TEXT + "index-body", TEXT + "index-title", TEXT + "numbered-paragraph"})
_ROW_GROUPS = frozenset({TABLE + name for name in ("table-rows", "table-row-group", "table-header-rows")})
_LONGEST_HEADING, _MOST_REPEATED = 300, 200


class Body:
    """Reads a document from its beginning to its end, once; `styles` are all of them by name."""

    def __init__(self, styles: dict[str, Element], outline: Outline, *, paged: bool) -> None:
        self._styles = styles
        self._outline = outline
        self._bold = Bold(styles)
        self._line = 0
        self._late: list[Element] = []
        self.page = 1 if paged else None
        self.pictures: list[Picture] = []

    def blocks(self, body: Element) -> Iterator[Block]:
        yield from self._children(body)
        yield from self._notes(self._late)

    def furniture(self, masters: Element) -> Iterator[Block]:
        """What headers and footers repeat."""
        for paragraph in masters.iter(TEXT + "p"):
            text = _flat(spoken(paragraph, self._bold).text)
            if text:
                yield TextBlock(TextKind.FURNITURE, text, Place(), declared=True)

    def _children(self, parent: Element, *, depth: int = -1, contents: bool = False) -> Iterator[Block]:
        for child in parent:
            tag = str(child.tag)
            if tag in {TEXT + "p", TEXT + "h"}:
                yield from self._paragraph(child, depth, contents=contents)
            elif tag == TABLE + "table":
                yield from self._table(child)
            elif tag in {TEXT + "list", TEXT + "list-item", TEXT + "list-header"}:
                yield from self._children(child, depth=depth + (tag == TEXT + "list"), contents=contents)
            elif tag in _WRAPPERS or tag in _INDEXES:
                yield from self._children(child, depth=depth, contents=contents or tag in _INDEXES)
            elif tag == PAGE_BREAK:
                self._turn(1)
            elif tag == DRAW + "frame":
                yield from self._frame(child)

    def _frame(self, frame: Element) -> Iterator[Block]:
        """A text box or picture that is tied to a page and not to a paragraph."""
        box = frame.find(DRAW + "text-box")
        if box is not None:
            yield from self._children(box)
        else:
            self.pictures.append(Picture(Place(page=self.page, line=self._line), alternative(frame)))

    def _turn(self, pages: int) -> None:
        if self.page is not None:
            self.page += pages

    def _paragraph(self, element: Element, depth: int, *, contents: bool) -> Iterator[Block]:
        held = spoken(element, self._bold)
        self._turn(held.breaks)
        self._line += bool(held.text.strip())
        place = Place(page=self.page, line=self._line)
        self._late += held.notes
        self.pictures += [Picture(place, alt) for alt in held.pictures]
        yield self._text(element, held, depth, place, contents=contents)
        for box in held.boxes:
            yield from self._children(box)
        self._turn(held.after)

    def _text(self, element: Element, held: Spoken, depth: int, place: Place, *, contents: bool) -> TextBlock:
        text = held.text.strip()
        kind, level = self._kind(element)
        if element.tag == TEXT + "h" and kind is not TextKind.TITLE:
            kind, level = TextKind.HEADING, count(element.get(TEXT + "outline-level"))
            listed = element.get(TEXT + "is-list-header") != "true" and bool(text)
            label = self._outline.label(level) if listed and not contents else ""
            text = f"{label} {text}" if label else text
        if contents or kind is TextKind.CONTENTS:
            parts = [part.strip(" .…") for part in text.split("\t") if part.strip(" .…")]
            entry = "\t".join((" ".join(parts[:-1]), parts[-1])) if len(parts) > 1 else " ".join(parts)
            return TextBlock(TextKind.CONTENTS, entry.replace("\n", " "), place, declared=True)
        if not text or kind is TextKind.FURNITURE or (kind is TextKind.HEADING and len(text) > _LONGEST_HEADING):
            kind = None
        if kind is not None:
            return TextBlock(kind, _flat(text), place, level, strong=held.strong, declared=True)
        if depth >= 0 and text:
            return TextBlock(TextKind.ITEM, _flat(text), place, depth, strong=held.strong, declared=True)
        whole = held.text.strip(" \n\u00a0") if text and "\t" in held.text else text
        return TextBlock(TextKind.PARAGRAPH, whole.replace("\n", " "), place, strong=held.strong)

    def _kind(self, element: Element) -> tuple[TextKind | None, int]:
        """What the paragraph's style is for, or the first of those that it builds on that tells."""
        name = element.get(TEXT + "style-name")
        for _ in range(20):
            style = self._styles.get(name or "")
            if style is None:
                break
            shown = style.get(STYLE + "display-name") or (name or "").replace("_20_", " ")
            kind, level = kind_named(shown)
            if kind is not None:
                return kind, level
            name = style.get(STYLE + "parent-style-name")
        return None, 0

    def _table(self, element: Element) -> Iterator[Block]:
        cells = list(element.iter(TABLE + "table-cell"))
        if len(cells) == 1:
            yield from self._children(cells[0])
            return
        self._line += 1
        line, page, known = self._line, self.page, len(self._late)
        nested: list[Element] = []
        rows: list[tuple[list[Spanning], int | None]] = []
        heads = 0
        for row, is_head in _rows(element, is_head=False):
            if row.tag == PAGE_BREAK:
                self._turn(1)
                continue
            made = [held for cell in row for held in self._cell(cell, nested)]
            heads += is_head
            rows += [(made, self.page)] * min(count(row.get(TABLE + "number-rows-repeated")), _MOST_REPEATED)
        notes, self._late[known:] = self._late[known:], []
        grid = regular([cells for cells, _ in rows])
        if grid and grid[0]:
            made_rows = tuple(
                ReadRow(cells, Place(page=held, line=line)) for cells, (_, held) in zip(grid, rows, strict=True)
            )
            head = heads if 0 < heads < len(made_rows) else None
            yield ReadTable(0, made_rows, Place(page=page, line=line), header_rows=head)
        yield from self._notes(notes)
        for inner in nested:
            yield from self._table(inner)

    def _cell(self, element: Element, nested: list[Element]) -> Iterator[Spanning]:
        """The cell, as often as it is repeated; covered ones are left to those that cover them."""
        if element.tag != TABLE + "table-cell":
            return
        lines: list[str] = []
        letters = bold = indent = 0
        for child in element.iter(TEXT + "p", TEXT + "h", TABLE + "table"):
            if any(parent.tag == TABLE + "table" and parent in nested for parent in child.iterancestors()):
                continue
            if child.tag == TABLE + "table":
                nested.append(child)
                continue
            held = spoken(child, self._bold)
            self._turn(held.breaks + held.after)
            self._late += held.notes
            self.pictures += [Picture(Place(page=self.page, line=self._line), alt) for alt in held.pictures]
            indent = indent if lines else (len(held.text) - len(held.text.lstrip(" \u00a0\t")) + 1) // 2
            lines += [line.replace("\t", " ").strip() for line in held.text.split("\n") if line.strip()]
            letters, bold = letters + held.letters, bold + held.bold
        cell = ReadCell("\n".join(lines), strong=letters > 0 and bold == letters, indent=indent if lines else 0)
        columns, rows = (count(element.get(f"{TABLE}number-{name}-spanned")) for name in ("columns", "rows"))
        for _ in range(min(count(element.get(TABLE + "number-columns-repeated")), _MOST_REPEATED)):
            yield Spanning(cell, columns, rows)

    def _notes(self, notes: list[Element]) -> Iterator[TextBlock]:
        for note in notes:
            body = note.find(TEXT + "note-body")
            text = (
                " ".join(spoken(p, self._bold).text.strip() for p in body.iter(TEXT + "p")) if body is not None else ""
            )
            mark = note.findtext(TEXT + "note-citation") or ""
            if text.strip():
                text = f"{raised(mark)} {_flat(text)}".strip()
                yield TextBlock(TextKind.NOTE, text, Place(line=self._line), declared=True)


def _rows(parent: Element, *, is_head: bool) -> Iterator[tuple[Element, bool]]:
    """Rows, and page breaks between them, with whether they are declared headings."""
    for child in parent:
        if child.tag in {TABLE + "table-row", PAGE_BREAK}:
            yield child, is_head
        elif child.tag in _ROW_GROUPS:
            yield from _rows(child, is_head=is_head or child.tag == TABLE + "table-header-rows")


def _flat(text: str) -> str:
    return " ".join(text.split())
