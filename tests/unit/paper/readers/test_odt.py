"""OpenDocument texts, made by hand."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from styrhus.paper.readers import read_content
from styrhus.paper.reading import Reading, TextKind
from styrhus.values.problem import ProblemsError
from tests.unit.paper.readers.looking import levels, rows, texts

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
NAMESPACES = " ".join(
    f'xmlns:{short}="{OASIS}{name}:1.0"'
    for short, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
    )
)  # fmt: skip


def read(body: str, styles: str = "", other: str = "") -> Reading:
    content = (
        f"<office:document-content {NAMESPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
        archive.writestr("styles.xml", f"<office:document-styles {NAMESPACES}>{other}</office:document-styles>")
    return read_content(held.getvalue(), "plan.odt")


def cell(*lines: str, span: str = "") -> str:
    return f"<table:table-cell {span}>{''.join(f'<text:p>{line}</text:p>' for line in lines)}</table:table-cell>"


def test_headings_captions_tables_and_notes() -> None:
    reading = read(
        '<text:h text:outline-level="1">Ekonomi</text:h><text:h text:outline-level="2">Ram</text:h>'
        '<text:p text:style-name="P1">Tabell 1 Ram (tkr)</text:p>'
        "<table:table><table:table-header-rows><table:table-row>"
        + cell("Enhet") + cell("Personer", span='table:number-columns-spanned="2"')
        + "<table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row>"
        + cell("Barn", span='table:number-rows-spanned="2"') + cell("1<text:s/>200") + cell("Väster", "Öster")
        + "</table:table-row><table:table-row><table:covered-table-cell/>" + cell("5") + cell("6")
        + "</table:table-row></table:table><text:p>*exklusive hyra</text:p>",
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Caption"/>',
    )  # fmt: skip
    assert rows(reading) == [["Enhet", "Personer", ""], ["Barn", "1 200", "Väster\nÖster"], ["", "5", "6"]]
    (table,) = reading.tables
    assert (table.caption, table.headings) == ("Tabell 1 Ram (tkr)", ("Ekonomi", "Ram"))
    assert (table.notes, table.header_rows) == (("*exklusive hyra",), 1)
    assert levels(reading) == [(1, "Ekonomi"), (2, "Ram")]


def test_lists_notes_tabs_and_deletions() -> None:
    reading = read(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Struken</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        '<text:p>Ram<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>En not</text:p>'
        "</text:note-body></text:note> och<text:line-break/>mer"
        "<office:annotation><text:p>Kommentar</text:p></office:annotation></text:p>"
        "<text:list><text:list-item><text:p>Ett</text:p><text:list><text:list-item><text:p>Under</text:p>"
        "</text:list-item></text:list></text:list-item></text:list>"
        "<text:p>Enhet<text:tab/>2024</text:p><text:p>Barn<text:tab/>12</text:p>"
    )  # fmt: skip
    assert texts(reading, TextKind.PARAGRAPH) == ["Ram¹ och mer"]
    assert [(b.level, b.text) for b in reading.texts if b.kind is TextKind.ITEM] == [(0, "Ett"), (1, "Under")]
    assert texts(reading, TextKind.NOTE) == ["¹ En not"]
    assert rows(reading) == [["Enhet", "2024"], ["Barn", "12"]]


def test_contents_pages_pictures_language_and_furniture() -> None:
    reading = read(
        "<text:table-of-content><text:index-body><text:p>Ekonomi<text:tab/>3</text:p></text:index-body>"
        "</text:table-of-content>"
        "<text:p><draw:frame><draw:image/><svg:desc>Kartan</svg:desc></draw:frame>Ett</text:p>"
        "<text:p><text:soft-page-break/>Två</text:p><text:p><draw:frame><draw:image/></draw:frame>Tre</text:p>",
        other='<office:styles><style:default-style style:family="paragraph"><style:text-properties fo:language="sv" '
        'fo:country="SE"/></style:default-style></office:styles><office:master-styles><style:master-page><style:header>'
        "<text:p>Kommunen</text:p></style:header></style:master-page></office:master-styles>",
    )  # fmt: skip
    assert texts(reading, TextKind.CONTENTS) == ["Ekonomi\t3"]
    assert texts(reading, TextKind.FURNITURE) == ["Kommunen"]
    assert reading.pages == 2
    assert [block.place.page for block in reading.texts if block.kind is TextKind.PARAGRAPH] == [1, 2, 2]
    assert [picture.alt for picture in reading.build.pictures] == ["Kartan", None]
    assert reading.build.language == "sv-SE"


def test_chapters_are_numbered_and_boxes_read() -> None:
    levels_ = "".join(
        f'<text:outline-level-style text:level="{n}" style:num-format="1" text:display-levels="{n}"/>' for n in (1, 2)
    )
    reading = read(
        "<draw:frame><draw:text-box><text:p>I en ruta.</text:p></draw:text-box></draw:frame>"
        '<text:h text:outline-level="1">Mål</text:h><text:h text:outline-level="2">Barn</text:h>'
        '<text:h text:outline-level="2">Unga</text:h>',
        other=f"<office:styles><text:outline-style>{levels_}</text:outline-style></office:styles>",
    )
    assert [text for _, text in levels(reading)] == ["1 Mål", "1.1 Barn", "1.2 Unga"]
    assert texts(reading, TextKind.PARAGRAPH) == ["I en ruta."]


def test_one_flat_file_and_a_damaged_one() -> None:
    flat = (
        f'<?xml version="1.0"?><office:document {NAMESPACES}><office:body><office:text><text:p>Hej.</text:p>'
        "</office:text>"
        "</office:body></office:document>"
    )
    assert texts(read_content(flat.encode(), "plan.fodt"), TextKind.PARAGRAPH) == ["Hej."]
    with pytest.raises(ProblemsError, match="damaged"):
        read("<text:p>")
