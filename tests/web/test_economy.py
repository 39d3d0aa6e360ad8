"""The economy pages: published totals, filters in the address, contradictions marked, files."""

import csv
import io
import re

import pytest

from styrhus.dossier.folder.write import folder_files
from tests.web.examples import example, plain, reader_of, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def lund():
    return reader_of("lund-2023")


TOTALS = {
    "lund-2023": ("712 524", "+37 151", "165 000"),
    "lund-2020": ("600 117", "143", "+24 400"),
    "orebro-2019": ("509 639", "518 681", "413", "297,0"),
    "helsingborg-2015": ("482 560", "423 163", "8 771"),
    "eskilstuna-2019": ("104 709", "−28", "229,6"),
}


@pytest.mark.parametrize("name", TOTALS)
def test_the_published_totals_stand_on_the_page(name):
    board, _, year = name.rpartition("-")
    page = plain(reader_of(name).get(f"/{board}/{year}/economy/"))
    assert [total for total in TOTALS[name] if f">{total}<" not in page.replace("</a>", "<")] == []


@pytest.mark.parametrize("name", TOTALS)
def test_every_table_of_the_plan_is_there_and_has_a_page(name):
    board, _, year = name.rpartition("-")
    browser = reader_of(name)
    page = plain(browser.get(f"/{board}/{year}/economy/"))
    for table in example(name).tables:
        own = f"/{board}/{year}/economy/tables/{table.id}/"
        assert f'href="{own}"' in page
        assert browser.get(own).status_code == 200


def test_each_figure_of_a_table_leads_to_where_it_comes_from(lund):
    page = plain(lund.get("/lund/2023/economy/tables/externa-placeringar/"))
    figures = set(re.findall(r'href="(/lund/2023/figures/table\.externa-placeringar\.[^"]+)"', page))
    table = example("lund-2023").table_by_id["externa-placeringar"]
    cells = {(row.id, c.id) for row in table.rows for c in table.columns if table.cell(row.id, c.id).value is not None}
    assert len(cells) == 29
    assert {f"/lund/2023/figures/table.{table.id}.{row}.{column}/" for row, column in cells} <= figures
    assert all(lund.get(href).status_code == 200 for href in figures)


def test_the_bridge_shows_what_is_not_specified_and_what_falls_away(lund):
    page = words(lund.get("/lund/2023/economy/bridge/"))
    assert "Ej specificerat i planen" in page
    assert "−15 858" in page
    assert "Faller bort efter 2023: −5 460 tkr" in page


def test_the_bridge_of_orebro_leaves_nothing_open():
    page = plain(reader_of("orebro-2019").get("/orebro/2019/economy/bridge/"))
    assert "Löneöverhäng 2018" in page
    assert "Ej specificerat" not in page


def test_a_plan_without_frames_says_what_a_bridge_needs():
    page = plain(reader_of("eskilstuna-2019").get("/eskilstuna/2019/economy/bridge/"))
    assert "Det behövs en ram för planåret och en för året före." in page


def test_contradicted_figures_are_marked_where_they_stand_and_explained(lund):
    page = plain(lund.get("/lund/2023/economy/"))
    number = len(example("lund-2023").contradictions)
    assert f"På {number} ställen motsäger den publicerade planen sig själv" in page
    marked = set(re.findall(r'<a href="/lund/2023/figures/([^"]+)/"><strong>\*</strong></a>', page))
    stated = {ref for held in example("lund-2023").contradictions for ref in held.refs}
    assert {ref for ref in stated if ref.startswith(("table.", "frame."))} <= marked
    assert 'id="contradictions"' in page


def test_the_filter_is_in_the_address_and_holds_in_the_form(lund):
    page = plain(lund.get("/lund/2023/economy/?kind=care&unit=mnkr&y=2022&y=2023"))
    assert "Externa placeringar per enhet, mnkr" in page
    assert "Kommunbidrag per verksamhetsområde" not in page
    assert "Bokslut 2021" not in page
    assert '<option value="care" selected>' in page
    assert 'value="2023" checked' in page


def test_in_millions_the_rows_still_add_up(lund):
    page = plain(lund.get("/lund/2023/economy/?kind=allocation&unit=mnkr"))
    column = re.findall(r'budget-2023/" title="[^"]*">(−?[\d ]+,\d)</a>', page)
    *parts, total = [float(value.replace(",", ".")) for value in column]
    assert total == 712.5
    assert round(sum(parts), 1) == total


@pytest.mark.parametrize("query", ["?kind=nonsense", "?unit=eur", "?y=20xx&y=²²²²", "?y=1999"])
def test_an_address_that_asks_for_nonsense_still_gives_a_page(lund, query):
    assert lund.get(f"/lund/2023/economy/{query}").status_code == 200


def test_htmx_gets_the_tables_alone(lund):
    answer = plain(lund.get("/lund/2023/economy/?kind=care", headers={"HX-Request": "true"}))
    assert "<html" not in answer
    assert "Externa placeringar per enhet" in answer


def test_the_file_of_a_table_is_the_one_of_the_plan_folder(lund):
    answer = lund.get("/lund/2023/economy/tables/externa-placeringar/?format=csv")
    assert answer["Content-Disposition"] == 'attachment; filename="lund-2023-externa-placeringar.csv"'
    text = answer.content.decode("utf-8-sig")
    assert text == folder_files(example("lund-2023"))["budget/externa-placeringar.csv"]
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert rows[-1]["budget-2023"] == "165000"


def test_versions_are_drawn_side_by_side_with_their_figures_beside(lund):
    page = plain(lund.get("/lund/2023/economy/tables/externa-placeringar/"))
    assert "versioner sida vid sida" in page
    assert "<details><summary>" in page


def test_a_table_that_does_not_exist_is_not_found(lund):
    assert lund.get("/lund/2023/economy/tables/saknas/").status_code == 404
