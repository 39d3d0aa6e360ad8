"""The pages of the forecast of income support and of reception, and the tables that they are made from."""

import pytest

from styrhus.store import read
from styrhus.store.role import Role
from tests.web.examples import reader_of, words
from tests.web.test_grids import form_of, row

pytestmark = pytest.mark.django_db

SUPPORT, RECEPTION = "/lund/2023/forecast/income-support/", "/lund/2023/forecast/reception/"
ECONOMY = "/lund/2023/economy"


def test_income_support_says_first_what_it_costs_and_how_sure_that_is():
    page = words(reader_of("lund-2023").get(SUPPORT))
    assert "Försörjningsstödet väntas kosta 150," in page
    assert "sannolikheten att budgeten på 120,4 mnkr räcker är 2 %" in page
    assert "Budgeten räcker till 851 hushåll i snitt" in page
    assert "Målet 950 hushåll vid årets slut betyder 1 009 i snitt och kostar 142,9 mnkr" in page
    assert "22,4 mnkr mer än budgeten" in page
    assert "Inga månader är rapporterade, bara år" in page
    assert "Fyll i uppgifter" not in page


def test_measures_answer_in_the_address_and_alone_in_a_fragment():
    browser = reader_of("lund-2023")
    address = f"{SUPPORT}?inflow=-10&stay=-5&places=40&cost=20000&start=2023-03"
    page = browser.get(address)
    alone = [
        row(page, name)[0] for name in ("Nya hushåll −10 %", "Tid med stöd −5 %", "Platser på arbetsmarknaden +40")
    ]
    assert all(text.startswith("−") for text in alone)
    assert row(page, "Summan av var och en för sig")[0] != row(page, "Tillsammans")[0]
    assert row(page, "Platserna kostar")[0] == "+8 000"
    fragment = browser.get(address, headers={"HX-Request": "true"})
    assert "<html" not in fragment.content.decode()
    assert row(fragment, "Tillsammans") == row(page, "Tillsammans")


@pytest.mark.parametrize("query", ["inflow=mycket", "inflow=-900", "back=120", "places=1e9", "start=2031-01&months=7"])
def test_what_is_no_measure_is_told_and_not_used(query):
    response = reader_of("lund-2023").get(f"{SUPPORT}?{query}")
    assert response.status_code == 200
    page = response.context["page"]
    assert not page.has_levers
    assert bool([field for field in page.fields if field.error]) is not query.startswith("start")


def test_a_place_that_the_plan_has_is_in_the_forecast():
    browser = reader_of("lund-2023", role=Role.CONTROLLER)
    address = f"{ECONOMY}/income-support/places/"
    given = {"name": "Introduktionsanställning", "places": "40", "start": "2023-02", "last": "", "months": "12",
             "back": "20", "cost": "9000", "source": ""}  # fmt: skip
    data = {**form_of(browser, address), **{f"{name}-0": value for name, value in given.items()}}
    wrong = browser.post(address, data | {"places-0": "", "start-0": "feb"})
    assert wrong.status_code == 422
    assert browser.post(address, data | {"start-0": "feb"}).status_code == 422
    assert browser.post(address, data).status_code == 302
    page = words(browser.get(SUPPORT))
    assert "Planens egna platser ingår i prognosen: Introduktionsanställning." in page
    assert "Planens egna platser kostar 4,0 mnkr under året" in page


def test_reception_says_who_comes_and_who_is_there():
    page = words(reader_of("lund-2023").get(RECEPTION))
    assert "Vuxna och familjer: 101 personer väntas tas emot 2023" in page
    assert "Ensamkommande barn: 6 personer väntas tas emot 2023" in page
    assert "Bara ett scenario räknas" in page


def test_scenarios_with_source_and_day_are_given_and_chosen():
    browser = reader_of("lund-2023", role=Role.CONTROLLER)
    address = f"{ECONOMY}/reception/scenarios/"
    given = {"name": "Hög", "group": "Ensamkommande barn", "year": "2023", "national": "4000", "share": "1,5",
             "weight": "1", "source": "Prognos", "dated": "2022-10-26"}  # fmt: skip
    data = {**form_of(browser, address), **{f"{name}-0": value for name, value in given.items()}}
    data |= {f"{name}-1": value for name, value in (given | {"name": "Låg", "national": "400"}).items()}
    assert browser.post(address, data | {"dated-0": "i fjol"}).status_code == 422
    assert browser.post(address, data | {"source-0": ""}).status_code == 422
    assert browser.post(address, data).status_code == 302
    assert [held.id for held in read.dossier("lund", 2023).reception_scenarios] == [
        "hog-ensamkommande-barn-2023", "lag-ensamkommande-barn-2023",
    ]  # fmt: skip
    page = browser.get(f"{RECEPTION}?scenario=Hög")
    assert [row(page, "Hög", group)[-1] for group in (0, 1)] == ["101", "60"]
    assert "Ensamkommande barn: 60 personer" in words(page)
    assert "Prognos (2022-10-26)" in words(page)
    assert browser.get(f"{RECEPTION}?scenario=Okänd&more=många").status_code == 200


def test_terms_bring_income_support_after_the_grant():
    browser = reader_of("lund-2023", role=Role.CONTROLLER)
    address = f"{ECONOMY}/reception/terms/"
    given = {"group": "Vuxna och familjer", "valid_from": "2020", "leave_months": "", "grant_months": "6",
             "support_share": "40", "support_cost": "5000", "source": "Egen uppföljning"}  # fmt: skip
    data = {**form_of(browser, address), **{f"{name}-0": value for name, value in given.items()}}
    assert browser.post(address, data).status_code == 302
    assert "Försörjningsstöd efter ersättningstiden väntas kosta" in words(browser.get(RECEPTION))


@pytest.mark.parametrize("path", ["income-support", "reception"])
def test_a_plan_without_figures_says_what_goes_here(path):
    response = reader_of("helsingborg-2015").get(f"/helsingborg/2015/forecast/{path}/")
    assert response.status_code == 200
    assert "Det finns ännu inget att göra prognos" in words(response)
