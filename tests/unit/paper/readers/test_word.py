"""Word files: what a table holds is what is read, whatever Word did to the file."""

import pytest
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from styrhus.paper.readers import read_content
from styrhus.paper.reading import Reading, TextKind
from styrhus.values.problem import ProblemsError
from tests.unit.paper.readers.looking import levels, rows, texts
from tests.unit.paper.readers.word_files import cell, new, paragraph, raw, row, saved, table


def read(content: bytes) -> Reading:
    return read_content(content, "plan.docx")


def test_a_plan_with_styles() -> None:
    document = new()
    document.core_properties.title = "Verksamhetsplan"
    document.add_paragraph("Verksamhetsplan", style="Title")
    document.add_heading("Ekonomi", 1)
    document.add_heading("Ram", 2)
    document.add_paragraph("Ramen fördelas så.")
    document.add_paragraph("Tabell 1 Ram (tkr)", style="Caption")
    grid = document.add_table(2, 3)
    for held, text in zip(
        (c for r in grid.rows for c in r.cells), ["Enhet", "2023", "2024", "Barn", "1\xa0200", "−5"], strict=True
    ):
        held.text = text
    properties = grid.rows[0]._tr.get_or_add_trPr()
    properties.append(properties.makeelement(qn("w:tblHeader"), {}))
    document.add_paragraph("Not till tabell: exklusive hyra")
    document.add_paragraph("Första", style="List Bullet")
    reading = read(saved(document))
    (read_table,) = reading.tables
    assert rows(reading) == [["Enhet", "2023", "2024"], ["Barn", "1\u00a0200", "−5"]]
    assert (read_table.caption, read_table.before) == ("Tabell 1 Ram (tkr)", "Ramen fördelas så.")
    assert read_table.headings == ("Ekonomi", "Ram")
    assert read_table.notes == ("Not till tabell: exklusive hyra",)
    assert read_table.header_rows == 1
    assert texts(reading, TextKind.TITLE) == ["Verksamhetsplan"]
    assert texts(reading, TextKind.ITEM) == ["Första"]
    assert (reading.build.title, reading.build.heading_styles) == ("Verksamhetsplan", 2)
    assert reading.build.tables_without_header == ()
    assert all(block.declared for block in reading.texts if block.kind in {TextKind.HEADING, TextKind.ITEM})


def test_swedish_styles_and_outline_levels() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="Rubrik 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="Egen"/><w:basedOn w:val="a"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="Avsnitt"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr>'
        "</w:style>"
        '<w:style w:type="paragraph" w:styleId="d"><w:name w:val="Tabellrubrik"/></w:style>'
        '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="sv-SE"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )
    body = (
        paragraph("Mål", style="a") + paragraph("Läge", style="b") + paragraph("Detalj", style="c")
        + paragraph("Direkt", properties='<w:outlineLvl w:val="1"/>') + paragraph("Ram", style="d")
        + table(row("A", "1"), row("B", "2"))
    )  # fmt: skip
    reading = read(raw(body, styles=styles))
    assert levels(reading) == [(1, "Mål"), (1, "Läge"), (3, "Detalj"), (2, "Direkt")]
    assert reading.tables[0].caption == "Ram"
    assert reading.build.language == "sv-SE"
    assert reading.build.tables_without_header == (1,)


def test_merged_cells_stand_once() -> None:
    body = table(
        row(cell("Verksamhet", '<w:vMerge w:val="restart"/>'), cell("Personer", '<w:gridSpan w:val="2"/>')),
        row(cell("", "<w:vMerge/>"), "2023", "2024"),
        row("Barn", "10", "12"),
    )
    reading = read(raw(body))
    assert rows(reading) == [["Verksamhet", "Personer", ""], ["", "2023", "2024"], ["Barn", "10", "12"]]
    assert reading.tables[0].rows[0].cells[1].spans == 2


def test_crooked_borders_make_no_columns() -> None:
    body = table(
        row(cell("Enhet", '<w:gridSpan w:val="2"/>'), "2024"),
        row("Barn", cell("12", '<w:gridSpan w:val="2"/>')),
    )
    assert rows(read(raw(body))) == [["Enhet", "2024"], ["Barn", "12"]]


def test_insertions_count_and_deletions_do_not() -> None:
    changed = (
        "<w:r><w:t>Ram </w:t></w:r><w:ins><w:r><w:t>120</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>100</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>bort</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>dolt</w:t></w:r>"
    )
    body = paragraph(changed) + table(row("A", "1"), row("B", "2", properties="<w:del/>"), row("C", "3"))
    reading = read(raw(body))
    assert texts(reading, TextKind.PARAGRAPH) == ["Ram 120"]
    assert rows(reading) == [["A", "1"], ["C", "3"]]


def field(code: str, result: str) -> str:
    turns = [f'<w:r><w:fldChar w:fldCharType="{turn}"/></w:r>' for turn in ("begin", "separate", "end")]
    return f"{turns[0]}<w:r><w:instrText>{code}</w:instrText></w:r>{turns[1]}<w:r><w:t>{result}</w:t></w:r>{turns[2]}"


def test_fields_show_their_results() -> None:
    reading = read(
        raw(paragraph("<w:r><w:t>Se tabell </w:t></w:r>" + field("REF t1", "Fel! Hittar inte referenskälla.")))
    )
    assert texts(reading, TextKind.PARAGRAPH) == ["Se tabell Fel! Hittar inte referenskälla."]


def test_contents_by_field_and_by_style() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3"</w:instrText></w:r>'
    begin += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    entry = "<w:r><w:t>1</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>Ekonomi</w:t></w:r><w:r><w:tab/></w:r>" + field(
        "PAGEREF a", "12"
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    styles = '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="toc 2"/></w:style>'
    body = (
        paragraph(begin + entry)
        + paragraph(entry, end)
        + paragraph("Mål", "<w:r><w:tab/></w:r>", "3", style="x")
        + paragraph("Text.")
    )
    reading = read(raw(body, styles=styles))
    assert texts(reading, TextKind.CONTENTS) == ["1 Ekonomi\t12", "1 Ekonomi\t12", "Mål\t3"]
    assert texts(reading, TextKind.PARAGRAPH) == ["Text."]


def test_numbers_that_word_gives_by_itself() -> None:
    level = '<w:lvl w:ilvl="{0}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{1}"/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level.format(0, "%1")}{level.format(1, "%1.%2")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="h{n}"><w:name w:val="heading {n}"/><w:pPr><w:numPr>'
        f'<w:ilvl w:val="{n - 1}"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for n in (1, 2)
    )
    body = "".join(
        paragraph(text, style=f"h{n}") for n, text in ((1, "Mål"), (1, "Ekonomi"), (2, "Ram"), (2, "Äskanden"))
    )
    reading = read(raw(body, styles=styles, numbering=numbering))
    assert [text for _, text in levels(reading)] == ["1 Mål", "2 Ekonomi", "2.1 Ram", "2.2 Äskanden"]


def test_footnotes_are_marked_and_follow() -> None:
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    footnotes = "".join(f'<w:footnote w:id="{n}">{paragraph(f"Not {n}")}</w:footnote>' for n in (2, 3))
    body = (
        paragraph("Ramen", mark.format(2))
        + table(row("Enhet", "1"), row(cell(paragraph("Barn", mark.format(3))), "2"))
        + paragraph("Slut.")
    )
    reading = read(raw(body, footnotes=footnotes))
    assert texts(reading, TextKind.PARAGRAPH) == ["Ramen¹", "Slut."]
    assert rows(reading)[1][0] == "Barn²"
    assert reading.tables[0].notes == ("² Not 3",)
    assert texts(reading, TextKind.NOTE) == ["² Not 3", "¹ Not 2"]


def test_controls_boxes_breaks_and_signs() -> None:
    box = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><wp:docPr id='1' name='x'/>"
        "<wps:txbx><w:txbxContent>"
        f"{paragraph('I rutan')}</w:txbxContent></wps:txbx></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><w:txbxContent>{paragraph('I rutan')}</w:txbxContent></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    control = f"<w:sdt><w:sdtContent>{paragraph('Valt')}{table(row('A', '1'), row('B', '2'))}</w:sdtContent></w:sdt>"
    lines = "<w:r><w:t>Väster: 83</w:t><w:br/><w:t>Öster: 84</w:t></w:r>"
    body = paragraph("Före", box) + control + table(row("Mått", "2024"), row("Index", cell(paragraph(lines))))
    reading = read(raw(body))
    assert texts(reading, TextKind.PARAGRAPH) == ["Före", "I rutan", "Valt"]
    assert rows(reading, 2)[1] == ["Index", "Väster: 83\nÖster: 84"]


def test_pictures_and_their_texts() -> None:
    picture = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Bild"{}>{}</wp:docPr></wp:inline></w:drawing></w:r>'
    body = (
        paragraph(picture.format(' descr="Diagram över ramen"', "")) + paragraph(picture.format("", ""))
        + paragraph(picture.format("", '<adec:decorative val="1"/>'))
    )  # fmt: skip
    assert [held.alt for held in read(raw(body)).build.pictures] == ["Diagram över ramen", None, ""]


def test_pages_where_word_has_laid_them_out() -> None:
    turn = "<w:r><w:lastRenderedPageBreak/></w:r>"
    body = paragraph("Ett") + paragraph(turn, "Två") + table(row("A", "1"), row(cell(paragraph(turn, "B")), "2"))
    reading = read(raw(body))
    assert reading.pages == 3
    assert [block.place.page for block in reading.texts] == [1, 2]
    assert [held.place.page for held in reading.tables[0].rows] == [2, 3]
    document = new()
    document.add_paragraph("Ett").add_run().add_break(WD_BREAK.PAGE)
    assert read(saved(document)).pages is None


def test_headers_and_footers_are_no_data() -> None:
    document = new()
    document.sections[0].header.paragraphs[0].text = "Kommunen, plan 2024"
    document.add_paragraph("Text.")
    reading = read(saved(document))
    assert texts(reading, TextKind.FURNITURE) == ["Kommunen, plan 2024"]
    assert texts(reading, TextKind.PARAGRAPH) == ["Text."]


def test_a_table_round_a_text_and_a_table_in_a_table() -> None:
    inner = table(row("Enhet", "2024"), row("Barn", "10"))
    reading = read(raw(table(row("Ruta med text")) + table(row("Yttre", f"<w:p>{''}</w:p>{inner}"), row("Rad", "7"))))
    assert texts(reading, TextKind.PARAGRAPH) == ["Ruta med text"]
    assert rows(reading, 1) == [["Yttre", ""], ["Rad", "7"]]
    assert rows(reading, 2) == [["Enhet", "2024"], ["Barn", "10"]]


def test_tables_made_with_tabs() -> None:
    document = new()
    for line in ("Enhet\t2023\t2024", "Barn\t10\t12", "\tvarav köp\t3"):
        document.add_paragraph(line)
    assert rows(read(saved(document))) == [["Enhet", "2023", "2024"], ["Barn", "10", "12"], ["", "varav köp", "3"]]


def test_bold_and_indented_cells() -> None:
    document = new()
    grid = document.add_table(2, 2)
    grid.cell(0, 0).paragraphs[0].add_run("Summa").bold = True
    grid.cell(1, 0).text = "varav köp"
    grid.cell(1, 0).paragraphs[0].paragraph_format.left_indent = Pt(12)
    grid.cell(1, 1).text = "3"
    first, second = read(saved(document)).tables[0].rows
    assert (first.cells[0].strong, second.cells[0].strong) == (True, False)
    assert (first.cells[0].indent, second.cells[0].indent) == (0, 1)


def test_an_entity_is_not_expanded_and_a_broken_part_is_told() -> None:
    bomb = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    content = raw(paragraph("<w:r><w:t>Text &b;</w:t></w:r>"), before=bomb)
    assert "aaaa" not in "".join(block.text for block in read(content).texts)
    with pytest.raises(ProblemsError, match="damaged"):
        read(raw("<w:p>"))
    with pytest.raises(ProblemsError, match="damaged"):
        read(raw(paragraph("Text"))[:-200])


TEXTS = st.text("abåö 0123456789,-–%", max_size=9).map(str.strip)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.lists(st.text("abåö 0123456789,-–%", max_size=9).map(str.strip), min_size=3, max_size=3),
        min_size=2,
        max_size=5,
    )
)
def test_every_cell_is_read(grid: list[list[str]]) -> None:
    reading = read(raw(table(*(row(*cells) for cells in grid))))
    assert rows(reading) == grid
