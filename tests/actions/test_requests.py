"""A granted request changes the frame, and the two never part."""

from datetime import date
from decimal import Decimal

import pytest

from styrhus.actions.change_frame_change import change_frame_change
from styrhus.actions.change_request import change_request
from styrhus.actions.conflict import Conflict
from styrhus.actions.create_request import create_request
from styrhus.actions.decide_request import decide_request
from styrhus.actions.permission import NotAllowed
from styrhus.actions.remove_frame_change import remove_frame_change
from styrhus.actions.remove_request import remove_request
from styrhus.dossier.requests import linked_change
from styrhus.finance.frame import FrameChangeKind, Permanence
from styrhus.plan.undertaking import RequestOutcome
from styrhus.store import read
from styrhus.store.role import Role
from styrhus.values.problem import ProblemsError
from tests.people import member
from tests.store.plans import rich_plan

NEW = {"name": "Krisstöd", "text": "Två till", "posts": Decimal("2.0"), "amount": Decimal("1400"), "unit": "tkr",
       "responsible_unit": "barn", "permanent": True, "law": "SoL", "consequence": "Barn väntar",
       "priority": 1}  # fmt: skip
GRANTED = {"outcome": "granted", "granted": Decimal("1000"), "decision": "KF § 12", "decided_on": date(2022, 11, 30)}


@pytest.fixture
def controller(plan):
    return member(Role.CONTROLLER)


@pytest.fixture
def request_id(plan, controller):
    return create_request(*plan, NEW, by=controller).id


def stored(plan):
    return read.dossier(*plan)


def version(plan, key, part="needs"):
    return read.versions(*plan, part)[key]


def decide(plan, key, decision, by):
    return decide_request(*plan, key, decision, version=version(plan, key), by=by)


def test_what_is_granted_becomes_a_change_of_the_frame(plan, controller, request_id):
    request, made = decide(plan, request_id, GRANTED, controller)
    assert (request.outcome, request.granted, request.amount) == (RequestOutcome.GRANTED, 1000, 1400)
    assert (made.kind, made.amount, made.unit, made.to_unit) == (FrameChangeKind.NEED, 1000, "tkr", "barn")
    assert (made.permanence, made.decision, made.decided_on) == (Permanence.PERMANENT, "KF § 12", date(2022, 11, 30))
    assert linked_change(stored(plan), request_id) == made


def test_a_new_decision_replaces_the_change_and_a_refusal_takes_it_away(plan, controller, request_id):
    decide(plan, request_id, GRANTED, controller)
    decide(plan, request_id, {**GRANTED, "granted": Decimal("700")}, controller)
    held = [change for change in stored(plan).frame_changes if change.request == request_id]
    assert [change.amount for change in held] == [700]
    request, made = decide(plan, request_id, {"outcome": "refused", "decision": "KF § 13"}, controller)
    assert (request.granted, made, linked_change(stored(plan), request_id)) == (None, None, None)


def test_a_changed_request_takes_its_frame_change_along(plan, controller, request_id):
    decide(plan, request_id, GRANTED, controller)
    note = {"note": "Från februari", "kind": "assignment"}
    key = linked_change(stored(plan), request_id).id
    change_frame_change(*plan, key, note, version=version(plan, key, "frame_changes"), by=controller)
    changes = {"name": "Krisstöd på Barnahus", "permanent": False, "until_year": 2024, "year": 2024}
    change_request(*plan, request_id, changes, version=version(plan, request_id), by=controller)
    found = linked_change(stored(plan), request_id)
    assert (found.label, found.year, found.last_year) == ("Krisstöd på Barnahus", 2024, 2024)
    assert (found.permanence, found.note, found.kind) == (Permanence.TEMPORARY, "Från februari", "assignment")


def test_the_linked_change_is_neither_altered_nor_removed_by_itself(plan, controller, request_id):
    _request, made = decide(plan, request_id, GRANTED, controller)
    held = version(plan, made.id, "frame_changes")
    with pytest.raises(ProblemsError) as caught:
        change_frame_change(*plan, made.id, {"amount": Decimal(1)}, version=held, by=controller)
    assert [problem.column for problem in caught.value.problems] == ["amount"]
    with pytest.raises(ProblemsError):
        remove_frame_change(*plan, made.id, version=held, by=controller)
    assert linked_change(stored(plan), request_id) == made


def test_a_granted_request_is_not_removed_before_its_decision(plan, controller, request_id):
    decide(plan, request_id, GRANTED, controller)
    with pytest.raises(ProblemsError):
        remove_request(*plan, request_id, version=version(plan, request_id), by=controller)
    decide(plan, request_id, {"outcome": "deferred"}, controller)
    remove_request(*plan, request_id, version=version(plan, request_id), by=controller)
    assert stored(plan) == rich_plan()


@pytest.mark.parametrize(
    ("decision", "column"),
    [
        ({"outcome": "granted"}, "granted"),
        ({"outcome": "granted", "granted": Decimal("-5")}, "granted"),
        ({**GRANTED, "permanent": False, "until_year": None}, "until_year"),
        ({**GRANTED, "unit": None}, "unit"),
        ({"outcome": "perhaps"}, "outcome"),
    ],
)
def test_what_a_decision_must_say(plan, controller, request_id, decision, column):
    before = stored(plan)
    with pytest.raises(ProblemsError) as caught:
        decide(plan, request_id, decision, controller)
    assert column in {problem.column for problem in caught.value.problems}
    assert stored(plan) == before


def test_an_old_version_conflicts_and_an_editor_may_not(plan, controller, request_id, editor):
    seen = version(plan, request_id)
    decide(plan, request_id, GRANTED, controller)
    with pytest.raises(Conflict):
        decide_request(*plan, request_id, GRANTED, version=seen, by=controller)
    with pytest.raises(NotAllowed):
        decide(plan, request_id, GRANTED, editor)
