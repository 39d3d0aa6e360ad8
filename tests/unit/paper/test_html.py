"""The page is read back with a parser: names, scopes, links to sources, nothing that a strict policy refuses."""

import re
from collections import Counter
from itertools import pairwise

import lxml.html
import pytest

from styrhus.paper.blocks import Cell, Column, Document, Heading, Paragraph, Row, Run, Table, plain
from styrhus.paper.writers.html import blocks_html, write_html
from tests.unit.paper.documents import grant_table, status_table, whole_document


@pytest.fixture(scope="module")
def tree(html):
    return lxml.html.document_fromstring(html)


def test_the_page_names_itself_and_its_language(tree):
    assert tree.get("lang") == "sv-SE"
    assert tree.findtext("head/title") == "Verksamhetsplan 2023 – Socialnämnden, Lunds kommun"
    assert [h.text_content() for h in tree.iter("h1")] == ["Verksamhetsplan 2023"]


def test_headings_follow_each_other_without_a_gap(tree):
    levels = [int(h.tag[1]) for h in tree.xpath("//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5]")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_skip_link_and_every_other_inner_link_lead_somewhere(tree):
    ids = set(tree.xpath("//@id"))
    inner = [href[1:] for href in tree.xpath("//a/@href") if href.startswith("#")]
    assert tree.xpath("//body/a[1]/@href") == ["#paper-main"]
    assert len(inner) == 8
    assert set(inner) <= ids


def test_ids_occur_once(tree):
    assert [name for name, count in Counter(tree.xpath("//@id")).items() if count > 1] == []


def test_contents_list_the_headings(tree):
    entries = [a.text_content() for a in tree.xpath("//nav//a")]
    assert entries == ["Ekonomi & ramar <2023>", "Fördelning", "Externa insatser", "Mål", "Diagram"]
    assert tree.xpath("//nav/@aria-label") == ["Innehåll"]


def test_tables_have_caption_scopes_and_a_region_to_scroll_in(tree):
    tables = tree.xpath("//main/div[@class='paper-table']//table")
    assert [table.findtext("caption/span/b") for table in tables] == ["Tabell 1", "Tabell 2", "Tabell 3", "Tabell 4"]
    for table in tables:
        region = table.getparent()
        assert region.get("role") == "region"
        assert region.get("tabindex") == "0"
        assert region.get("aria-labelledby") == table.find("caption").get("id")
        assert {th.get("scope") for th in table.xpath("thead//th")} == {"col"}
        for row in table.xpath("tbody/tr"):
            assert row[0].tag == "th"
            assert row[0].get("scope") in ("row", "rowgroup")
            assert sum(int(cell.get("colspan", 1)) for cell in row) == len(table.xpath("thead//th"))


def test_published_figures_stand_as_they_are_written_in_sweden(tree):
    total = tree.xpath("//tr[@class='total']")[0]
    assert [cell.text_content() for cell in total] == ["Kommunbidrag", "675\u00a0373", "712\u00a0524", "+37\u00a0151"]
    assert "−45\u00a0460" in tree.text_content()


def test_a_figure_in_the_text_leads_to_the_table_that_holds_it(tree):
    figure = tree.xpath("//p[@class='lead']/a[@class='figure']")[0]
    assert figure.get("href") == "#grant-by-area"
    assert figure.get("title") == "budget.csv, grant.2023.Kommunbidrag"


def test_a_figure_without_a_home_still_tells_its_source(tree):
    figure = tree.xpath("//main/p/span[@class='figure']")[0]
    assert figure.text == "12,5\u00a0%"
    assert figure.get("title") == "outcomes.csv, rad 3"


def test_figures_lead_where_the_caller_says():
    html = write_html(whole_document(), link=lambda ref: f"/källa/{ref}?a=1&b=2" if ref.startswith("grant") else None)
    page = lxml.html.document_fromstring(html)
    assert page.xpath("//p[@class='lead']/a/@href") == ["/källa/grant.2023.Kommunbidrag?a=1&b=2"]
    assert page.xpath("//main/p/span[@class='figure']")
    assert len(page.xpath("//table//a[@class='figure']")) == 3 * 7


def test_unknown_schemes_are_text(html):
    assert "javascript:" not in html
    assert 'href="https://skr.se/?a=1&amp;b=2"' in html


def test_charts_are_images_with_a_text_and_a_table(tree):
    charts = tree.xpath("//figure")
    assert len(charts) == 5
    for chart in charts:
        for svg in chart.iterdescendants("{*}svg", "svg"):
            assert svg.get("role") == "img"
            assert svg.get("aria-label")
            assert not svg.xpath(".//@role|.//@aria-label|.//@aria-roledescription")[2:]
    assert len(tree.xpath("//figure/details//table")) == 4
    assert "518\u00a0681" in tree.xpath("//figure[@id='bridge']//@aria-label")[0]


def test_links_inside_a_drawing_are_no_links_in_an_image(tree):
    assert tree.xpath("//figure//*[local-name()='svg']//*[local-name()='a']") == []


def test_a_status_has_shape_word_and_colour():
    page = lxml.html.fragment_fromstring(blocks_html([status_table()], "sv"), create_parent="div")
    found = [(s.get("class"), s.text_content()) for s in page.xpath("//td/span")]
    assert found == [
        ("status reached", "●\u00a0uppnått"),
        ("status partly", "◐\u00a0delvis"),
        ("status not-reached", "○\u00a0ej uppnått"),
        ("status not-judged", "–\u00a0kan ej bedömas"),
    ]
    assert page.xpath("//td/span/span/@aria-hidden") == ["true"] * 4


def test_a_fragment_needs_no_permission_from_a_strict_policy():
    html = blocks_html(whole_document().blocks, "sv")
    assert " style=" not in html
    assert "<style" not in html
    assert "<script" not in html
    assert "url(" not in re.sub(r"url\(#[\w-]+\)", "", html)


def test_fragments_side_by_side_keep_their_ids_apart():
    one, other = (blocks_html([grant_table()], "sv", prefix=prefix) for prefix in ("a-", "b-"))
    ids = re.findall(r' id="([^"]+)"', one + other)
    assert len(ids) == len(set(ids))


def test_headings_of_a_fragment_begin_where_the_page_asks():
    assert blocks_html([Heading(1, "A"), Heading(3, "B")], "sv", top=3) == '<h3 id="a">A</h3>\n<h4 id="b">B</h4>'


def test_the_page_itself_is_complete_and_speaks_the_language():
    html = write_html(Document("Plan", "en", (Heading(1, "Money"), grant_table())))
    assert "Skip to the content" in html
    assert "<b>Table 1</b>" in html
    assert 'lang="en-GB"' in html
    assert "@font-face" in html
    assert "prefers-color-scheme:dark" in html
    assert not re.search(r'(?:src|href)="(?:https?:)?//', html)


def test_text_of_users_is_text():
    hostile = "<img src=x onerror=alert(1)>\"'&"
    html = blocks_html(
        [Heading(1, hostile), Paragraph((Run(hostile, href=f"https://x/{hostile}"),)),
         Table(hostile, (Column(hostile),), (Row((Cell(plain(hostile)),)),))],
        "sv",
    )  # fmt: skip
    page = lxml.html.fragment_fromstring(html, create_parent="div")
    assert page.xpath("//img") == []
    assert page.xpath("//h2")[0].text_content() == hostile
    assert page.xpath("//tbody//th")[0].text_content() == hostile
