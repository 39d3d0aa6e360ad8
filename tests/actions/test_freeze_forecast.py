"""Freezing forecasts: who may, what is kept, and that nothing changes or removes it afterwards."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction

from styrhus.actions.change_capacities import change_capacities
from styrhus.actions.conflict import Conflict
from styrhus.actions.draft import drafting
from styrhus.actions.freeze_forecast import freeze_forecast
from styrhus.actions.import_plan import import_plan
from styrhus.actions.operator import operator
from styrhus.actions.permission import NotAllowed
from styrhus.forecast.frozen import Opened, opened
from styrhus.forecast.lever import OverflowRule
from styrhus.store import read
from styrhus.store.models import AuditEvent, FrozenForecast
from styrhus.store.role import Role
from styrhus.values.problem import ProblemsError
from tests.people import member
from tests.store.plans import rich_plan
from tests.unit.forecast.forecasts import been, forecast, stream_forecast

PLACE = ("lund", 2023)
HELD = Opened(forecast(2023, digest="ef" * 32, levers=("inflow=-10%",)), 2023, *been(2023))


def freeze(held=HELD, *, by=None, comment=" Inför delåret. "):
    return freeze_forecast(*PLACE, held, comment=comment, by=by or member(Role.CONTROLLER))


def stored():
    return read.dossier(*PLACE).forecasts


def test_a_controller_freezes_what_is_kept_to_the_last_digit(plan):
    new = freeze()
    (before, held) = stored()
    assert before.id == "2023-01-15-01"
    assert held == new
    assert opened(held.content) == HELD
    assert (held.made_by, held.comment, held.levers) == ("controller", "Inför delåret.", ("inflow=-10%",))
    assert held.id == f"{held.made_on.isoformat()}-01"


def test_the_history_tells_of_it_without_its_content(plan):
    new = freeze()
    (event,) = AuditEvent.objects.filter(action="freeze_forecast")
    assert (event.kind, event.key) == ("frozen_forecast", new.id)
    assert "content" not in event.changes
    assert event.changes["digest"][1] == "ef" * 32


def test_others_may_not(plan):
    with pytest.raises(NotAllowed):
        freeze(by=member(Role.EDITOR))


def test_the_same_forecast_is_not_frozen_twice(plan):
    first = freeze()
    with pytest.raises(ProblemsError) as refused:
        freeze()
    assert first.id in refused.value.problems[0].message.render("en")
    assert len(stored()) == 2


def test_two_of_a_day_have_ids_in_order(plan):
    first = freeze()
    second = freeze(Opened(forecast(2023, digest="12" * 32), 2023))
    assert second.id == f"{first.id[:-2]}02"
    assert stored()[1:] == (first, second)


def test_a_forecast_of_another_year_belongs_to_another_plan(plan):
    with pytest.raises(ProblemsError):
        freeze(Opened(forecast(2024), 2024))


def test_what_is_no_number_is_not_kept(plan):
    broken = stream_forecast(None, float("nan"), 1)
    with pytest.raises(ProblemsError):
        freeze(Opened(forecast(2023, total=broken, digest="34" * 32), 2023))
    assert len(stored()) == 1


def test_an_import_over_the_plan_keeps_it(plan):
    new = freeze()
    import_plan(rich_plan(), by=operator(), replace=True)
    assert new in stored()
    import_plan(rich_plan(forecasts=()), by=operator(), replace=True)
    assert len(stored()) == 2


def test_an_import_that_would_change_one_is_refused(plan):
    (kept,) = stored()
    other = kept.model_copy(update={"as_of": date(2020, 1, 1)})
    with pytest.raises(ProblemsError):
        import_plan(rich_plan(forecasts=(other,)), by=operator(), replace=True)
    assert stored() == (kept,)


def test_no_action_can_remove_one(plan):
    with pytest.raises(ProblemsError), drafting("change_goal", *PLACE, by=operator()) as draft:
        draft.put(forecasts=())
    assert len(stored()) == 1


@pytest.mark.database
def test_the_database_itself_refuses_a_change(plan):
    with pytest.raises(DatabaseError), transaction.atomic():
        FrozenForecast.objects.update(digest="other")
    FrozenForecast.objects.update(position=5)


def test_places_of_own_streams(plan):
    by = member(Role.CONTROLLER)
    seen = read.versions(*PLACE, "capacities")
    rows = [
        {"id": "barnhem", "own": "Barn/institution/own", "places": Decimal(6), "overflow": "Barn/institution/external",
         "rule": "flyttar hem"},
        {"own": "Unga/institution/own", "places": Decimal(3), "overflow": "Unga/institution/external", "rule": ""},
    ]  # fmt: skip
    change_capacities(*PLACE, rows, versions=seen, by=by)
    held = read.dossier(*PLACE).capacities
    assert [(row.id, row.places, row.rule) for row in held] == [
        ("barnhem", 6, OverflowRule.RETURNS), ("unga-institution-own", 3, OverflowRule.STAYS),
    ]  # fmt: skip
    with pytest.raises(Conflict):
        change_capacities(*PLACE, rows, versions=seen, by=by)
    with pytest.raises(NotAllowed):
        change_capacities(*PLACE, [], versions={}, by=member(Role.EDITOR))


@pytest.mark.parametrize(
    ("changed", "column"),
    [({"places": Decimal(-1)}, "places"), ({"overflow": "a"}, "overflow"), ({"rule": "kanske"}, "rule"),
     ({"own": "a/b/c/d"}, "own")],
)  # fmt: skip
def test_places_that_cannot_be(plan, changed, column):
    row = {"own": "a", "places": Decimal(1), "overflow": "b", **changed}
    with pytest.raises(ProblemsError) as refused:
        change_capacities(*PLACE, [row], versions=read.versions(*PLACE, "capacities"), by=member(Role.CONTROLLER))
    assert column in {problem.column for problem in refused.value.problems}
