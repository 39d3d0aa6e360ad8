"""What stands in a document: its words, its tables, its charts."""

from collections.abc import Iterator
from functools import cache

from styrhus.paper.blocks import (
    Block,
    Chart,
    Document,
    Drawing,
    Facts,
    Heading,
    ListBlock,
    Note,
    Paragraph,
    Runs,
    Table,
)
from styrhus.reports import KINDS
from tests.cases.example_folder import loaded

EXAMPLES = ("lund-2020", "lund-2023", "eskilstuna-2019", "orebro-2019", "helsingborg-2015")
example = cache(loaded)


@cache
def built(name: str, kind: str = "board-plan", language: str = "sv") -> Document:
    """The document of an example."""
    return KINDS[kind].build(example(name), language)


def words(document: Document) -> str:
    """Everything that can be read in the document, with ordinary spaces."""
    return "\n".join(text for block in document.blocks for text in texts(block)).replace("\u00a0", " ")


def texts(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield block.text
        case Paragraph() | Note():
            yield getattr(block, "title", "")
            yield plain(block.runs)
        case ListBlock():
            yield from (plain(item) for item in block.items)
            for child in block.children.values():
                yield from texts(child)
        case Facts():
            yield from (f"{label} {plain(runs)}" for label, runs in block.items)
        case Table():
            yield from table_texts(block)
        case Chart() | Drawing():
            yield from (block.caption, block.alt)


def table_texts(table: Table) -> Iterator[str]:
    yield table.caption
    yield from (column.heading for column in table.columns)
    yield from (cell.text for row in table.rows for cell in row.cells)
    yield from (plain(note) for note in table.notes)


def plain(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def anchors(document: Document, start: str) -> list[str]:
    """The anchors of tables, charts and headings that begin so."""
    return [block.anchor for block in document.blocks if getattr(block, "anchor", "").startswith(start)]


def refs(document: Document) -> list[str]:
    """The address of every figure in every table, in order."""
    return [ref for table in tables(document) for row in table.rows for cell in row.cells for ref in figures(cell.runs)]


def refs_in_text(document: Document) -> list[str]:
    """The address of every figure in paragraphs and lists."""
    return [ref for block in document.blocks for runs in text_runs(block) for ref in figures(runs)]


def figures(runs: Runs) -> list[str]:
    return [run.figure.source.ref for run in runs if run.figure is not None]


def text_runs(block: Block) -> Iterator[Runs]:
    if isinstance(block, Paragraph | Note):
        yield block.runs
    if isinstance(block, ListBlock):
        yield from block.items
        for child in block.children.values():
            yield from text_runs(child)
