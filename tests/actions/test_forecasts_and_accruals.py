"""Forecasts of units and accruals: who may, what is refused, and what the history keeps."""

from decimal import Decimal

import pytest

from styrhus.actions.add_accrual import add_accrual
from styrhus.actions.change_accrual import change_accrual
from styrhus.actions.conflict import Conflict
from styrhus.actions.enter_forecast import enter_forecast
from styrhus.actions.permission import NotAllowed
from styrhus.actions.remove_accrual import remove_accrual
from styrhus.finance.codes.dimension import CostType
from styrhus.store import read
from styrhus.store.models import AuditEvent
from styrhus.store.role import Role
from styrhus.values.problem import ProblemsError
from tests.people import member

ACCRUAL = {
    "month": 6, "unit": "barn", "cost_type": "bought_care", "amount": Decimal("61000.50"), "reason": "Vård i juni",
    "reverses": 7,
}  # fmt: skip


def enter(by, amounts, **rest):
    given = {"version": 0, "month": 8, "comment": "Fler placeringar", "action": "Ser över avtal", **rest}
    month = given.pop("month")
    return enter_forecast("lund", 2023, given.pop("unit", "barn"), month, amounts=amounts, by=by, **given)


def test_a_reporter_of_the_unit_enters_its_forecast(plan):
    enter(member(Role.REPORTER, unit="barn"), {None: Decimal(1_250_000)})
    (held,) = [row for row in read.dossier("lund", 2023).unit_forecasts if row.month == 8]
    assert (held.amount, held.comment, held.action, held.entered_by) == (
        1_250_000, "Fler placeringar", "Ser över avtal", "reporter-barn",
    )  # fmt: skip
    assert AuditEvent.objects.filter(action="enter_forecast", kind="unit_forecast").count() == 1


def test_the_month_is_replaced_as_a_whole_and_others_stay(plan):
    by = member(Role.CONTROLLER)
    enter(by, {None: Decimal(1)}, month=7)
    enter(by, {CostType.STAFF: Decimal(2), CostType.GRANTS: Decimal(3)}, version=_version())
    enter(by, {None: Decimal(4)}, version=_version())
    rows = [row for row in read.dossier("lund", 2023).unit_forecasts if row.unit == "barn"]
    assert [(row.month, row.cost_type, row.amount) for row in rows] == [(7, None, 1), (8, None, 4)]


def _version():
    return read.versions("lund", 2023, "unit_forecasts")["barn"]


def test_nobody_forecasts_for_another_unit(plan):
    with pytest.raises(NotAllowed):
        enter(member(Role.REPORTER, unit="mottag"), {None: Decimal(1)})


def test_somebody_who_was_first_is_not_overwritten(plan):
    by = member(Role.CONTROLLER)
    enter(by, {None: Decimal(1)})
    with pytest.raises(Conflict):
        enter(by, {None: Decimal(2)})


@pytest.mark.parametrize(
    "amounts",
    [{}, {None: Decimal(1), CostType.STAFF: Decimal(1)}, {CostType.COUNCIL_GRANT: Decimal(1)}],
)
def test_what_is_no_forecast_is_refused(plan, amounts):
    with pytest.raises(ProblemsError):
        enter(member(Role.CONTROLLER), amounts)


def test_an_accrual_is_added_changed_and_taken_away(plan):
    by = member(Role.CONTROLLER)
    made = add_accrual("lund", 2023, ACCRUAL, by=by)
    assert (made.id, made.year, made.entered_by) == ("vard-i-juni", 2023, "controller")
    version = read.versions("lund", 2023, "accruals")[made.id]
    changed = change_accrual("lund", 2023, made.id, {"amount": Decimal(5)}, version=version, by=by)
    assert changed.amount == 5
    version = read.versions("lund", 2023, "accruals")[made.id]
    remove_accrual("lund", 2023, made.id, version=version, by=by)
    assert made.id not in {row.id for row in read.dossier("lund", 2023).accruals}


@pytest.mark.parametrize(
    ("change", "column"),
    [({"reverses": 6}, "reverses"), ({"cost_type": "balance"}, "cost_type"), ({"amount": Decimal(0)}, "amount"),
     ({"unit": "finns-ej"}, "unit"), ({"month": 13}, "month")],
)  # fmt: skip
def test_an_accrual_that_cannot_be_is_refused_at_its_field(plan, change, column):
    with pytest.raises(ProblemsError) as refused:
        add_accrual("lund", 2023, {**ACCRUAL, **change}, by=member(Role.CONTROLLER))
    assert column in refused.value.problems[0].column


def test_only_controllers_accrue(plan):
    with pytest.raises(NotAllowed):
        add_accrual("lund", 2023, ACCRUAL, by=member(Role.EDITOR))
