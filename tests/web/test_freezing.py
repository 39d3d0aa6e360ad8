"""Marking a document as ready and freezing it on the pages: what is refused, what is kept, what is new since."""

import pytest
from django.urls import reverse

from styrhus.actions.change_section import change_section
from styrhus.actions.import_plan import import_plan
from styrhus.actions.operator import operator
from styrhus.store import read
from styrhus.store.role import Role
from tests.people import member
from tests.web.examples import example
from tests.web.reading import links, text

LUND = ("lund", 2023)
PLACE = (*LUND, "board-plan")


@pytest.fixture
def head(visit):
    return visit("lund-2023", Role.HEAD)


def send(browser, name, **data):
    return browser.post(reverse(name, args=PLACE), {"version": read.version(*LUND).revision, **data}, follow=True)


def freeze(browser):
    send(browser, "document_ready")
    return send(browser, "document_freeze", decided_on="2022-12-14", paragraph="§ 118", registry_number="")


def change_a_text():
    section = read.dossier(*LUND).sections[0]
    version = read.versions(*LUND, "sections")[section.id]
    by = member(Role.EDITOR)
    change_section(*LUND, section.id, {"text": section.text + "\n\nEtt tillägg."}, version=version, by=by)


def test_ready_is_shown_and_is_over_when_the_plan_changes(head):
    assert "under arbete" in text(head.get(reverse("documents", args=LUND)))
    assert "märkte dokumentet som klart" in text(send(head, "document_ready"))
    assert "klart" in text(head.get(reverse("documents", args=LUND)))
    change_a_text()
    assert "inte längre klart: planen har ändrats" in text(head.get(reverse("documents", args=LUND)))
    assert reverse("document_freeze", args=PLACE) not in links(head.get(reverse("document_review", args=PLACE)))


def test_an_error_that_is_not_noted_is_told_and_nothing_is_marked(head):
    import_plan(example("lund-2023").model_copy(update={"contradictions": ()}), by=operator(), replace=True)
    response = send(head, "document_ready")
    assert response.status_code == 422
    assert "160 000" in text(response)
    assert "under arbete" in text(head.get(reverse("document_review", args=PLACE)))


def test_who_saw_an_older_plan_is_asked_to_look_again(head):
    seen = read.version(*LUND).revision
    change_a_text()
    assert head.post(reverse("document_ready", args=PLACE), {"version": seen}).status_code == 409


def test_a_frozen_version_can_be_fetched_made_again_and_compared(head):
    page = freeze(head)
    assert "2022-12-14" in text(page)
    version = reverse("frozen_document", args=[*PLACE, 1])
    assert version in links(page)
    assert "Planen säger det som fastställdes" in text(head.get(version))
    change_a_text()
    shown = text(head.get(version, {"check": "1"}))
    assert shown.count("lika, byte för byte") == 3
    assert "Planen säger det som fastställdes" not in shown
    assert read.dossier(*LUND).sections[0].title in shown
    for suffix in ("pdf", "docx", "html", "zip"):
        answer = head.get(reverse("frozen_file", args=[*PLACE, 1, suffix]))
        assert answer.status_code == 200
        assert f'-1.{suffix}"' in answer["Content-Disposition"]
    assert head.get(reverse("frozen_file", args=[*PLACE, 1, "exe"])).status_code == 404
    assert head.get(reverse("frozen_document", args=[*PLACE, 2])).status_code == 404


def test_a_decision_without_paragraph_is_asked_for_again(head):
    send(head, "document_ready")
    response = send(head, "document_freeze", decided_on="2022-12-14", paragraph=" ")
    assert response.status_code == 422


def test_a_ready_document_can_be_taken_back(head):
    send(head, "document_ready")
    assert "under arbete igen" in text(send(head, "document_reopen"))


def test_the_history_tells_of_it(head):
    freeze(head)
    shown = text(head.get(reverse("history", args=LUND)))
    assert "Verksamhetsplan med internbudget" in shown
    assert "§ 118" in shown
