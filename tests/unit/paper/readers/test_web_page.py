"""Web pages as their readers see them."""

from styrhus.paper.readers import read_content
from styrhus.paper.reading import Reading, TextKind
from tests.unit.paper.readers.looking import levels, rows, texts


def read(body: str, head: str = "", encoding: str = "utf-8") -> Reading:
    page = f'<!DOCTYPE html><html lang="sv"><head><title> Plan </title>{head}</head><body>{body}</body></html>'
    return read_content(page.encode(encoding), "plan.html")


def test_headings_texts_and_what_is_not_read() -> None:
    reading = read(
        "<nav><ul><li><a href='#a'>Ekonomi</a></li><li><a href='/start'>Start</a></li></ul></nav><script>x=1</script>"
        "<h1>Plan 2024</h1><h2 id=a>Ekonomi</h2><p>Ramen är <b>1&nbsp;200</b>\n tkr.</p><p hidden>dolt</p>"
        "<p style='display: none'>dolt</p><ul><li>Ett<ul><li>Under</li></ul></li></ul><h3>Läge</h3>Lös text<br>på rader"
        "<footer>Kommunen</footer>"
    )
    assert texts(reading, TextKind.TITLE) == ["Plan 2024"]
    assert levels(reading) == [(1, "Ekonomi"), (2, "Läge")]
    assert texts(reading, TextKind.PARAGRAPH) == ["Ramen är 1\u00a0200 tkr.", "Lös text på rader"]
    assert [(b.level, b.text) for b in reading.texts if b.kind is TextKind.ITEM] == [(0, "Ett"), (1, "Under")]
    assert texts(reading, TextKind.CONTENTS) == ["Ekonomi"]
    assert texts(reading, TextKind.FURNITURE) == ["Kommunen"]
    assert (reading.build.language, reading.build.title, reading.build.heading_styles) == ("sv", "Plan", 2)


def test_tables_with_spans_heads_and_captions() -> None:
    reading = read(
        "<p>Ramen fördelas så.</p><table><caption>Ram, tkr</caption><tbody><tr><th scope=row rowspan=2>Barn<td>1<td>2"
        "<tr><td>3<br>(prel)<td>4<sup>1</sup></tbody>"
        "<thead><tr><th>Enhet<th colspan=2>År</tr></thead></table><p>*prel</p>"
    )
    assert rows(reading) == [["Enhet", "År", ""], ["Barn", "1", "2"], ["", "3\n(prel)", "4¹"]]
    (table,) = reading.tables
    assert (table.caption, table.before, table.header_rows) == ("Ram, tkr", "Ramen fördelas så.", 1)
    assert table.notes == ("*prel",)
    assert reading.build.tables_without_header == ()


def test_tables_for_layout_are_walked_through() -> None:
    reading = read(
        "<table role=presentation><tr><td>Vänster<td><table><tr><td>A<td>1<tr><td>B<td>2</table></table>"
        "<table><tr><td>Ruta</table>"
    )
    assert texts(reading, TextKind.PARAGRAPH) == ["Vänster", "Ruta"]
    assert rows(reading) == [["A", "1"], ["B", "2"]]
    assert reading.build.tables_without_header == (1,)


def test_pictures_preformatted_text_and_encoding() -> None:
    reading = read(
        "<img src=a alt='Karta'><img src=b><img src=c alt=''><svg aria-label='Stapel'></svg>"
        "<pre>Enhet\t2024\nBarn\t12</pre><p>Årlig</p>",
        head='<meta charset="iso-8859-1">', encoding="iso-8859-1",
    )  # fmt: skip
    assert [picture.alt for picture in reading.build.pictures] == ["Karta", None, "", "Stapel"]
    assert rows(reading) == [["Enhet", "2024"], ["Barn", "12"]]
    assert texts(reading, TextKind.PARAGRAPH) == ["Årlig"]


def test_a_page_that_word_saved() -> None:
    reading = read(
        "<p class=MsoToc1>Ekonomi <span>...</span> 3</p><p class=MsoNormal>&nbsp;</p><p class=MsoCaption>Ram (tkr)</p>"
        "<table><tr><td>A<td>1<tr><td>B<td>2</table>"
    )
    assert texts(reading, TextKind.CONTENTS) == ["Ekonomi ... 3"]
    assert texts(reading, TextKind.PARAGRAPH) == []
    assert reading.tables[0].caption == "Ram (tkr)"


def test_broken_pages_are_mended() -> None:
    reading = read("<p>Ett<p>Två</div><table><tr><td>A<td>1<tr><td>B<td>2")
    assert texts(reading, TextKind.PARAGRAPH) == ["Ett", "Två"]
    assert rows(reading) == [["A", "1"], ["B", "2"]]
    assert read_content(b"<html>", "plan.html").blocks == ()
