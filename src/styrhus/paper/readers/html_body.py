"""The blocks of an HTML page in their order."""

from collections.abc import Iterator
from dataclasses import replace

from styrhus.paper.readers.html_tables import is_layout, table_of
from styrhus.paper.readers.html_words import BLOCKS, collapsed, is_bold, is_unread, tidy
from styrhus.paper.readers.marks import raised
from styrhus.paper.readers.text import text_blocks
from styrhus.paper.readers.xml_tree import Element
from styrhus.paper.reading import Block, Picture, TextBlock, TextKind
from styrhus.values.place import Place

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_DEEPEST = 150


class Body:
    """Reads a page from its beginning to its end, once; places count the blocks."""

    def __init__(self) -> None:
        self.pictures: list[Picture] = []
        self._line = 0
        self._held: list[tuple[str, bool]] = []

    def blocks(self, body: Element) -> Iterator[Block]:
        yield from self._inside(body, TextBlock(TextKind.PARAGRAPH, "", Place()), 0)

    def _inside(self, element: Element, made: TextBlock, depth: int) -> Iterator[Block]:
        """What stands in an element; texts become blocks like `made`."""
        yield from self._flow(element, made, depth, bold=is_bold(element))
        yield from self._flush(made)

    def _flow(self, element: Element, made: TextBlock, depth: int, *, bold: bool) -> Iterator[Block]:
        self._held.append((collapsed(element.text), bold))
        for child in element:
            if child.tag in BLOCKS and depth < _DEEPEST:
                yield from self._flush(made)
                yield from self._block(child, made, depth + 1)
            elif child.tag == "br":
                self._held.append(("\n", False))
            elif child.tag == "sup":
                text = collapsed("".join(map(str, child.itertext())))
                self._held.append((raised(text) if len(text.strip()) <= 3 else text, bold))
            elif child.tag in {"img", "svg"}:
                self._picture(child)
            elif not is_unread(child) and not _is_skip_link(child, element):
                yield from self._flow(child, made, depth + 1, bold=bold or is_bold(child))
            self._held.append((collapsed(child.tail), bold))

    def _block(self, element: Element, made: TextBlock, depth: int) -> Iterator[Block]:
        tag = str(element.tag)
        if is_unread(element):
            return
        if tag == "nav" or element.get("role") == "navigation":
            yield from self._contents(element)
        elif tag == "table" and not is_layout(element):
            yield from self._table(element)
        elif tag == "pre":
            yield from self._plain(element)
        elif tag in _HEADINGS:
            yield from self._inside(element, _block(TextKind.HEADING, _HEADINGS[tag]), depth)
        elif tag == "li":
            parents = sum(parent.tag in {"ul", "ol"} for parent in element.iterancestors())
            yield from self._inside(element, _block(TextKind.ITEM, max(parents - 1, 0)), depth)
        elif (kind := _office_kind(element)) is not None:
            yield from self._inside(element, _block(kind), depth)
        elif tag == "figcaption":
            tables = element.getparent()
            holds_table = tables is not None and next(tables.iterdescendants("table"), None) is not None
            yield from self._inside(element, _block(TextKind.CAPTION) if holds_table else made, depth)
        elif tag == "footer" and element.getparent() is not None and getattr(element.getparent(), "tag", "") == "body":
            yield from self._inside(element, _block(TextKind.FURNITURE), depth)
        else:
            yield from self._inside(element, made, depth)

    def _flush(self, made: TextBlock) -> Iterator[Block]:
        """The text gathered so far as a block, or as several where a list was typed with line breaks."""
        text = tidy("".join(part for part, _ in self._held)).strip("\u00a0 ")
        lettered = [bold for part, bold in self._held if any(map(str.isalnum, part))]
        self._held = []
        if text:
            self._line += 1
            place = Place(line=self._line)
            yield replace(made, text=text.replace("\n", " "), place=place, strong=bool(lettered) and all(lettered))

    def _table(self, element: Element) -> Iterator[Block]:
        self._line += 1
        for picture in element.iterdescendants("img"):
            self._picture(picture)
        table = table_of(element, self._line)
        if table is not None:
            if table.caption:
                yield TextBlock(TextKind.CAPTION, table.caption, table.place, declared=True)
            yield table

    def _contents(self, element: Element) -> Iterator[Block]:
        """Links within the page are its table of contents; other navigation is no part of the document."""
        for link in element.iterdescendants("a"):
            text = collapsed("".join(map(str, link.itertext()))).strip()
            if link.get("href", "").startswith("#") and text:
                self._line += 1
                depth = max(sum(parent.tag in {"ul", "ol"} for parent in link.iterancestors()), 1)
                yield TextBlock(TextKind.CONTENTS, text, Place(line=self._line), depth, declared=True)

    def _plain(self, element: Element) -> Iterator[Block]:
        before = self._line
        for block in text_blocks("".join(map(str, element.itertext()))):
            self._line = before + (block.place.line or 0)
            moved = replace(block, place=Place(line=self._line))
            if not isinstance(moved, TextBlock):
                rows = tuple(replace(row, place=Place(line=before + (row.place.line or 0))) for row in moved.rows)
                moved = replace(moved, rows=rows)
            yield moved

    def _picture(self, element: Element) -> None:
        place = Place(line=self._line)
        hidden = element.get("role") in {"presentation", "none"} or element.get("aria-hidden") == "true"
        alt = element.get("alt")
        if element.tag == "svg":
            title = next((e for e in element.iterdescendants() if str(e.tag).endswith("title")), None)
            alt = element.get("aria-label") or (title.text if title is not None else None)
        self.pictures.append(Picture(place, "" if hidden else alt))


def _office_kind(element: Element) -> TextKind | None:
    """What a paragraph's class says in a page that Word has saved."""
    name = element.get("class", "")
    if not name.startswith("Mso"):
        return None
    kinds = {"MsoToc": TextKind.CONTENTS, "MsoCaption": TextKind.CAPTION, "MsoFootnoteText": TextKind.NOTE}
    kinds |= {"MsoTitle": TextKind.TITLE, "MsoHeader": TextKind.FURNITURE, "MsoFooter": TextKind.FURNITURE}
    return next((kind for prefix, kind in kinds.items() if name.startswith(prefix)), None)


def _is_skip_link(child: Element, parent: Element) -> bool:
    """Whether it is the link at a page's top that leads past the navigation."""
    return parent.tag == "body" and child.tag == "a" and child.get("href", "").startswith("#")


def _block(kind: TextKind, level: int = 0) -> TextBlock:
    return TextBlock(kind, "", Place(), level, declared=True)
