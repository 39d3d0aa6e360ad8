"""The forecast of a board: its sentence, its figures, its levers and their comparison, with and without material."""

import html
import re
from datetime import date
from decimal import Decimal

import pytest
from django.conf import settings
from django.test import Client

from styrhus.actions.import_caseload import import_caseload
from styrhus.actions.import_plan import import_plan
from styrhus.actions.operator import operator
from styrhus.forecast.kept import SavingLever, StreamCapacity
from styrhus.store.role import Role
from styrhus.web.pages.forecast import ready
from tests.people import member
from tests.web.examples import example, plain, reader_of, words

pytestmark = pytest.mark.django_db
PAGE = "/orebro/2019/forecast/"
HEAD = "person,group,type,provider,start,end,price,price_unit\n"


def spells():
    """Three streams whose persons come and leave evenly since 2015, priced by day and by month."""
    rows, number = [], 0
    for group, form, provider, price, unit, many, stay in (
        ("Unga", "institution", "external", 4300, "day", 44, 300),
        ("Unga", "foster_home", "own", 22000, "month", 60, 900),
        ("Barn", "institution", "external", 4000, "day", 20, 200),
    ):
        step = stay / many
        came = date(2015, 1, 1).toordinal()
        while came < date(2019, 1, 1).toordinal():
            number += 1
            end = came + stay
            left = date.fromordinal(int(end)).isoformat() if end < date(2019, 1, 1).toordinal() else ""
            start = date.fromordinal(int(came)).isoformat()
            rows.append(f"p{number},{group},{form},{provider},{start},{left},{price},{unit}\n")
            came += step
    return HEAD + "".join(rows)


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "DATA", tmp_path / "data")
    return tmp_path


@pytest.fixture
def reader(data):
    """A reader of Örebro, whose placements are imported."""
    found = reader_of("orebro-2019")
    path = data / "placeringar.csv"
    path.write_text(spells(), encoding="utf-8")
    import_caseload("orebro", path, by=operator(), as_of=date(2018, 12, 31))
    return found


def page_of(reader, query=""):
    response = reader.get(PAGE + query)
    assert response.status_code == 200
    return response.context["page"], words(response)


def number(text):
    """The first amount of a text, as a number."""
    found = re.search(r"[−+]?\d[\d ]*,\d", text.replace("\u00a0", " "))
    return float(found[0].replace(" ", "").replace(",", ".").replace("−", "-"))


def test_the_first_screen_answers(reader):
    page, said = page_of(reader)
    assert page.state == "ready"
    assert re.search(r"Placeringarna väntas kosta \d+,\d mnkr 2019, \d+,\d mnkr (över|under) budget; sannolikheten att "
                     r"hålla budgeten är (under |över )?\d+ %", said)  # fmt: skip
    assert re.search(r"förklarar [+−]\d", said)
    assert "Placeringar per 31 december 2018, importerade" in said
    assert "Beräknad" in said
    figures = [figure.word for figure in page.figures]
    assert figures[:3] == ["Väntad kostnad 2019", "Mot budget", "Sannolikhet att hålla budgeten"]
    assert figures[3:] == ["Ram som håller med 80 procents säkerhet"]
    assert "Mot utfallet 2018:" in said
    assert "kom de senaste tolv månaderna" in said
    assert "Om fem kommer hem" in said
    assert "Vuxna: Boende missbrukare" in said.split("som inte ingår i prognosen")[1]


def test_rows_add_up_to_their_total(reader):
    page, _ = page_of(reader)
    *rows, total = page.table.rows
    for column in (4, 5, 6):
        assert sum(number(row.cells[column].text) for row in rows) == pytest.approx(number(total.cells[column].text))
    assert len(rows) == 3
    assert total.is_total


def test_the_chart_is_drawn_for_the_chosen_stream_and_measure(reader):
    key = "Unga/institution/external"
    page, said = page_of(reader, f"?stream={key}&measure=persons")
    assert "Unga: Institutionsvård: personer per dygn, prognos" in said
    assert "januari 2019" in page.fan
    assert [choice.value for choice in page.streams if choice.chosen] == [key]
    other, _ = page_of(reader, "?stream=nonsense&measure=what")
    assert [choice.value for choice in other.streams if choice.chosen] == [""]


def test_another_frame_has_its_own_probability_and_line(reader):
    wide, said = page_of(reader, "?frame=999")
    assert "sannolikheten att hålla ramen är över 99 %" in said
    assert ">Ram" in wide.fan
    narrow, _ = page_of(reader, "?frame=1,5")
    assert narrow.figures[2].value == "under 1 %"
    for odd in ("0", "-4", "x", "1e9", "99999999999999999"):
        assert page_of(reader, f"?frame={odd}")[0].frame_text == ""


def test_levers_are_beside_the_base_and_not_their_sum(reader):
    page, said = page_of(reader, "?inflow=-20&stay=-20")
    assert page.levers.texts == ("inflow=-20%", "stay=-20%")
    kinds = [line.kind for line in page.answer.lines]
    assert kinds == ["", "", "", "sum", "total"]
    inflow, stay, added, together = (number(line.difference) for line in page.answer.lines[1:])
    assert added == pytest.approx(inflow + stay, abs=0.11)
    assert added < together < min(inflow, stay)
    assert "de går i varandra med" in said
    assert "Sannolikheten att hålla budgeten går från" in said
    assert ">Utan spakar" in page.answer.fan


def test_five_are_taken_home_to_own_care_of_the_group(reader):
    page, said = page_of(reader, "?home=5&home_on=Unga/institution/external")
    assert page.levers.texts == ("home:Unga/institution/external>Unga/foster_home/own=5",)
    assert "5 personer tas hem från Unga: Institutionsvård till Unga: Familjehemsvård internt" in said
    gain = number(page.answer.lines[-1].difference)
    assert gain == pytest.approx(-5 * (4300 * 365 - 22000 * 12) / 1e6, rel=0.25)
    share, _ = page_of(reader, "?home=10&home_unit=share&home_on=Unga/institution/external&start=2019-07&ramp=3")
    assert share.levers.texts == ("home:Unga/institution/external>Unga/foster_home/own=10%@2019-07+3",)


def test_levers_as_texts_fill_the_form_and_the_rest_stand_below_it(reader):
    query = "?lever=inflow:Barn%3D-10%25&lever=inflow:Unga%3D5%25&lever=inflow:Unga%3D2%25%402019-07&lever=nonsense"
    page, said = page_of(reader, query)
    inflow = page.levers.rows[0]
    assert (inflow.value, [choice.value for choice in inflow.on if choice.chosen]) == ("5", ["Unga"])
    assert [extra.text for extra in page.levers.extra] == ["inflow:Barn=-10%", "inflow:Unga=2%@2019-07"]
    assert page.levers.texts == ("inflow:Unga=+5%", "inflow:Barn=-10%", "inflow:Unga=2%@2019-07")
    assert "nonsense" in said


def test_what_cannot_be_a_lever_is_said_at_its_field(reader):
    for sent in ("inflow=abc", "price=-500", "inflow=1e5", "inflow=5&inflow_on=Okänd", "stay=-100"):
        page, _ = page_of(reader, f"?{sent}")
        assert page.answer is None
        assert [row.name for row in page.levers.rows if row.error] == [sent.partition("=")[0]]


def test_zero_changes_nothing(reader):
    page, said = page_of(reader, "?inflow=0&stay=&price=0,0")
    assert page.levers.levers == ()
    assert "Flytta en spak" in said


def test_htmx_gets_the_answer_alone_and_the_address_to_mail(reader):
    response = reader.get(f"{PAGE}levers/?inflow=-10", headers={"hx-request": "true"})
    said = plain(response)
    assert "<html" not in said
    assert "Inflöde (alla) −10" in said
    assert response["HX-Replace-Url"] == f"{PAGE}?inflow=-10"
    full = reader.get(f"{PAGE}levers/?stream=&inflow=-10&inflow_on=Unga&stay=&stay_on=Unga&home_unit=persons&ramp=",
                      headers={"hx-request": "true"})  # fmt: skip
    assert full["HX-Replace-Url"] == f"{PAGE}?inflow=-10&inflow_on=Unga"
    plainly = reader.get(f"{PAGE}levers/?inflow=-10")
    assert (plainly.status_code, plainly.url) == (302, f"{PAGE}?inflow=-10")


def test_sets_stand_beside_each_other(reader):
    page, _ = page_of(reader, "?inflow=-10")
    compared = reader.get(html.unescape(page.compare)).context["page"]
    assert [held.name for held in compared.sets] == ["Utan spakar", "Uppsättning A"]
    again = reader.get(f"{compared.forecast.href.partition('#')[0]}&stay=-5").context["page"]
    both = reader.get(again.compare).context["page"]
    assert [held.words for held in both.sets[1:]] == [("Inflöde (alla) −10\u00a0%",), ("Vistelsetid (alla) −5\u00a0%",)]
    assert both.sets[1].line.difference.startswith("−")
    changed = reader.get(both.sets[2].change.partition("#")[0]).context["page"]
    assert changed.levers.texts == ("stay=-5%",)
    assert len(reader.get(both.sets[1].remove).context["page"].sets) == 2
    many = "&".join(f"set=price%3D{n}%25" for n in range(1, 8))
    assert len(reader.get(f"{PAGE}compare/?{many}").context["page"].sets) == 5


def test_the_grid_alone_gives_a_coarser_forecast_that_says_so(data):
    page, said = page_of(reader_of("orebro-2019"))
    assert page.state == "ready"
    assert "Ur placeringstabellens årssiffror till 31 december 2018" in said
    assert "Bara placeringstabellens årssiffror är kända" in said


def test_without_anything_the_page_says_what_goes_here(data):
    visitor = reader_of("eskilstuna-2019")
    response = visitor.get("/eskilstuna/2019/forecast/")
    assert response.context["page"].state == "empty"
    assert "Importera en fil med placeringar" in words(response)
    assert visitor.get("/eskilstuna/2019/forecast/compare/").status_code == 302


def test_a_forecast_that_takes_long_does_not_hold_the_page(reader, monkeypatch):
    monkeypatch.setattr("styrhus.web.pages.forecast.forecast.when_ready", lambda *_: None)
    page, said = page_of(reader)
    assert page.state == "making"
    assert "Prognosen räknas" in said
    answer = reader.get(f"{PAGE}levers/?inflow=-10", headers={"hx-request": "true"})
    assert answer["HX-Redirect"] == f"{PAGE}?inflow=-10"


def test_the_same_is_never_made_twice_at_once_and_faults_are_not_kept():
    made = []

    def fault():
        made.append(None)
        raise ValueError("once")

    for _ in range(2):
        with pytest.raises(ValueError, match="once"):
            ready.when_ready("fault", fault)
    assert len(made) == 2


def test_only_who_may_freeze_is_offered_to(reader):
    assert page_of(reader)[0].freeze == ""
    controller = Client()
    controller.force_login(member(Role.CONTROLLER, board="orebro"))
    page = controller.get(f"{PAGE}?inflow=-10").context["page"]
    assert page.freeze.endswith("?set=inflow%3D-10%25")
    assert any("backtest" in link.href for link in page.links)


def test_english_is_complete(reader):
    reader.post("/language/", {"language": "en", "next": PAGE})
    _, said = page_of(reader, "?inflow=-10&home=5&home_on=Unga/institution/external")
    assert "Placements are expected to cost" in said
    assert "With the levers 2019 is expected to cost" in said
    for swedish in ("väntas", "Spak", "Vistelsetid", "Sannolikhet"):
        assert swedish not in said


THREE = HEAD + (
    "a,Unga,institution,external,2018-01-01,,4300,day\n"
    "b,Unga,institution,external,2018-03-01,2018-05-01,4300,day\n"
    "c,Barn,foster_home,own,2018-06-01,,24000,month\n"
)
UNPRICED = HEAD + "a,Unga,institution,external,2018-01-01,,,\nb,Unga,institution,external,2018-03-01,2018-09-01,,\n"
ENDED = HEAD + (
    "a,Unga,institution,external,2017-01-01,2017-06-01,4300,day\nb,Nya,okänd,,2017-02-01,2018-11-01,900,day\n"
)
COUNTS = "month,group,type,provider,persons,price\n" + "".join(
    f"{year}-{month:02d},Unga,institution,external,{40 + month % 3},131000\n" for year in (2017, 2018)
    for month in range(1, 13)
)  # fmt: skip


@pytest.mark.parametrize(
    ("content", "as_of"),
    [
        (THREE, date(2018, 12, 31)),
        (THREE, date(2019, 8, 17)),
        (UNPRICED, date(2018, 12, 31)),
        (ENDED, date(2018, 12, 31)),
        (COUNTS, None),
        (spells(), date(2019, 8, 31)),
        (spells(), date(2020, 3, 31)),
    ],
    ids=["three", "within a month", "no price", "none left", "counts", "within the year", "after the year"],
)
def test_whatever_comes_in_the_page_tells_without_nonsense(data, content, as_of):
    visitor = reader_of("orebro-2019")
    path = data / "underlag.csv"
    path.write_text(content, encoding="utf-8")
    import_caseload("orebro", path, by=operator(), as_of=as_of)
    for query in ("", "?inflow=-50&stay=50&price=10&home=3&home_on=Unga/institution/external", "?measure=persons"):
        page, said = page_of(visitor, query)
        assert page.state == "ready"
        assert not re.search(r"\b(nan|inf|None)\b", said, re.IGNORECASE)
    assert visitor.get(f"{PAGE}compare/?set=price%3D5%25").status_code == 200


def test_a_target_in_persons_is_held_against_budget_and_forecast(data):
    plan = example("orebro-2019")
    target = next(t for t in plan.targets if t.year == 2019 and t.value is not None and not t.part)
    rows = tuple(
        row.model_copy(update={"indicator": target.indicator}) if row.id == "unga-institution" else row
        for row in plan.placement_rows
    )
    few = target.model_copy(update={"value": Decimal(30)})
    targets = tuple(few if held is target else held for held in plan.targets)
    places = StreamCapacity(
        id="platser", own="Unga/foster_home/own", places=Decimal(70), overflow="Unga/institution/external"
    )
    changed = {"placement_rows": rows, "targets": targets, "capacities": (places,)}
    import_plan(plan.model_copy(update=changed), by=operator())
    controller = Client()
    controller.force_login(member(Role.CONTROLLER, board="orebro"))
    path = data / "placeringar.csv"
    path.write_text(spells(), encoding="utf-8")
    import_caseload("orebro", path, by=operator(), as_of=date(2018, 12, 31))
    page, said = page_of(controller, "?capacity=4&capacity_on=Unga/foster_home/own")
    assert "Målet för Unga: Institutionsvård är 30,0 personer; väntat är " in said
    assert "så målet ligger utanför det som är troligt." in said
    assert re.search(r"Målet skulle kosta 4\d,\d mnkr \(80 %: 4\d,\d–\d\d,\d mnkr\) till prognosens priser", said)
    assert "sannolikheten att budgeten på 62,1 mnkr räcker till det är över 99 %." in said
    assert page.levers.texts == ("capacity:Unga/foster_home/own=+4",)
    assert "Platser (Unga: Familjehemsvård internt) +4" in said


def test_places_of_a_stream_that_is_not_there_are_told(data):
    places = StreamCapacity(id="platser", own="Ingen/institution/own", places=Decimal(4), overflow="Unga/institution")
    import_plan(example("orebro-2019").model_copy(update={"capacities": (places,)}), by=operator())
    reader = Client()
    reader.force_login(member(Role.READER, board="orebro"))
    path = data / "placeringar.csv"
    path.write_text(THREE, encoding="utf-8")
    import_caseload("orebro", path, by=operator(), as_of=date(2018, 12, 31))
    page, said = page_of(reader)
    assert page.state == "refused"
    assert "Ingen/institution/own" in said
    assert reader.get(f"{PAGE}compare/").status_code == 302


def test_savings_with_levers_stand_beside_what_they_claim_and_are_counted_once(data):
    held = (
        SavingLever(saving="stodboende-unga", levers=("inflow:Unga/institution=-20%",)),
        SavingLever(saving="oppenvard-unga", levers=("stay:Unga/institution=-20%",)),
    )
    import_plan(example("orebro-2019").model_copy(update={"saving_levers": held}), by=operator())
    reader = Client()
    reader.force_login(member(Role.READER, board="orebro"))
    response = reader.get(f"{PAGE}compare/")
    *rows, total = response.context["page"].savings
    assert [row.name for row in rows] == ["Utökat stödboende unga", "Förstärkt öppenvård unga"]
    assert rows[0].words[0].startswith("Inflöde (Unga: Institutionsvård) −20")
    assert sum(number(row.joint) for row in rows) == pytest.approx(number(total.joint), abs=0.11)
    assert number(total.joint) < number(total.alone)
    assert "Räknade tillsammans" in words(response)
