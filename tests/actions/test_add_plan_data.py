"""What a document's table holds comes into the plan at once, audited, and never over what is there unasked."""

from decimal import Decimal

import pytest

from styrhus.actions.add_plan_data import add_plan_data
from styrhus.actions.conflict import Conflict
from styrhus.actions.permission import NotAllowed
from styrhus.plan.indicator import Indicator
from styrhus.plan.outcome import Outcome
from styrhus.review.plan_data.records import PlanData
from styrhus.store import read
from styrhus.store.models import AuditEvent
from styrhus.store.role import Role
from styrhus.values.problem import ProblemsError
from styrhus.values.unit import Unit
from tests.people import member

NEW = Indicator(id="nojda", goal="trygg-uppvaxt", name="Nöjda", unit=Unit.PERCENT)
VALUES = (
    Outcome(indicator="nojda", period="2022", value=Decimal("81.5"), source="plan.docx"),
    Outcome(indicator="anmalningar", period="2022", value=Decimal("50"), source="plan.docx"),
)


def seen(plan):
    return read.version(*plan).revision


def total(plan):
    held = read.dossier(*plan).outcomes_of("anmalningar")
    return next(outcome.value for outcome in held if outcome.part == "")


def test_new_records_come_and_stored_ones_stay(plan, editor):
    data = PlanData(indicators=(NEW,), outcomes=VALUES)
    add_plan_data(*plan, data, replace=False, seen=seen(plan), by=editor)
    assert read.dossier(*plan).indicator_by_id["nojda"] == NEW
    assert total(plan) == Decimal("91.0")
    events = AuditEvent.objects.filter(action="add_plan_data")
    assert {(event.kind, event.key) for event in events} == {("indicator", "nojda"), ("outcome", "nojda/2022")}


def test_stored_ones_are_replaced_when_asked(plan, editor):
    add_plan_data(*plan, PlanData(outcomes=VALUES[1:]), replace=True, seen=seen(plan), by=editor)
    assert total(plan) == Decimal("50")


def test_all_or_nothing(plan, editor):
    lost = NEW.model_copy(update={"id": "vilse", "goal": "saknas"})
    with pytest.raises(ProblemsError):
        add_plan_data(*plan, PlanData(indicators=(NEW, lost)), replace=False, seen=seen(plan), by=editor)
    assert "nojda" not in read.dossier(*plan).indicator_by_id


def test_who_saw_another_plan_or_may_not_is_refused(plan, editor):
    with pytest.raises(Conflict):
        add_plan_data(*plan, PlanData(), replace=False, seen=seen(plan) - 1, by=editor)
    with pytest.raises(NotAllowed):
        add_plan_data(*plan, PlanData(), replace=False, seen=seen(plan), by=member(Role.REPORTER, username="r"))
