"""What the database itself refuses, should a write ever come past the actions."""

import pytest
from django.db import IntegrityError

from styrhus.actions.import_plan import import_plan
from styrhus.actions.operator import operator
from styrhus.store import models, read
from styrhus.store.models import Membership
from tests.people import someone
from tests.store.plans import rich_plan


@pytest.fixture
def plan_year(db):
    import_plan(rich_plan(), by=operator())
    return read.find("lund", 2023)


def again(row):
    row.pk = None
    row.save()


@pytest.mark.parametrize(
    "model",
    [models.Goal, models.Indicator, models.Target, models.Outcome, models.StatusOverride, models.Frame,
     models.Section, models.BudgetTable, models.BudgetRow, models.PlanYear],
)  # fmt: skip
def test_nothing_is_there_twice(plan_year, model):
    with pytest.raises(IntegrityError):
        again(model.objects.first())


def test_an_override_has_a_reason(plan_year):
    row = models.StatusOverride.objects.first()
    row.reason = ""
    with pytest.raises(IntegrityError):
        row.save()


def test_a_role_is_one_of_the_roles(plan_year):
    with pytest.raises(IntegrityError):
        Membership.objects.create(user=someone(), board=plan_year.board, role="king")


def test_a_float_is_never_a_decimal(plan_year):
    row = models.Frame.objects.first()
    row.amount = 1.5
    with pytest.raises(TypeError):
        row.save()


def test_models_and_migrations_agree(db):
    from django.core.management import call_command

    call_command("makemigrations", "store", check=True, dry_run=True, verbosity=0)
