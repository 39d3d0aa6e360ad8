"""Handing in a document: the report, what is refused, and that nothing is kept."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from styrhus.review.rules import rules
from styrhus.store.role import Role
from styrhus.web.pages.review import handed_in
from tests.web.reading import links, text

FAULTY = "Budget 2023 (tkr)\n\nVerksamhet\tBudget 2023\nBarn\t100\nVuxna\t200\nSumma\t310\n"


def file(content=FAULTY, name="plan.txt"):
    return SimpleUploadedFile(name, content if isinstance(content, bytes) else content.encode())


@pytest.fixture
def visitor(db, settings):
    """One who has not logged in, where the review is open to all."""
    settings.OPEN_REVIEW = True
    cache.clear()
    return Client()


def hand_in(browser, document=None, **more):
    return browser.post(reverse("review"), {"document": document or file(), **more})


def test_where_it_is_not_open_one_has_to_log_in(db, client_of):
    assert Client().get(reverse("review")).url.startswith(reverse("login"))
    assert hand_in(Client()).url.startswith(reverse("login"))
    assert hand_in(client_of(None)).status_code == 200
    assert "310" in text(hand_in(client_of(Role.READER)))


def test_the_report_tells_the_place_the_sum_and_what_to_do(visitor):
    response = hand_in(visitor)
    assert response.status_code == 200
    shown = text(response)
    assert "plan.txt" in shown
    assert "100 + 200 = 300" in shown
    assert "1 fel" in shown
    assert f"{reverse('review_rules')}#sum-row-differs" in links(response)
    assert 'class="number found error"' in response.content.decode()


def test_htmx_gets_the_report_alone(visitor):
    part = visitor.post(reverse("review"), {"document": file()}, headers={"HX-Request": "true"})
    assert b"<html" not in part.content
    assert b'id="report"' in part.content


@pytest.mark.parametrize(("form", "media"), [("html", "text/html; charset=utf-8"), ("json", "application/json")])
def test_the_report_is_also_a_file(visitor, form, media):
    response = hand_in(visitor, file(name="Vår plan.txt"), **{"as": form})
    assert response["Content-Type"] == media
    assert response["Content-Disposition"] == f'attachment; filename="Vr-plan-granskning.{form}"'
    if form == "json":
        assert json.loads(response.content)["findings"][0]["rule"] == "sum-row-differs"
    else:
        assert b"<!DOCTYPE html>" in response.content


def test_no_file_is_left_when_the_answer_is_given(visitor, settings, tmp_path):
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    settings.DATA = tmp_path / "data"
    large = FAULTY + "ord utan siffror " * 200_000
    assert hand_in(visitor, file(large)).status_code == 200
    assert list(tmp_path.rglob("*")) == []


def test_what_cannot_be_read_is_told_without_a_traceback(visitor):
    refused = [hand_in(visitor, document) for document in (file(b""), file(b"\x00\x01\x02\x03" * 400, "a.bin"))]
    assert [response.status_code for response in refused] == [422, 422]
    assert visitor.post(reverse("review"), {}).status_code == 422


def test_a_file_beyond_the_limit_is_refused_with_the_limit(visitor, monkeypatch):
    monkeypatch.setattr(handed_in, "LIMITS", replace(handed_in.LIMITS, file=2_000_000))
    response = hand_in(visitor, file(b"x" * 3_000_000))
    assert response.status_code == 422
    assert "2 MB" in text(response)


def test_a_document_that_takes_too_long_is_broken_off(visitor, monkeypatch):
    monkeypatch.setattr(handed_in, "LIMITS", replace(handed_in.LIMITS, seconds=0.01))
    response = hand_in(visitor)
    assert response.status_code == 422
    assert "0.01" in text(response)


def test_when_all_turns_are_taken_one_is_asked_to_wait(visitor, settings):
    settings.REVIEW_WAIT_SECONDS = 0.01
    with handed_in._turn(), handed_in._turn():
        assert hand_in(visitor).status_code == 503
    assert hand_in(visitor).status_code == 200


def test_one_address_cannot_flood_but_who_is_logged_in_may_go_on(visitor, settings, client_of):
    settings.REVIEW_MOST_TIMES = 2
    assert [hand_in(visitor).status_code for _ in range(3)] == [200, 200, 429]
    assert hand_in(client_of(Role.READER)).status_code == 200


def test_a_forged_form_is_refused(db, settings):
    settings.OPEN_REVIEW = True
    assert hand_in(Client(enforce_csrf_checks=True)).status_code == 403


def test_every_rule_is_explained(visitor):
    response = visitor.get(reverse("review_rules"))
    shown = text(response)
    for rule in rules():
        assert f'id="{rule.id}"' in response.content.decode()
        assert rule.what.render("sv") in shown


def test_many_at_once_are_answered_and_only_some_are_asked_to_wait(visitor, transactional_db):
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: hand_in(Client()).status_code, range(8)))
    assert set(answers) <= {200, 503}
    assert answers.count(200) >= 2
    assert hand_in(visitor).status_code == 200
