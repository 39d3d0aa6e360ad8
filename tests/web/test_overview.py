"""The overview: the house of each board with links that lead somewhere."""

import re

import pytest

from tests.web.examples import example, plain, reader_of

pytestmark = pytest.mark.django_db

SAID = {
    "lund-2023": "Ramen 2023 är 712 524 tkr, 37 151 tkr mer än 2022 (+5,5 %).",
    "lund-2020": "Ramen 2020 är 600 117 tkr, 24 400 tkr mer än 2019 (+4,2 %).",
    "orebro-2019": "Ramen 2019 är 518 681 tkr, 9 042 tkr mer än 2018 (+1,8 %).",
    "helsingborg-2015": "Ramen 2015 är 423 163 tkr, 14 463 tkr mer än 2014 (+3,5 %).",
    "eskilstuna-2019": "0 av 1 bedömda indikatorer ligger redan på målnivån.",
}


def address(name):
    board, _, year = name.rpartition("-")
    return f"/{board}/{year}/"


@pytest.mark.parametrize("name", SAID)
def test_the_first_sentence_says_what_the_plan_says(name):
    page = plain(reader_of(name).get(address(name)))
    assert SAID[name] in page


@pytest.mark.parametrize("name", SAID)
def test_the_house_stands_in_two_forms_and_in_words(name):
    page = plain(reader_of(name).get(address(name)))
    assert page.count('class="house house--wide"') == page.count('class="house house--tall"') == 1
    for goal in (goal for goal in example(name).goals if not goal.parents):
        assert page.count(f'href="{address(name)}goals/{goal.id}/"') == 3


@pytest.mark.parametrize("name", SAID)
def test_every_link_of_the_house_leads_to_a_page(name):
    browser = reader_of(name)
    page = plain(browser.get(address(name)))
    found = set(re.findall(rf'href="({address(name)}[^"]*)"', page))
    assert len(found) > 10
    wrong = {href: code for href in found if (code := browser.get(href).status_code) != 200}
    assert wrong == {}


def test_the_page_is_complete_in_english():
    browser = reader_of("lund-2023")
    browser.cookies["styrhus_language"] = "en"
    page = plain(browser.get("/lund/2023/"))
    assert '<html lang="en">' in page
    assert "The frame 2023 is 712 524 tkr, 37 151 tkr more than 2022 (+5.5 %)." in page
    assert "The house in words" in page


def test_an_empty_plan_says_how_to_fill_it():
    from styrhus.actions.import_plan import import_plan
    from styrhus.actions.operator import operator
    from styrhus.dossier.dossier import Dossier

    held = example("lund-2023")
    browser = reader_of("lund-2020")
    import_plan(Dossier(board=held.board, plan=held.plan), by=operator())
    page = plain(browser.get("/lund/2023/"))
    assert "Här finns ingen plan ännu" in page
    assert 'href="/lund/2023/data/"' in page


def test_the_year_and_the_board_can_be_switched():
    browser = reader_of("lund-2020", "lund-2023", "orebro-2019")
    page = plain(browser.get("/lund/2023/economy/"))
    assert 'href="/lund/2020/economy/"' in page
    assert 'href="/orebro/2019/economy/"' in page


def test_where_the_reader_is_is_marked_once_in_each_navigation():
    page = plain(reader_of("lund-2023").get("/lund/2023/"))
    assert page.count('<a href="/lund/2023/" aria-current="page">') == 2


def test_how_old_the_figures_are_is_always_told():
    assert re.search(
        r"Utfall till och med 2022\. Senast ändrad \d+ \w+ \d{4}", plain(reader_of("lund-2023").get("/lund/2023/"))
    )


def test_a_board_with_one_plan_opens_at_once_and_several_are_listed():
    assert reader_of("orebro-2019").get("/").url == "/orebro/2019/"
    page = plain(reader_of("lund-2020", "lund-2023").get("/"))
    assert "ram 712 524 tkr" in page
    assert 'href="/lund/2020/"' in page
    assert "8 mål, 14 indikatorer" in page
    assert "Örebro" in page
