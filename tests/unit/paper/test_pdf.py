"""The PDF's structure tree is walked with pikepdf, its pages are read with pdfium."""

import json
from collections import Counter
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from styrhus.paper.blocks import Cell, Document, Heading, Paragraph, Row, RowKind, Run, Table, plain
from styrhus.paper.writers.pdf import LayoutError, write_pdf
from tests.unit.paper.documents import cost_table, grant_table


@pytest.fixture(scope="module")
def file(pdf, tmp_path_factory):
    path = tmp_path_factory.mktemp("pdf") / "plan.pdf"
    path.write_bytes(pdf)
    with pikepdf.open(path) as opened:
        yield opened


def walk(element):
    held = element.get("/K")
    for child in held if isinstance(held, pikepdf.Array) else [held]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from walk(child)


def attributes(element) -> dict:
    held = element.get("/A")
    entries = list(held) if isinstance(held, pikepdf.Array) else [held]
    return next((dict(entry) for entry in entries if entry is not None and entry.get("/O") == "/Table"), {})


def kinds(root) -> Counter[str]:
    return Counter(str(element.S) for element in walk(root))


@pytest.fixture(scope="module")
def elements(file):
    return list(walk(file.Root.StructTreeRoot))


def test_it_says_its_language_title_and_standard(file):
    assert str(file.Root.Lang) == "sv-SE"
    assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
    assert bool(file.Root.MarkInfo.Marked)
    with file.open_metadata() as metadata:
        assert metadata["dc:title"] == "Verksamhetsplan 2023"
        assert metadata["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"


def test_headings_stand_in_order_without_a_gap(elements):
    levels = [int(str(e.S)[2]) for e in elements if str(e.S) in ("/H1", "/H2", "/H3", "/H4")]
    assert levels == [1, 1, 2, 2, 1, 1]


def test_every_table_has_a_caption_and_headers_both_ways(elements):
    tables = [element for element in elements if element.S == "/Table"]
    assert len(tables) == 4
    for table in tables:
        assert kinds(table)["/Caption"] == 1
        rows = [element for element in walk(table) if element.S == "/TR"]
        head, *body = [[cell for cell in walk(row) if cell.S in ("/TH", "/TD")] for row in rows]
        assert {str(attributes(cell)["/Scope"]) for cell in head} == {"/Column"}
        for first, *rest in body:
            assert first.S == "/TH"
            if not rest:
                assert attributes(first)["/ColSpan"] == len(head)
                continue
            assert attributes(first)["/Scope"] == "/Row"
            assert all(cell.S == "/TD" and "/Headers" not in attributes(cell) for cell in rest)


def test_a_group_heading_spans_its_table(elements):
    spans = [attributes(element).get("/ColSpan") for element in elements if element.S == "/TH"]
    assert [span for span in spans if span] == [4]


def test_a_table_described_carries_its_summary(elements):
    summaries = [attributes(element).get("/Summary") for element in elements if element.S == "/Table"]
    assert [str(summary) for summary in summaries if summary] == [cost_table().description]


def test_every_picture_has_a_text(elements):
    said = [str(element.get("/Alt", "")) for element in elements if element.S == "/Figure"]
    assert len(said) == 5
    assert all(said)
    assert "518\u00a0681" in said[0]


def test_contents_and_lists_are_tagged_as_such(elements):
    found = Counter(str(element.S) for element in elements)
    assert found["/TOCI"] == 5
    assert found["/LI"] == 3


def test_all_fonts_are_ours_and_embedded(file):
    fonts = {}
    for page in file.pages:
        for font in page.Resources.get("/Font", {}).values():
            descriptor = font.DescendantFonts[0].FontDescriptor
            fonts[str(descriptor.FontName)] = "/FontFile2" in descriptor or "/FontFile3" in descriptor
    assert all(fonts.values())
    assert {name.split("+")[1].split("-")[0] for name in fonts} <= {"StyrhusSans", "DejaVuSans"}


def page_texts(pdf: bytes) -> list[str]:
    opened = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_bounded().replace("\u00a0", " ") for page in opened]


def test_pages_carry_running_header_and_number_of_how_many(pdf):
    title_page, *rest = page_texts(pdf)
    assert "(7)" not in title_page
    for number, text in enumerate(rest, 2):
        assert f"{number} ({len(rest) + 1})" in text
        assert text.startswith("Verksamhetsplan 2023")


def test_published_figures_stand_in_the_pages(pdf):
    text = "\n".join(page_texts(pdf))
    for figure in ("712 524", "+37 151", "−45 460", "518 681", "−518,7"):
        assert figure in text
    assert "Tabell 1" in text
    assert "14 december 2022" in text


def test_a_long_table_repeats_its_header_on_every_page():
    rows = grant_table().rows[:1] * 90
    pages = page_texts(write_pdf(Document("x", "sv", (Table("Lång", grant_table().columns, rows),))))
    assert len(pages) == 3
    assert all("Verksamhetsområde" in page for page in pages[1:])


def test_a_group_heading_comes_again_where_its_group_goes_on():
    group = Row((Cell(plain("Förebyggande")),), RowKind.HEADING)
    table = Table("Lång", grant_table().columns, (group, *grant_table().rows[:1] * 70))
    assert [page.count("Förebyggande") for page in page_texts(write_pdf(Document("x", "sv", (table,))))] == [0, 1, 1]


def test_the_tables_lie_beside_as_exact_data(file):
    data = json.loads(file.attachments["tables.json"].get_file().read_bytes())
    grant = data["tables"][0]
    assert grant["caption"] == "Kommunbidrag per verksamhetsområde, tkr"
    total = grant["rows"][-1]["cells"][2]
    assert total == {
        "text": "712\u00a0524", "value": "712524", "unit": "tkr", "source": "grant.2023.Kommunbidrag",
    }  # fmt: skip
    assert grant["rows"][4]["cells"][2]["value"] is None


def test_the_wide_table_lies_on_its_side(file):
    turned = [float(page.MediaBox[2]) > float(page.MediaBox[3]) for page in file.pages]
    assert turned.count(True) == 1


def test_a_document_in_english_says_so():
    made = write_pdf(Document("Plan", "en", (Heading(1, "Money"), grant_table())))
    with pikepdf.open(BytesIO(made)) as opened:
        assert str(opened.Root.Lang) == "en-GB"
    assert "Table 1" in page_texts(made)[1]


def test_a_warning_of_the_layout_engine_is_an_error(monkeypatch):
    monkeypatch.setattr("styrhus.paper.fonts.FAMILIES", ("Ett typsnitt som inte finns",))
    with pytest.raises(LayoutError, match="unknown font family"):
        write_pdf(Document("x", "sv", (Paragraph(plain("y")),)))


@pytest.mark.parametrize("text", ["", " ", "\u00ad", "\n", "0\u00ad", "\u00ad0", " a "])
def test_a_link_around_nothing_is_no_link(text):
    assert write_pdf(Document("x", "sv", (Paragraph((Run(text, href="https://x.se"),)),)))
