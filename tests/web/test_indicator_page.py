"""The page of an indicator."""

from django.urls import reverse

from styrhus.actions.operator import operator
from styrhus.actions.override_status import override_status
from styrhus.actions.report_outcomes import report_outcomes
from styrhus.plan.status_word import StatusWord
from styrhus.store import read
from styrhus.store.role import Role
from tests.web.reading import links, text

LUND = ["lund", 2023]


def page_of(browser, *place, **query):
    response = browser.get(reverse("indicator", args=place), query)
    assert response.status_code == 200
    return response


def test_the_first_sentence_says_where_it_stands_and_where_it_should_be(visit):
    response = page_of(visit("lund-2023", Role.READER), *LUND, "dagar-till-bostad")
    lead = response.context["page"].frame.lead.replace("\u00a0", " ")
    assert "138 dagar" in lead
    assert "högst 180" in lead


def test_before_the_year_the_status_cannot_be_judged_and_the_start_is_told(visit):
    page = page_of(visit("lund-2023", Role.READER), *LUND, "dagar-till-bostad").context["page"]
    assert page.judgement.word is StatusWord.NOT_JUDGED
    assert page.start.word is StatusWord.REACHED


def test_a_past_year_with_target_and_outcome_is_judged_with_its_rule(visit):
    response = page_of(visit("lund-2023", Role.READER), *LUND, "hushall-forsorjningsstod")
    past = response.context["page"].past
    assert [(p.year, p.judgement.word) for p in past] == [(2022, StatusWord.NOT_REACHED)]
    assert past[0].judgement.reason.render("sv").replace("\u00a0", " ") in text(response)
    assert "1 068 hushåll" in text(response)


def test_a_reported_outcome_of_the_year_is_judged_by_the_rule_in_words(visit):
    browser = visit("lund-2023", Role.READER)
    version = read.versions(*LUND, "outcomes")["dagar-till-bostad"]
    rows = [{"period": "2022", "value": "138"}, {"period": "2023", "value": "190"}]
    report_outcomes(*LUND, "dagar-till-bostad", rows, version=version, by=operator())
    response = page_of(browser, *LUND, "dagar-till-bostad")
    page = response.context["page"]
    assert page.judgement.word is StatusWord.NOT_REACHED
    assert page.start is None
    assert page.judgement.reason.render("sv").replace("\u00a0", " ") in text(response)
    assert "190 dagar" in text(response)


def test_an_override_shows_its_reason_and_what_the_rule_says(visit):
    browser = visit("lund-2023", Role.READER)
    override_status(
        *LUND, "dagar-till-bostad", StatusWord.PARTLY, for_year=2023, reason="Två ärenden drog ut",
        version=0, by=operator(),
    )  # fmt: skip
    response = page_of(browser, *LUND, "dagar-till-bostad")
    page = response.context["page"]
    assert page.judgement.word is StatusWord.PARTLY
    assert page.judgement.computed is StatusWord.NOT_JUDGED
    assert "Två ärenden drog ut" in text(response)


def test_values_by_sex_and_district_with_targets_and_notes(visit):
    response = page_of(visit("orebro-2019", Role.READER), "orebro", 2019, "anstallningstrygghet")
    values = response.context["page"].values
    assert values.periods == ("2017", "2018", "2019")
    assert [row.heading.render("sv") for row in values.rows][:3] == ["totalt", "kvinnor", "män"]
    assert sum(row.is_target for row in values.rows) == 3
    assert values.rows[1].cells[0].figure.number() == "81,2"
    assert values.rows[1].cells[1].figure is None
    assert [note.periods for note in values.notes] == [("2019",)]
    assert "Målet trycks i procent fast indikatorn är ett index." in text(response)


def test_the_chart_can_be_split(visit):
    browser = visit("orebro-2019", Role.READER)
    place = ("orebro", 2019, "anstallningstrygghet")
    whole, parts = page_of(browser, *place), page_of(browser, *place, by="part")
    assert [split.name for split in whole.context["page"].splits] == ["sex", "part"]
    assert "<svg" in whole.context["page"].chart
    assert "Öster" not in whole.context["page"].chart
    assert "Öster" in parts.context["page"].chart
    assert page_of(browser, *place, by="tok").context["page"].split is None


def test_yes_and_no_have_no_chart(visit):
    page = page_of(visit("lund-2023", Role.READER), *LUND, "familje-natverk-barnperspektiv").context["page"]
    assert page.chart == ""
    assert [cell.figure.number() for cell in page.values.rows[0].cells[:3]] == ["Nej", "Nej", "Ja"]


def test_an_index_tells_how_much_of_it_is_measured(visit):
    response = page_of(visit("orebro-2019", Role.READER), "orebro", 2019, "medarbetarforutsattningar")
    found = response.context["page"].coverage
    assert (len(found.measured), found.total, found.year) == (3, 6, 2018)
    assert "3 av 6 delmått har värde" in text(response)
    assert "/orebro/2019/indicators/personalstabilitet-myndighet/" in links(response)


def test_a_part_leads_to_its_index(visit):
    response = page_of(visit("orebro-2019", Role.READER), "orebro", 2019, "personalstabilitet-myndighet")
    assert response.context["page"].whole.id == "medarbetarforutsattningar"
    assert "/orebro/2019/indicators/medarbetarforutsattningar/" in links(response)


def test_preliminary_and_awaited_values_are_marked(visit):
    browser = visit("lund-2020", Role.READER)
    preliminary = page_of(browser, "lund", 2020, "oppenvard-egen-regi")
    assert "preliminär" in text(preliminary).lower()
    assert "2019-11-30" in text(preliminary)
    awaited = page_of(browser, "lund", 2020, "forbattrad-situation-missbruk")
    assert awaited.context["page"].values.rows[0].cells[0].awaiting
    assert "SKR:s brukarundersökning" in text(awaited)


def test_a_lagging_outcome_names_the_year_that_it_measures(visit):
    response = page_of(visit("orebro-2019", Role.READER), "orebro", 2019, "kostnad-jamforbara")
    words = text(response)
    assert "−566" in words
    assert "2017" in words
    assert "Eftersläpning" in words


def test_the_life_log_and_the_texts_that_use_it(visit):
    response = page_of(visit("lund-2023", Role.READER), *LUND, "hushall-forsorjningsstod")
    page = response.context["page"]
    assert [line.entry.event.value for line in page.life] == ["level_changed"]
    assert page.uses.sections
    assert any("hushallsmal" in note.id for note in page.uses.contradictions)


def test_the_history_of_changes_stands_on_the_page(visit):
    browser = visit("lund-2023", Role.READER)
    version = read.versions(*LUND, "outcomes")["dagar-till-bostad"]
    report_outcomes(*LUND, "dagar-till-bostad", [{"period": "2022", "value": "141"}], version=version, by=operator())
    lines = page_of(browser, *LUND, "dagar-till-bostad").context["page"].changes
    assert lines[0].who == operator().get_full_name()
    assert [change[1:] for change in lines[0].fields] == [("138", "141")]


def test_an_indicator_that_is_not_there_is_not_found(visit):
    browser = visit("lund-2023", Role.READER)
    assert browser.get(reverse("indicator", args=[*LUND, "finns-inte"])).status_code == 404
