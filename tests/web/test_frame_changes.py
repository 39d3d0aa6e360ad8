"""The ledger of the frame in the browser: changes, frames of years, and requests that become changes."""

from decimal import Decimal

import pytest
from django.urls import reverse

from styrhus.dossier.requests import linked_change
from styrhus.finance.bridge import bridge, frame_of
from styrhus.plan.undertaking import RequestOutcome
from styrhus.store import read
from styrhus.store.role import Role
from tests.web.reading import links, text
from tests.web.test_savings import form_of, plain

PLACE = ("lund", 2020)
HERE = ("eskilstuna", 2019)


@pytest.fixture
def controller(visit):
    return visit("lund-2020", Role.CONTROLLER)


def sent(browser, page, place, **changed):
    """The form at an address, sent in with some fields changed."""
    address = reverse(page, args=place)
    return browser.post(address, {**form_of(browser.get(address)), **changed})


def stored(place=PLACE):
    return read.dossier(*place)


def test_the_ledger_has_every_change_and_a_reader_cannot_edit_them(visit, controller):
    address, edit = reverse("frame_changes", args=PLACE), reverse("frame_change_edit", args=[*PLACE, "nya-lokaler"])
    shown = controller.get(address)
    assert all(change.label in text(shown) for change in stored().frame_changes)
    assert edit in links(shown)
    assert edit not in links(visit("lund-2020", Role.READER).get(address))


def test_a_move_between_boards_is_no_growth(controller):
    told = "Flyttar mellan nämnder är −800 tkr av förändringen; utan dem ändras ramen med +25 200 tkr."
    assert told in plain(controller.get(reverse("bridge", args=PLACE)))


def test_a_move_between_units_stands_apart_and_leaves_the_frame(controller):
    move = {"label": "Flytt av utredning", "kind": "transfer", "amount": "1 500", "from_unit": "flykting",
            "to_unit": "vuxen"}  # fmt: skip
    assert sent(controller, "frame_change_new", PLACE, **move).status_code == 302
    held = stored()
    assert bridge(held.frames, held.frame_changes, 2020).residual == 0
    shown = plain(controller.get(reverse("frame_changes", args=PLACE)))
    assert "Flyttarna mellan nämndens egna enheter blir tillsammans 0 tkr" in shown
    assert "Ramen 2020 per verksamhetsområde" in shown


def test_what_falls_away_stands_with_next_years_opening_frame(controller):
    change = {"label": "Tillfällig satsning", "kind": "temporary", "amount": "2000", "permanence": "temporary"}
    refused = sent(controller, "frame_change_new", PLACE, **change)
    assert set(refused.context["page"].form.errors) == {"last_year"}
    assert sent(controller, "frame_change_new", PLACE, **change, last_year="2020").status_code == 302
    shown = plain(controller.get(reverse("frame_changes", args=PLACE)))
    assert "Faller bort efter 2020, tkr" in shown
    assert "Ingående ram 2021 är 598 117 tkr före nya beslut: ramen för 2020, 600 117 tkr, −2 000 tkr." in shown


def test_a_change_is_edited_and_removed(controller):
    place = (*PLACE, "nya-lokaler")
    assert sent(controller, "frame_change_edit", place, amount="2 900", note="Rättat").status_code == 302
    changed = next(change for change in stored().frame_changes if change.id == "nya-lokaler")
    assert (changed.amount, changed.note) == (2900, "Rättat")
    new = {"label": "Felbokad", "amount": "1"}
    assert sent(controller, "frame_change_new", PLACE, **new).status_code == 302
    assert sent(controller, "frame_change_remove", (*PLACE, "felbokad")).status_code == 302
    assert "felbokad" not in {change.id for change in stored().frame_changes}


def test_a_change_that_a_text_shows_stays_until_the_text_does_not(controller):
    assert sent(controller, "frame_change_remove", (*PLACE, "nya-lokaler")).status_code == 422
    assert "nya-lokaler" in {change.id for change in stored().frame_changes}


def test_frames_are_added_once_changed_and_removed(controller):
    part = {"year": "2020", "part": "vuxen", "amount": "194 600", "unit": "tkr"}
    assert sent(controller, "frame_new", PLACE, **part).status_code == 302
    again = sent(controller, "frame_new", PLACE, **part)
    assert set(again.context["page"].form.errors) == {"year"}
    place = (*PLACE, 2020, "vuxen")
    assert sent(controller, "frame_edit", place, amount="194 601", year="1999").status_code == 302
    assert frame_of(stored().frames, 2020, "vuxen").amount == 194_601
    assert sent(controller, "frame_remove", place).status_code == 302
    assert frame_of(stored().frames, 2020, "vuxen") is None
    assert controller.get(reverse("frame_edit", args=[*PLACE, 2031, "-"])).status_code == 404


@pytest.fixture
def asking(visit):
    return visit("eskilstuna-2019", Role.CONTROLLER)


def test_the_requests_of_the_plan_are_listed_with_what_they_lack(asking):
    shown = asking.get(reverse("funding_requests", args=HERE))
    assert "7 behov, inget av dem med belopp." in plain(shown)
    assert reverse("funding_request", args=[*HERE, "hedersvald"]) in links(shown)
    assert "HSLF-FS 2017:79" in text(asking.get(reverse("funding_request", args=[*HERE, "vikarier-socionomkravet"])))


def test_saving_a_request_without_a_change_changes_nothing(asking):
    before = stored(HERE)
    for need in before.needs:
        assert sent(asking, "funding_request_edit", (*HERE, need.id)).status_code == 302
    assert stored(HERE) == before


def test_a_granted_request_becomes_a_change_of_the_frame_and_a_refused_one_does_not(asking):
    place = (*HERE, "krisstod-barnahus")
    granted = {"outcome": "granted", "granted": "1 200", "unit": "tkr", "decision": "KF § 88"}
    answer = sent(asking, "funding_request_decide", place, **granted)
    assert answer.url == reverse("frame_changes", args=HERE)
    made = linked_change(stored(HERE), "krisstod-barnahus")
    assert (made.amount, made.permanence, made.decision) == (Decimal(1200), "permanent", "KF § 88")
    listed = asking.get(reverse("frame_changes", args=HERE))
    assert reverse("funding_request", args=place) in links(listed)
    assert "beviljat 1 200 tkr" in plain(asking.get(reverse("funding_requests", args=HERE)))
    assert sent(asking, "funding_request_remove", place).status_code == 422
    refused = {"outcome": "refused", "granted": "", "decision": "KF § 90"}
    assert sent(asking, "funding_request_decide", place, **refused).url == reverse("funding_request", args=place)
    assert linked_change(stored(HERE), "krisstod-barnahus") is None


def test_a_decision_without_its_amount_is_told_at_the_field(asking):
    answer = sent(asking, "funding_request_decide", (*HERE, "hedersvald"), outcome="granted")
    assert answer.status_code == 422
    assert "granted" in answer.context["page"].form.errors
    need = next(need for need in stored(HERE).needs if need.id == "hedersvald")
    assert need.outcome is RequestOutcome.OPEN


def test_a_request_is_made_with_posts_and_priority_and_removed(asking):
    new = {"name": "Två socialsekreterare", "posts": "2,0", "amount": "1,4", "unit": "mnkr", "priority": "1",
           "permanent": "True", "consequence": "Kön växer"}  # fmt: skip
    answer = sent(asking, "funding_request_new", HERE, **new)
    place = (*HERE, "tva-socialsekreterare")
    assert answer.url == reverse("funding_request", args=place)
    shown = plain(asking.get(reverse("funding_requests", args=HERE)))
    assert "8 behov, tillsammans 1 400 tkr; 7 av dem saknar belopp." in shown
    assert sent(asking, "funding_request_remove", place).status_code == 302
    assert len(stored(HERE).needs) == 7


def test_the_ledger_and_the_requests_are_workbooks_too(controller, asking):
    for browser, place, part in ((controller, PLACE, "frame_changes"), (asking, HERE, "funding_requests")):
        page = browser.get(reverse(part, args=place))
        address = reverse("economy_file", args=[*place, part])
        assert address in links(page)
        assert browser.get(address).content.startswith(b"PK")
