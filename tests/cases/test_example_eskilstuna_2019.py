"""Eskilstuna 2019 holds what the board published: priorities and needs, with the figures of its prose."""

from collections import Counter
from decimal import Decimal

import pytest

from styrhus.dossier.reception_forecast import outlook
from tests.cases.example_folder import cells, counts, follow_all, forbidden, loaded, rows

NAME = "eskilstuna-2019"
D = Decimal


def test_everything_is_there() -> None:
    files = ("targets", "outcomes", "organisation", "facts", "contradictions")
    assert counts(NAME, files) == {"targets": 1, "outcomes": 1, "organisation": 9, "facts": 4, "contradictions": 1}
    dossier = loaded(NAME)
    assert (dossier.plan.kind, dossier.plan.registry_number) == ("needs", "SOCN/2018:15")
    assert (dossier.plan.year, dossier.plan.last_year) == (2019, 2023)
    assert dossier.frames == ()
    assert follow_all(dossier) > 40


def test_fourteen_priorities_under_four_processes() -> None:
    parents = Counter(parent for goal in loaded(NAME).goals for parent in goal.parents)
    assert parents == {"vard-och-sociala-tjanster": 5, "processkvalitet": 4, "medarbetare": 3, "ekonomi": 2}


def test_four_needs_last_and_three_end_with_the_year() -> None:
    needs = loaded(NAME).needs
    assert Counter(need.permanent for need in needs) == {True: 4, False: 3}
    assert {need.until for need in needs if not need.permanent} == {"2019"}


def test_figures_of_the_prose() -> None:
    people = cells(NAME, "befolkning-och-prognoser", "varde")
    assert len(rows(NAME, "budget/befolkning-och-prognoser.csv")) == 23
    assert (people["folkbokforda"], people["okning"]) == (104709, 1025)
    assert "andel-unga" not in people
    assert people["asylsokande-sverige-2018"] / 100 == people["asylsokande-eskilstuna-2018"] == 230
    assert people["asylsokande-sverige-2019"] / 100 == people["asylsokande-eskilstuna-2019"] == 290
    money = cells(NAME, "ekonomi-och-bemanning", "varde")
    assert len(money) == 27
    assert (money["utfall-jan-mars"], money["helarsprognos"]) == (D("-6.1"), -28)
    assert money["extern-vard-2017"] - money["extern-vard-2013"] == money["extern-vard-okning"] == D("70.4")
    assert money["extern-vard-2013"] - money["extern-vard-budget-2013"] == money["underbudgetering-2013"]
    assert money["arsarbetare-okning"] == D("47.2")


def test_those_received_are_the_national_forecast_times_the_share() -> None:
    people = cells(NAME, "befolkning-och-prognoser", "varde")
    found = outlook(loaded(NAME))
    assert found.years == (2018, 2019)
    for year in found.years:
        assert (
            round(found.means["Planeringsantagande", "Ensamkommande barn", year])
            == people[f"ensamkommande-eskilstuna-{year}"]
        )
        assert found.means["Planeringsantagande", "Asylsökande", year] == people[f"asylsokande-eskilstuna-{year}"]
    assert found.means["Avtalet EU–Turkiet upphör", "Asylsökande", 2018] == 480
    assert found.means["Avtalet EU–Turkiet upphör", "Ensamkommande barn", 2019] == pytest.approx(21.85)
    assert abs(found.received["Asylsökande", 2018].mean - 230) < 10


def test_the_forecast_is_more_than_its_parts() -> None:
    money = cells(NAME, "ekonomi-och-bemanning", "varde")
    (noted,) = rows(NAME, "contradictions.csv")
    assert money["obalans-omraden"] + money["obalans-gemensamt"] == D(noted["computed"]) == -19
    assert money["helarsprognos"] == D(noted["stated"])


def test_sick_leave_is_the_only_measured_indicator() -> None:
    dossier = loaded(NAME)
    assert [(row.indicator, row.value) for row in dossier.outcomes] == [("sjukfranvaro", D("7.2"))]
    assert [(row.indicator, row.value) for row in dossier.targets] == [("sjukfranvaro", D("5.9"))]


def test_the_area_for_unaccompanied_minors_was_split() -> None:
    units = {unit.id: unit for unit in loaded(NAME).organisation}
    assert units["ensamkommande"].successors == ("barn-och-unga", "unga-vuxna-och-vuxna")
    assert str(units["ensamkommande"].valid_to) == "2018-03-31"


def test_nobody_can_be_traced() -> None:
    assert forbidden(NAME) == []
