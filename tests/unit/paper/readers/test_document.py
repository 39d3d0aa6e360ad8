"""A paper read without a file: what a reader of its file would find, and the address of each figure."""

from decimal import Decimal

from styrhus.paper.blocks import (
    Align,
    Cell,
    Column,
    Contents,
    Document,
    Heading,
    ListBlock,
    Note,
    Paragraph,
    Row,
    RowKind,
    Run,
    Table,
    plain,
)
from styrhus.paper.readers.document import reading_of, source_at
from styrhus.paper.reading import TextKind
from styrhus.values.figure import Figure, Source
from styrhus.values.place import Place
from styrhus.values.unit import Unit


def number(text, ref):
    return Cell((Run(text, figure=Figure(Decimal(1), Unit.TKR, source=Source(ref))),))


TABLE = Table(
    "Ram, tkr",
    (Column("Post"), Column("2023", Align.RIGHT)),
    (
        Row((Cell(plain("Barn")), number("100", "table.ram.barn.ar-2023"))),
        Row((Cell(plain("Summa")), number("110", "table.ram.summa.ar-2023")), RowKind.TOTAL),
        Row((Cell(plain("Övrigt")),), RowKind.HEADING),
    ),
    notes=(plain("Avrundat."),),
)
PAPER = Document(
    "Verksamhetsplan",
    "sv",
    (
        Heading(1, "Ekonomi"),
        Contents(),
        Heading(2, "Ramen"),
        Paragraph(
            (Run("Ramen är "), Run("110 tkr", figure=Figure(Decimal(110), Unit.TKR, source=Source("grant.2023"))))
        ),
        TABLE,
        ListBlock((plain("ett"),), children={0: ListBlock((plain("under"),))}),
        Note(plain("Motsägs."), "Not"),
    ),
)


def test_texts_and_tables_stand_in_order_with_the_number_of_their_block():
    reading = reading_of(PAPER)
    assert [(text.kind, text.text, text.place.line) for text in reading.texts] == [
        (TextKind.TITLE, "Verksamhetsplan", 1),
        (TextKind.HEADING, "Ekonomi", 1),
        (TextKind.HEADING, "Ramen", 3),
        (TextKind.PARAGRAPH, "Ramen är 110 tkr", 4),
        (TextKind.ITEM, "ett", 6),
        (TextKind.ITEM, "under", 6),
        (TextKind.NOTE, "Not Motsägs.", 7),
    ]


def test_a_table_keeps_headings_caption_notes_and_what_stands_before_it():
    (table,) = reading_of(PAPER).tables
    assert (table.caption, table.headings, table.before) == ("Ram, tkr", ("Ekonomi", "Ramen"), "Ramen är 110 tkr")
    assert (table.header_rows, table.notes, table.width) == (1, ("Avrundat.",), 2)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Post", "2023"], ["Barn", "100"], ["Summa", "110"], ["Övrigt", ""],
    ]  # fmt: skip


def test_the_address_of_a_place_is_that_of_its_cell_row_or_text():
    def at(**place):
        return source_at(PAPER, Place(**place))

    assert at(table=1, row_number=3, column_number=2) == "table.ram.summa.ar-2023"
    assert at(table=1, row_number=3, column_number=1) == "table.ram.summa.ar-2023"
    assert at(table=1, row_number=1) == "table.ram.barn.ar-2023"
    assert at(line=4) == "grant.2023"
    assert at(line=6) == ""
