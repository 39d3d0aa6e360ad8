"""Freezing a forecast on its page, the record, one frozen forecast, its figures, places, and levers of savings."""

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from styrhus.actions.import_plan import import_plan
from styrhus.actions.operator import operator
from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.placement import PlacementFigure
from styrhus.forecast.frozen import opened
from styrhus.store import read
from styrhus.store.role import Role
from styrhus.values.number import NO_BREAK_SPACE
from tests.people import member
from tests.store.plans import rich_plan
from tests.unit.forecast.forecasts import forecast, frozen

PLACE = ["lund", 2023]
PERSONS = {2019: 8, 2020: 9, 2021: 9, 2022: 10}


def with_years():
    """The rich plan whose grid tells four years of placements, and a budget."""
    past = [
        PlacementFigure(row="barn-hvb", basis=Basis.OUTCOME, period=str(year), persons=Decimal(many),
                        price=Decimal(5000), amount=Decimal(many * 365 * 5000))
        for year, many in PERSONS.items()
    ]  # fmt: skip
    budget = PlacementFigure(row="barn-hvb", basis=Basis.BUDGET, period="2023", persons=Decimal(10),
                             price=Decimal(5000), amount=Decimal(18_250_000))  # fmt: skip
    return rich_plan(placement_figures=(*past, budget), capacities=(), saving_levers=())


@pytest.fixture
def visit(db):
    import_plan(with_years(), by=operator())

    def visiting(role):
        browser = Client()
        browser.force_login(member(role))
        return browser

    return visiting


def address(name, *more):
    return reverse(name, args=[*PLACE, *more])


def text(response):
    return response.content.decode().replace(NO_BREAK_SPACE, " ").replace("&nbsp;", " ")


def freeze(browser, **sent):
    """Open the form, and send it in as it was opened."""
    form = browser.get(address("forecast_freeze"), {"set": sent.pop("set", "")})
    assert form.status_code == 200
    held = {name: form.context["page"].form[name].value() for name in ("levers", "digest")}
    return browser.post(address("forecast_freeze"), held | {"comment": "Inför året"} | sent)


def test_what_is_frozen_is_shown_with_its_comment(visit):
    browser = visit(Role.CONTROLLER)
    answer = freeze(browser)
    new = read.dossier(*PLACE).forecasts[-1]
    assert answer.url == address("forecast_frozen", new.id)
    shown = text(browser.get(answer.url))
    assert "Inför året" in shown
    assert "Placeringarna väntas kosta" in shown
    assert "Sannolikheten att budgeten på" in shown
    assert "18,3 mnkr" in shown
    assert "antal per år" in shown
    assert "Ingen av prognosens månader har utfall ännu." in shown
    assert "Mot budget" in shown
    assert "Mot året före" in shown


def test_levers_are_frozen_as_they_are_written(visit):
    browser = visit(Role.CONTROLLER)
    freeze(browser)
    answer = freeze(browser, set="inflow:Barn=-20%")
    new = read.dossier(*PLACE).forecasts[-1]
    assert new.levers == ("inflow:Barn=-20%",)
    assert opened(new.content).without_levers
    shown = text(browser.get(answer.url))
    assert "inflow:Barn=-20%" in shown
    assert "Mot förra prognosen" in shown
    assert '<th scope="row">Spakar</th>' in shown.replace("'", '"')


def test_the_same_is_not_frozen_twice_and_what_cannot_be_read_not_at_all(visit):
    browser = visit(Role.CONTROLLER)
    freeze(browser)
    again = freeze(browser)
    assert again.status_code == 422
    assert "Samma prognos frystes" in text(again)
    wrong = freeze(browser, set="billigare")
    assert wrong.status_code == 422
    stale = freeze(browser, levers="price=-1%", digest="another")
    assert stale.status_code == 422
    assert "Underlaget har ändrats" in text(stale)
    assert len(read.dossier(*PLACE).forecasts) == 2


def test_the_record_lists_the_latest_first(visit):
    browser = visit(Role.CONTROLLER)
    freeze(browser)
    shown = text(browser.get(address("forecast_record")))
    new = read.dossier(*PLACE).forecasts[-1]
    assert shown.index(address("forecast_frozen", new.id)) < shown.index(address("forecast_frozen", "2023-01-15-01"))
    assert "Frys prognosen" in shown
    assert "Frys prognosen" not in text(visit(Role.READER).get(address("forecast_record")))


def test_a_board_without_frozen_forecasts_is_told_what_they_are(client_without):
    assert "Ingen prognos är fryst" in text(client_without.get(address("forecast_record")))
    assert client_without.get(address("forecast_freeze")).url == address("forecast")


@pytest.fixture
def client_without(db):
    import_plan(rich_plan(forecasts=(), placement_figures=()), by=operator())
    browser = Client()
    browser.force_login(member(Role.CONTROLLER))
    return browser


def test_a_forecast_that_does_not_tell_of_the_plan_year_says_so(db):
    other = frozen(forecast(2021), "2021-01-15-01")
    import_plan(rich_plan(forecasts=(other,), placement_figures=()), by=operator())
    browser = Client()
    browser.force_login(member(Role.READER))
    assert "Prognosen gäller 2021-01 till 2021-12" in text(browser.get(address("forecast_frozen", other.id)))
    assert "2021-01-15" in text(browser.get(address("forecast_record")))
    assert browser.get(address("overview")).status_code == 200


@pytest.mark.parametrize("key", ["latest", "2020-01-01-01"])
def test_no_such_frozen_forecast(visit, key):
    assert visit(Role.READER).get(address("forecast_frozen", key)).status_code == 404


def test_its_figures_have_pages(visit):
    browser = visit(Role.CONTROLLER)
    freeze(browser)
    for ref in ("forecast.latest.total.2023.cost.p90", "forecast.latest.frame.2023.probability"):
        shown = browser.get(address("figure", ref))
        assert shown.status_code == 200
        assert "prognos fryst" in text(shown)
        assert address("forecast_frozen", read.dossier(*PLACE).forecasts[-1].id) in text(shown)


def test_the_overview_is_silent_of_it_without_a_frozen_forecast(client_without):
    assert "budgeten för placeringar" not in text(client_without.get(address("overview")))


def test_the_overview_tells_the_probability_of_the_budget(visit):
    browser = visit(Role.CONTROLLER)
    freeze(browser)
    assert "Sannolikheten att budgeten för placeringar, 18,3 mnkr, räcker är" in text(browser.get(address("overview")))


def test_places_are_edited_a_line_each(visit):
    browser = visit(Role.CONTROLLER)
    line = {"key-0": "", "own-0": "Barn/institution/own", "places-0": "6", "overflow-0": "Barn/institution/external",
            "rule-0": "flyttar hem", "note-0": "", "lines": "1"}  # fmt: skip
    answer = browser.post(address("forecast_capacities"), line)
    assert answer.status_code == 302
    (held,) = read.dossier(*PLACE).capacities
    assert held.places == 6
    assert "Barn/institution/own" in text(browser.get(address("forecast_capacities")))
    wrong = browser.post(address("forecast_capacities"), line | {"places-0": "många"})
    assert wrong.status_code == 422


def test_levers_of_a_saving_are_computed_beside_the_claim(visit):
    browser = visit(Role.CONTROLLER)
    form = address("saving_levers", "samla-inkop")
    wrong = browser.post(form, {"levers": "billigare", "version": 0})
    assert wrong.status_code == 422
    answer = browser.post(form, {"levers": "inflow:Barn=-50%\nprice=-10%", "version": 0})
    assert answer.url == address("saving", "samla-inkop")
    (row,) = read.dossier(*PLACE).saving_levers
    assert row.computed_effect is not None
    assert row.computed_effect > 0
    shown = text(browser.get(answer.url))
    assert "Beräknad effekt under året i kr" in shown
    assert "angivet 120 000" in shown
    assert "Vad prognosen säger" in text(browser.get(address("savings")))
