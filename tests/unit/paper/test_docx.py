"""The Word file is read back by python-docx and lxml, which had no part in writing it."""

import zipfile
from io import BytesIO

import docx as reader
import pytest
from docx.oxml.ns import qn
from lxml import etree

from styrhus.paper.blocks import Document, Heading, ListBlock, PageBreak, Paragraph, Run, plain
from styrhus.paper.writers.docx import write_docx
from tests.unit.paper.documents import grant_table

W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


@pytest.fixture(scope="module")
def opened(docx):
    return reader.Document(BytesIO(docx))


@pytest.fixture(scope="module")
def xml(docx):
    return etree.fromstring(zipfile.ZipFile(BytesIO(docx)).read("word/document.xml"))


def part(docx: bytes, name: str):
    return etree.fromstring(zipfile.ZipFile(BytesIO(docx)).read(name))


def text(element) -> str:
    return "".join(element.xpath(".//w:t/text()", namespaces=W))


def styled(opened, name: str) -> list[str]:
    return [paragraph.text for paragraph in opened.paragraphs if paragraph.style.name == name]


def test_headings_are_words_own(opened):
    assert styled(opened, "Title") == ["Verksamhetsplan 2023"]
    assert styled(opened, "Heading 1") == ["Ekonomi & ramar <2023>", "Mål", "Diagram"]
    assert styled(opened, "Heading 2") == ["Fördelning", "Externa insatser"]


def test_every_style_used_is_defined(opened, xml):
    defined = {style.style_id for style in opened.styles}
    used = set(xml.xpath("//w:pStyle/@w:val|//w:rStyle/@w:val|//w:tblStyle/@w:val", namespaces=W))
    assert used
    assert used <= defined


def test_captions_count_by_field_in_the_language(opened, xml):
    assert styled(opened, "Caption")[:2] == [
        "Tabell\u00a01\u2002Kommunbidrag per verksamhetsområde, tkr",
        "Tabell\u00a02\u2002Budgetramens fördelning, mnkr",
    ]
    fields = [i for i in xml.xpath("//w:instrText/text()", namespaces=W) if "SEQ" in i]
    assert [field.split()[1] for field in fields] == ["Tabell"] * 4 + ["Figur"] * 5


def test_contents_are_a_field_filled_with_links_to_the_headings(xml):
    (toc,) = xml.xpath("//w:sdt", namespaces=W)
    assert "TOC \\o" in "".join(toc.xpath(".//w:instrText/text()", namespaces=W))
    entries = toc.xpath(".//w:hyperlink", namespaces=W)
    assert [text(entry) for entry in entries] == [
        "Ekonomi & ramar <2023>", "Fördelning", "Externa insatser", "Mål", "Diagram",
    ]  # fmt: skip
    for entry in entries:
        name = entry.get(qn("w:anchor"))
        (mark,) = xml.xpath(f"//w:bookmarkStart[@w:name='{name}']", namespaces=W)
        assert text(mark.getparent()) == text(entry)
        assert f"PAGEREF {name}" in "".join(entry.xpath(".//w:instrText/text()", namespaces=W))


def test_fields_open_and_close(xml):
    for kind in ("begin", "separate", "end"):
        count = len(xml.xpath(f"//w:fldChar[@w:fldCharType='{kind}']", namespaces=W))
        assert count == len(xml.xpath("//w:instrText", namespaces=W))


def test_bookmarks_have_one_name_and_one_number_and_every_jump_lands(xml):
    names = xml.xpath("//w:bookmarkStart/@w:name", namespaces=W)
    assert len(set(names)) == len(names)
    assert xml.xpath("//w:bookmarkStart/@w:id", namespaces=W) == xml.xpath("//w:bookmarkEnd/@w:id", namespaces=W)
    assert set(xml.xpath("//w:hyperlink/@w:anchor", namespaces=W)) <= set(names)


def test_tables_repeat_their_header_and_keep_rows_whole(opened):
    assert len(opened.tables) == 4
    for table in opened.tables:
        head, *rows = table._tbl.tr_lst
        assert head.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is None for row in rows)
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in (head, *rows))


def test_tables_have_title_and_description(opened):
    properties = opened.tables[1]._tbl.tblPr
    assert properties.find(qn("w:tblCaption")).get(qn("w:val")) == "Budgetramens fördelning, mnkr"
    assert properties.find(qn("w:tblDescription")).get(qn("w:val")) == "Underposter står indragna."


def test_published_figures_stand_right_aligned_with_totals_set_off(opened):
    row = opened.tables[0].rows[-1]
    assert [cell.text for cell in row.cells] == ["Kommunbidrag", "675\u00a0373", "712\u00a0524", "+37\u00a0151"]
    assert row.cells[1].paragraphs[0].style.name == "Styrhus Table Number"
    assert all(run.bold for cell in row.cells for run in cell.paragraphs[0].runs)
    assert row.cells[0]._tc.tcPr.find(f"{qn('w:tcBorders')}/{qn('w:top')}") is not None


def test_widths_of_a_table_add_up_to_the_text_width(opened):
    for table, width in zip(opened.tables, (9071, 9071, 14003, 9071), strict=True):
        grid = [int(col.get(qn("w:w"))) for col in table._tbl.tblGrid.gridCol_lst]
        assert sum(grid) == pytest.approx(width, abs=len(grid))


def test_only_the_wide_table_lies_on_its_side(opened):
    assert [section.page_width > section.page_height for section in opened.sections] == [False, True, False]


def test_the_language_is_set_everywhere(docx):
    assert part(docx, "word/styles.xml").xpath("//w:docDefaults//w:lang/@w:val", namespaces=W) == ["sv-SE"]
    assert part(docx, "word/settings.xml").xpath("//w:themeFontLang/@w:val", namespaces=W) == ["sv-SE"]


def test_the_file_tells_what_it_is(opened):
    core = opened.core_properties
    assert (core.title, core.subject, core.author) == (
        "Verksamhetsplan 2023", "med internbudget", "Socialnämnden, Lunds kommun",
    )  # fmt: skip
    assert core.language == "sv-SE"
    assert core.created.date().isoformat() == core.modified.date().isoformat() == "2022-12-14"


def test_pictures_have_a_text(xml):
    said = xml.xpath("//*[local-name()='docPr']/@descr")
    assert len(said) == 5
    assert "712\u00a0524" not in said[0]
    assert "518\u00a0681 tkr" in said[0].replace("\u00a0tkr", " tkr")
    assert said[4] == "Ett hus med tre rum."


def test_pages_are_numbered_of_how_many(docx):
    footer = part(docx, "word/footer1.xml")
    assert [i.strip() for i in footer.xpath("//w:instrText/text()", namespaces=W)] == ["PAGE", "NUMPAGES"]
    assert text(part(docx, "word/header1.xml")) == "Verksamhetsplan 2023Socialnämnden, Lunds kommun"


def test_lists_are_lists_and_each_ordered_one_begins_at_one():
    ordered = ListBlock((plain("a"), plain("b")), True)
    made = write_docx(Document("x", "sv", (ordered, ordered, ListBlock((plain("c"),)))))
    numbers = part(made, "word/document.xml").xpath("//w:numId/@w:val", namespaces=W)
    assert len(set(numbers)) == 3
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]
    held = part(made, "word/numbering.xml").xpath("//w:num/@w:numId", namespaces=W)
    assert set(numbers) <= set(held)


def test_a_page_break_is_a_property_of_what_follows():
    made = reader.Document(BytesIO(write_docx(Document("x", "sv", (Heading(1, "A"), PageBreak(), Heading(1, "B"))))))
    breaks = [p.text for p in made.paragraphs if p.paragraph_format.page_break_before]
    assert breaks == ["A", "B"]
    assert "" not in [p.text for p in made.paragraphs if p.style.name == "Heading 1"]


def test_relationships_lead_to_parts_that_exist(docx):
    file = zipfile.ZipFile(BytesIO(docx))
    for relation in part(docx, "word/_rels/document.xml.rels"):
        if relation.get("TargetMode") != "External":
            assert f"word/{relation.get('Target')}" in file.namelist()


def test_a_table_can_end_a_document_and_come_first():
    made = reader.Document(
        BytesIO(write_docx(Document("x", "en", (grant_table(), Paragraph(plain("y")), grant_table()))))
    )
    assert len(made.tables) == 2
    assert styled(made, "Caption")[0].startswith("Table\u00a01")


def test_a_short_line_in_bold_stays_with_what_it_introduces():
    bold = Paragraph((Run("Så mäts det.", strong=True),))
    made = reader.Document(BytesIO(write_docx(Document("x", "sv", (bold, Paragraph(plain("Text")))))))
    assert [p.text for p in made.paragraphs if p.paragraph_format.keep_with_next] == ["Så mäts det."]
