"""The page of an assignment, its notes and its editing."""

from datetime import date

import pytest
from django.urls import reverse

from styrhus.plan.assignment import AssignmentStatus
from styrhus.store import read
from styrhus.store.role import Role
from tests.web.reading import links, text
from tests.web.test_goal_edit import form_of, opened

LUND = ("lund", 2023)
PLACE = (*LUND, "heder-1-1")


def assignment(key="heder-1-1"):
    return read.dossier(*LUND).assignment_by_id.get(key)


def page_of(browser, place=PLACE):
    response = browser.get(reverse("assignment", args=place))
    assert response.status_code == 200
    return response


def test_what_is_asked_by_whom_until_when(visit):
    response = page_of(visit("lund-2023", Role.READER))
    page = response.context["page"]
    assert page.siblings == 20
    assert page.form is None
    words = text(response)
    assert "31 december 2023" in words
    assert "Handlingsplan mot hedersrelaterat våld och förtryck" in words
    assert "/lund/2023/assignments/heder-informationsinsatser/" in links(response)


def test_the_goal_is_linked(visit):
    response = page_of(visit("lund-2023", Role.READER), (*LUND, "familjecentraler"))
    assert "/lund/2023/goals/trygga-barn/" in links(response)


def test_a_reporter_notes_how_it_goes_and_sets_the_status(visit):
    browser = visit("lund-2023", Role.REPORTER)
    data = form_of(page_of(browser)) | {"day": "2023-05-02", "text": "Kartan är klar", "status": "ongoing"}
    response = browser.post(reverse("assignment_progress", args=PLACE), data, follow=True)
    assert response.redirect_chain == [(reverse("assignment", args=PLACE), 302)]
    (note,) = response.context["page"].progress
    assert (note.day, note.text) == (date(2023, 5, 2), "Kartan är klar")
    assert assignment().status is AssignmentStatus.ONGOING
    assert "Kartan är klar" in text(response)
    assert response.context["page"].changes


@pytest.mark.parametrize("fields", [{"text": " "}, {"day": "2 maj"}, {"status": "bra"}])
def test_a_note_that_cannot_be_kept_is_told_and_stays_in_the_form(visit, fields):
    browser = visit("lund-2023", Role.REPORTER)
    data = form_of(page_of(browser)) | {"day": "2023-05-02", "text": "Kartan är klar", "status": "ongoing"} | fields
    response = browser.post(reverse("assignment_progress", args=PLACE), data)
    assert response.status_code == 422
    assert set(response.context["page"].form.errors) == set(fields)
    assert read.dossier(*LUND).progress == ()


def test_a_note_on_what_somebody_else_has_changed_is_a_conflict(visit):
    browser, other = visit("lund-2023", Role.REPORTER), visit("lund-2023", Role.EDITOR)
    data = form_of(page_of(browser)) | {"text": "Min anteckning", "status": "done"}
    other.post(reverse("assignment_edit", args=PLACE), opened(other, "assignment_edit", PLACE) | {"status": "paused"})
    response = browser.post(reverse("assignment_progress", args=PLACE), data)
    assert response.status_code == 409
    assert response.context["page"].conflict.who == "editor"
    assert form_of(response)["text"] == "Min anteckning"
    assert assignment().status is AssignmentStatus.PAUSED


def test_saving_without_a_change_changes_nothing(visit):
    browser = visit("lund-2023", Role.EDITOR)
    before = read.dossier(*LUND)
    for key in ("heder-1-1", "avfall-1-2", "vuxenutbildning"):
        place = (*LUND, key)
        response = browser.post(reverse("assignment_edit", args=place), opened(browser, "assignment_edit", place))
        assert response.status_code == 302
    assert read.dossier(*LUND) == before


def test_a_changed_deadline(visit):
    browser = visit("lund-2023", Role.EDITOR)
    data = opened(browser, "assignment_edit", PLACE) | {"deadline": "2023-01-20"}
    assert browser.post(reverse("assignment_edit", args=PLACE), data).status_code == 302
    assert assignment().deadline == date(2023, 1, 20)
    rules = {remark.finding.rule for remark in page_of(browser).context["page"].row.remarks}
    assert "duplicate" in rules
    assert "duplicate-deadline" not in rules


@pytest.mark.parametrize("fields", [{"deadline": "nyår"}, {"title": ""}, {"origin": ""}, {"goal": "finns-inte"}])
def test_a_bad_field_is_told_and_nothing_is_saved(visit, fields):
    browser = visit("lund-2023", Role.EDITOR)
    before = read.dossier(*LUND)
    response = browser.post(reverse("assignment_edit", args=PLACE), opened(browser, "assignment_edit", PLACE) | fields)
    assert response.status_code == 422
    assert set(response.context["page"].form.errors) == set(fields)
    assert read.dossier(*LUND) == before


def test_two_editors_of_one_assignment(visit):
    browser, other = visit("lund-2023", Role.EDITOR), visit("lund-2023", Role.HEAD)
    mine, theirs = (opened(who, "assignment_edit", PLACE) for who in (browser, other))
    other.post(reverse("assignment_edit", args=PLACE), theirs | {"deadline": "2023-06-30"})
    refused = browser.post(reverse("assignment_edit", args=PLACE), mine | {"deadline": "2023-09-30"})
    assert refused.status_code == 409
    assert [(d.stored, d.yours) for d in refused.context["page"].differences] == [("2023-06-30", "2023-09-30")]
    assert assignment().deadline == date(2023, 6, 30)


def test_a_new_assignment_and_its_removal(visit):
    browser = visit("lund-2023", Role.EDITOR)
    data = opened(browser, "assignment_new", LUND) | {"title": "Utred hemlösheten", "origin": "Beslut i maj"}
    made = browser.post(reverse("assignment_new", args=LUND), data)
    assert made.url == "/lund/2023/assignments/utred-hemlosheten/"
    assert assignment("utred-hemlosheten").responsible == ("Arbetsmarknads- och socialnämnden",)
    place = (*LUND, "utred-hemlosheten")
    gone = browser.post(reverse("assignment_remove", args=place), opened(browser, "assignment_remove", place))
    assert gone.url == reverse("assignments", args=LUND)
    assert assignment("utred-hemlosheten") is None


def test_an_assignment_that_is_not_there_is_not_found(visit):
    browser = visit("lund-2023", Role.READER)
    assert browser.get(reverse("assignment", args=[*LUND, "finns-inte"])).status_code == 404
