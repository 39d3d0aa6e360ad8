"""document.xml: the blocks of a document in Word's terms."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from styrhus.paper.blocks import (
    Block,
    Chart,
    Contents,
    Document,
    Drawing,
    Facts,
    Heading,
    ListBlock,
    Note,
    PageBreak,
    Table,
)
from styrhus.paper.blocks import (
    Paragraph as TextParagraph,
)
from styrhus.paper.grid import is_wide
from styrhus.paper.outline import Outline, Placed, outline
from styrhus.paper.printable import one_line
from styrhus.paper.spreads import Spread, front, spreads
from styrhus.paper.words import date_in_words
from styrhus.paper.writers.docx.contents import contents_xml
from styrhus.paper.writers.docx.links import BULLETS, Registry
from styrhus.paper.writers.docx.page import section
from styrhus.paper.writers.docx.pictures import picture_xml
from styrhus.paper.writers.docx.tables import table_xml
from styrhus.paper.writers.docx.text import Texts
from styrhus.paper.writers.docx.xml import DECLARATION, NAMESPACES, Paragraph, field, run

Piece = Paragraph | str
"""A paragraph, or ready XML of something else at the same level, such as a table."""
_BOLD = "<w:b/><w:bCs/>"
_WHOLE_WIDTH = '<w:ind w:right="0"/>'


@dataclass(frozen=True)
class Body:
    """document.xml and what it refers to."""

    xml: str
    registry: Registry


def body(document: Document) -> Body:
    """The whole text: title page, then spreads of upright and turned pages as sections."""
    ordered = outline(document.blocks, document.language)
    registry = Registry()
    writer = _Blocks(document.language, ordered, registry)
    opening = front(ordered.placed)
    rest = spreads(ordered.placed[len(opening) :])
    pieces = [*_title_page(document), *writer.pieces(opening, new_page=False)]
    inside = _with_sections(pieces, writer, rest)
    return Body(f"{DECLARATION}<w:document {NAMESPACES}><w:body>{inside}</w:body></w:document>", registry)


def _title_page(document: Document) -> Iterator[Paragraph]:
    yield Paragraph("Publisher", run(document.publisher))
    yield Paragraph("Title", run(one_line(document.title)))
    yield Paragraph("Subtitle", run(document.subtitle))
    for line in (document.status, date_in_words(document.date, document.language)):
        if line:
            yield Paragraph("BodyText", run(line))


def _with_sections(pieces: list[Piece], writer: "_Blocks", rest: tuple[Spread, ...]) -> str:
    """Sections end in the last paragraph before a turn of the page; the last one ends the body."""
    made, on_side, first = pieces, False, True
    for spread in rest:
        turned = spread.on_side is not on_side
        if turned:
            made = _ended(made, section(on_side=on_side, first=first))
            first = False
        made = [*made, *writer.pieces(spread.placed, new_page=spread is rest[0] and not turned)]
        on_side = spread.on_side
    return "".join(map(str, made)) + section(on_side=on_side, first=first)


def _ended(pieces: list[Piece], ending: str) -> list[Piece]:
    last = pieces[-1]
    if isinstance(last, Paragraph) and not last.section:
        return [*pieces[:-1], replace(last, section=ending)]
    return [*pieces, Paragraph("TableEnd", section=ending)]


class _Blocks:
    def __init__(self, language: str, outline: Outline, registry: Registry) -> None:
        self._language = language
        self._outline = outline
        self._registry = registry
        self._texts = Texts(outline, registry)

    def pieces(self, placed: Iterable[Placed], *, new_page: bool) -> list[Piece]:
        """All blocks; a page break waits for the next block and becomes a property of its first paragraph."""
        made: list[Piece] = []
        waiting = new_page
        for place in placed:
            if isinstance(place.block, PageBreak):
                waiting = True
                continue
            block = list(self._block(place))
            if waiting and block:
                block = _on_new_page(block)
                waiting = False
            made += block
            waiting = waiting or isinstance(place.block, Contents)
        return made

    def _block(self, place: Placed) -> Iterator[Piece]:
        block = place.block
        if isinstance(block, Table):
            yield from self._table(block, place)
        elif isinstance(block, Chart | Drawing):
            yield from self._picture(block, place)
        elif isinstance(block, Heading):
            content = self._registry.bookmarked(place.anchor, run(one_line(block.text) or "–"))
            yield Paragraph(f"Heading{place.level}", content)
        else:
            yield from self._plain(block)

    def _plain(self, block: Block) -> Iterator[Piece]:
        match block:
            case TextParagraph():
                style = "Lead" if block.lead else "BodyText"
                yield Paragraph(style, self._texts.runs(block.runs), keep_next=block.introduces)
            case ListBlock():
                yield from self._list(block, 0)
            case Facts():
                for label, runs in block.items:
                    content = run(label, '<w:rStyle w:val="Label"/>') + "<w:r><w:tab/></w:r>" + self._texts.runs(runs)
                    yield Paragraph("Facts", content)
            case Note():
                if block.title:
                    yield Paragraph("Note", run(one_line(block.title), _BOLD), keep_next=True)
                yield Paragraph("Note", self._texts.runs(block.runs))
            case Contents():
                yield from self._contents(block)
            case _:
                raise TypeError(f"no way to write {type(block).__name__}")

    def _contents(self, block: Contents) -> Iterator[Piece]:
        entries = self._outline.entries(block.depth)
        yield from contents_xml(entries, registry=self._registry, language=self._language, depth=block.depth)

    def _list(self, block: ListBlock, level: int) -> Iterator[Paragraph]:
        number = self._registry.ordered(level) if block.ordered else BULLETS
        style = "ListNumber" if block.ordered else "ListBullet"
        numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        for index, runs in enumerate(block.items):
            yield Paragraph(style, self._texts.runs(runs), extra=numbering)
            if index in block.children:
                yield from self._list(block.children[index], min(level + 1, 8))

    def _table(self, table: Table, place: Placed) -> Iterator[Piece]:
        if table.caption:
            yield self._caption(table.caption, place)
        yield table_xml(table, self._texts, place.anchor)
        for note in table.notes:
            yield Paragraph("TableNote", self._texts.runs(note), extra=_WHOLE_WIDTH if is_wide(table) else "")
        # Word joins tables that follow each other; this also sets the table off from the text below.
        yield Paragraph("TableEnd")

    def _picture(self, block: Chart | Drawing, place: Placed) -> Iterator[Paragraph]:
        if block.caption:
            yield self._caption(block.caption, place)
        name = place.label or block.caption or place.anchor
        picture = picture_xml(block, self._registry, language=self._language, name=name)
        yield Paragraph("Picture", picture if block.caption else self._registry.bookmarked(place.anchor, picture))

    def _caption(self, caption: str, place: Placed) -> Paragraph:
        """Label and number as a sequence field, so that new captions in Word go on counting."""
        word, _, number = place.label.rpartition(" ")
        label = run(f"{word}\u00a0", _BOLD) + field(f"SEQ {word} \\* ARABIC", number, _BOLD) if word else ""
        content = self._registry.bookmarked(place.anchor, label or run(caption))
        return Paragraph("Caption", content + (run(f"\u2002{caption}") if label else ""), keep_next=True)


def _on_new_page(pieces: list[Piece]) -> list[Piece]:
    first = pieces[0]
    if isinstance(first, Paragraph):
        return [first.on_new_page(), *pieces[1:]]
    return [Paragraph("TableEnd", page_break=True), *pieces]
