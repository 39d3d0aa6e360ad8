"""A document that was never a file: the blocks that the writers get, read as the reader of such a file would."""

from collections.abc import Iterable, Iterator

from styrhus.paper.blocks import (
    Chart,
    Document,
    Drawing,
    Facts,
    Heading,
    ListBlock,
    Note,
    Paragraph,
    Row,
    RowKind,
    Run,
    Runs,
    Table,
)
from styrhus.paper.grid import cells
from styrhus.paper.reading import Block, Build, Picture, ReadCell, Reading, ReadRow, ReadTable, TextBlock, TextKind
from styrhus.values.place import Place

FORMAT = "document"


def reading_of(document: Document) -> Reading:
    """The document as read; `line` of a place counts its blocks from 1, row 1 of a table is its headings.

    The data behind a chart are no table of the reading, since they repeat figures of others.
    """
    reader = _Reader()
    found = tuple(reader.blocks(document))
    pictures = tuple(
        Picture(Place(line=line), block.alt)
        for line, block in enumerate(document.blocks, 1)
        if isinstance(block, Chart | Drawing)
    )
    headings = sum(isinstance(block, Heading) for block in document.blocks)
    build = Build(document.language, document.title, tagged=True, heading_styles=headings, pictures=pictures)
    return Reading(document.title, FORMAT, found, build=build)


def source_at(document: Document, place: Place) -> str:
    """The address of the figure that a place of the reading is about, empty when there is none.

    That of the cell; else of the first figure in its row, in the table, or in the text.
    """
    return next((ref for run in _runs_at(document, place) if (ref := _ref(run))), "")


class _Reader:
    """Goes through the blocks and remembers the headings above."""

    def __init__(self) -> None:
        self._headings: list[tuple[int, str]] = []
        self._tables = 0
        self._before = ""

    def blocks(self, document: Document) -> Iterator[Block]:
        yield TextBlock(TextKind.TITLE, document.title, Place(line=1), declared=True)
        for line, block in enumerate(document.blocks, 1):
            if isinstance(block, Table):
                yield self._table(block, line)
                continue
            for text in _texts(block, Place(line=line)):
                self._remember(text)
                yield text

    def _remember(self, text: TextBlock) -> None:
        if text.kind is TextKind.HEADING:
            self._headings = [(level, words) for level, words in self._headings if level < text.level]
            self._headings.append((text.level, text.text))
            self._before = ""
        else:
            self._before = text.text

    def _table(self, table: Table, line: int) -> ReadTable:
        self._tables += 1
        place = Place(line=line, table=self._tables)
        head = ReadRow(tuple(ReadCell(column.heading, header=True) for column in table.columns), _row_place(place, 1))
        rows = tuple(_row(row, table, _row_place(place, number)) for number, row in enumerate(table.rows, 2))
        headings = tuple(words for _, words in self._headings)
        notes = tuple(_plain(note) for note in table.notes)
        before, self._before = self._before, ""
        return ReadTable(
            self._tables, (head, *rows), place,
            caption=table.caption, headings=headings, before=before, notes=notes, header_rows=1,
        )  # fmt: skip


def _row_place(place: Place, number: int) -> Place:
    return Place(line=place.line, table=place.table, row_number=number)


def _row(row: Row, table: Table, place: Place) -> ReadRow:
    strong = row.kind in {RowKind.TOTAL, RowKind.SUBTOTAL}
    held = cells(row, table)
    return ReadRow(tuple(ReadCell(cell.text, strong=strong, indent=cell.indent) for cell in held), place)


def _texts(block: object, place: Place) -> Iterator[TextBlock]:
    """What a block other than a table says."""
    match block:
        case Heading():
            yield TextBlock(TextKind.HEADING, block.text, place, level=block.level, declared=True)
        case Paragraph():
            yield TextBlock(TextKind.PARAGRAPH, _plain(block.runs), place, strong=block.introduces)
        case ListBlock():
            yield from _items(block, place, 0)
        case Facts():
            for label, runs in block.items:
                yield TextBlock(TextKind.PARAGRAPH, f"{label}: {_plain(runs)}", place)
        case Note():
            yield TextBlock(TextKind.NOTE, " ".join(filter(None, (block.title, _plain(block.runs)))), place)


def _items(block: ListBlock, place: Place, depth: int) -> Iterator[TextBlock]:
    for index, item in enumerate(block.items):
        yield TextBlock(TextKind.ITEM, _plain(item), place, level=depth, declared=True)
        if index in block.children:
            yield from _items(block.children[index], place, depth + 1)


def _plain(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def _runs_at(document: Document, place: Place) -> Iterator[Run]:
    """The runs at a place, the nearest first."""
    if place.table is None:
        if place.line is not None and 0 < place.line <= len(document.blocks):
            yield from _runs_of(document.blocks[place.line - 1])
        return
    tables = [block for block in document.blocks if isinstance(block, Table)]
    table = tables[place.table - 1]
    if place.row_number is not None and place.row_number > 1:
        row = table.rows[place.row_number - 2]
        if place.column_number is not None and place.column_number <= len(row.cells):
            yield from row.cells[place.column_number - 1].runs
        yield from _runs_of_rows((row,))
    yield from _runs_of_rows(table.rows)


def _runs_of_rows(rows: Iterable[Row]) -> Iterator[Run]:
    for row in rows:
        for cell in row.cells:
            yield from cell.runs


def _runs_of(block: object) -> Iterator[Run]:
    match block:
        case Paragraph() | Note():
            yield from block.runs
        case ListBlock():
            for item in block.items:
                yield from item
            for inner in block.children.values():
                yield from _runs_of(inner)
        case Facts():
            for _, runs in block.items:
                yield from runs


def _ref(run: Run) -> str:
    return run.figure.source.ref if run.figure is not None else ""
