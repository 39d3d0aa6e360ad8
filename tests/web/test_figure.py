"""The page about a figure, and the search."""

import pytest

from tests.web.examples import example, plain, reader_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def lund():
    return reader_of("lund-2023")


def test_a_figure_tells_value_place_unit_and_reference(lund):
    page = plain(lund.get("/lund/2023/figures/table.kommunbidrag-per-omrade.totalt.budget-2023/"))
    assert "712 524 tkr" in page
    assert "Kommunbidrag per verksamhetsområde: Kommunbidrag, Budget 2023" in page
    assert "{{ table.kommunbidrag-per-omrade.totalt.budget-2023 }}" in page


def test_a_computed_figure_shows_its_arithmetic(lund):
    page = plain(lund.get("/lund/2023/figures/grant.change.2023/"))
    assert "<h1>Ramens förändring 2023</h1>" in page
    assert "37 151 tkr: 712 524 tkr minus 675 373 tkr." in page
    assert page.index("712 524 tkr</a>") < page.index("675 373 tkr</a>")
    assert 'href="/lund/2023/figures/grant.2022/"' in page


def test_a_contradicted_figure_says_so_and_names_the_others(lund):
    held = example("lund-2023").contradictions[0]
    page = plain(lund.get(f"/lund/2023/figures/{held.refs[0]}/"))
    assert "Den publicerade planen motsäger sig själv här" in page
    for other in held.refs[1:]:
        assert f'href="/lund/2023/figures/{other}/"' in page


def test_texts_that_show_the_figure_are_listed(lund):
    page = plain(lund.get("/lund/2023/figures/grant.2023/"))
    titles = [s.title for s in example("lund-2023").sections if "grant.2023 " in s.text or "grant.2023}" in s.text]
    assert titles
    assert all(title in page for title in titles)


def test_a_mark_instead_of_a_number_is_shown_as_published(lund):
    page = plain(lund.get("/lund/2023/figures/table.kommunbidrag-per-omrade.flykting.budget-2023/"))
    assert "Planen anger inget tal här, bara ”-”." in page


@pytest.mark.parametrize("ref", ["nothing", "table.saknas.x.y", "grant.1900", "fact.saknas", "outcome.x.2020"])
def test_an_unknown_figure_is_not_found(lund, ref):
    assert lund.get(f"/lund/2023/figures/{ref}/").status_code == 404


def test_search_groups_what_it_finds_and_shows_the_words(lund):
    page = plain(lund.get("/lund/2023/search/?q=barn"))
    assert "<mark>barn</mark>" in page
    assert page.index("Mål <span") < page.index("Uppdrag <span") < page.index("Tabeller <span")


def test_every_hit_leads_to_a_page(lund):
    import re

    page = plain(lund.get("/lund/2023/search/?q=a"))
    found = set(re.findall(r'<li><a href="(/lund/2023/[^"]+)">', page))
    assert len(found) > 50
    wrong = {href: code for href in sorted(found)[::7] if (code := lund.get(href).status_code) != 200}
    assert wrong == {}


def test_search_escapes_what_it_is_given_and_says_when_nothing_is_found(lund):
    page = plain(lund.get("/lund/2023/search/?q=<script>alert(1)</script>"))
    assert "<script>alert" not in page
    assert "Inget innehåller" in page


def test_htmx_gets_the_results_alone(lund):
    answer = plain(lund.get("/lund/2023/search/?q=barn", headers={"HX-Request": "true"}))
    assert "<html" not in answer
    assert 'role="status"' in answer
