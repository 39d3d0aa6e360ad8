"""Indicators write their own life log: new, redefined, moved, level changed, removed."""

from decimal import Decimal

import pytest

from styrhus.actions.change_indicator import change_indicator
from styrhus.actions.clear_override import clear_override
from styrhus.actions.create_indicator import create_indicator
from styrhus.actions.override_status import override_status
from styrhus.actions.remove_indicator import remove_indicator
from styrhus.actions.report_outcomes import report_outcomes
from styrhus.actions.set_targets import set_targets
from styrhus.plan.indicator import LifeEvent
from styrhus.plan.status_word import StatusWord
from styrhus.store import read
from styrhus.store.role import Role
from styrhus.values.problem import ProblemsError
from tests.people import member
from tests.store.plans import rich_plan

NEW = {"name": "Väntetid", "goal": "trygg-uppvaxt", "unit": "days"}


def log_of(plan, indicator):
    return [entry for entry in read.dossier(*plan).life_log if entry.indicator == indicator and entry.year == 2023]


def change(plan, editor, changes, indicator="anmalningar", **more):
    version = read.versions(*plan, "indicators")[indicator]
    return change_indicator(*plan, indicator, changes, version=version, by=editor, **more)


def test_a_new_indicator_is_logged_as_new(plan, editor):
    indicator = create_indicator(*plan, NEW, reason="Lagkrav", by=editor)
    assert indicator.id == "vantetid"
    assert [(entry.event, entry.reason) for entry in log_of(plan, "vantetid")] == [(LifeEvent.NEW, "Lagkrav")]


def test_a_new_name_is_no_event_of_its_life(plan, editor):
    change(plan, editor, {"name": "Inom två veckor"})
    assert log_of(plan, "anmalningar") == []


@pytest.mark.parametrize("changes", [{"definition": "ny"}, {"unit": "days", "decimals": 0}, {"goal": "trygg"}])
def test_redefining_or_moving_needs_a_reason(plan, editor, changes):
    with pytest.raises(ProblemsError) as caught:
        change(plan, editor, changes)
    assert [problem.column for problem in caught.value.problems] == ["reason"]
    assert read.dossier(*plan) == rich_plan()


def test_a_move_tells_from_where_and_to_where(plan, editor):
    change(plan, editor, {"goal": "trygg"}, reason="Hör dit")
    (entry,) = log_of(plan, "anmalningar")
    assert (entry.event, entry.before, entry.after) == (LifeEvent.MOVED, "Trygg uppväxt", "Trygg stad")


def test_a_move_taken_back_in_the_same_year_leaves_no_trace(plan, editor):
    change(plan, editor, {"goal": "trygg"}, reason="Hör dit")
    change(plan, editor, {"goal": "trygg-uppvaxt"}, reason="Hörde inte dit")
    assert read.dossier(*plan) == rich_plan()


def test_a_new_level_is_logged_once_with_the_level_of_the_last_plan(plan, editor):
    for level, reason in (("96", "För lågt"), ("98.0", "Mer")):
        version = read.versions(*plan, "targets")["anmalningar"]
        rows = [{"year": 2023, "kind": "at_least", "value": Decimal(level)}]
        set_targets(*plan, "anmalningar", rows, reason=reason, version=version, by=editor)
    (entry,) = log_of(plan, "anmalningar")
    assert (entry.before, entry.after, entry.reason) == ("2023: ≥ 95,0", "2023: ≥ 98,0", "Mer")


def test_targets_are_replaced_where_they_stood(plan, editor):
    rows = [{"year": 2023, "kind": "keep"}, {"year": 2024, "kind": "keep"}]
    set_targets(*plan, "dygn", rows, reason="Nytt", version=1, by=editor)
    found = read.dossier(*plan).targets
    assert [(target.indicator, target.year) for target in found] == [
        ("anmalningar", 2023), ("dygn", 2023), ("dygn", 2024), ("anmalningar", 2024),
    ]  # fmt: skip


def test_a_faulty_row_is_named_by_number_and_field(plan, editor):
    rows = [{"year": 2023, "kind": "keep"}, {"year": 2024, "kind": "keep", "value": "mycket"}]
    with pytest.raises(ProblemsError) as caught:
        set_targets(*plan, "dygn", rows, version=1, by=editor)
    assert [(p.row, p.column, p.value) for p in caught.value.problems] == [(2, "value", "mycket")]


def test_a_year_given_twice_is_refused(plan, editor):
    rows = [{"year": 2025, "kind": "keep"}, {"year": 2025, "kind": "at_least", "value": Decimal(1)}]
    with pytest.raises(ProblemsError):
        set_targets(*plan, "dygn", rows, version=1, by=editor)


def test_outcomes_keep_their_printed_decimals(plan, editor):
    rows = [{"period": "2022", "value": Decimal("91.50")}, {"period": "2023-T1", "mark": ".."}]
    report_outcomes(*plan, "anmalningar", rows, version=1, by=editor)
    found = read.dossier(*plan).outcomes_of("anmalningar")
    assert [str(outcome.value) for outcome in found] == ["91.50", "None"]


def test_a_period_that_is_none_is_refused(plan, editor):
    with pytest.raises(ProblemsError) as caught:
        report_outcomes(*plan, "dygn", [{"period": "i fjol"}], version=1, by=editor)
    assert [(p.row, p.column) for p in caught.value.problems] == [(1, "period")]


def test_an_override_needs_a_reason_and_can_be_cleared(plan):
    head = member(Role.HEAD)
    with pytest.raises(ProblemsError):
        override_status(*plan, "dygn", StatusWord.REACHED, for_year=2023, reason=" ", version=1, by=head)
    override_status(*plan, "dygn", StatusWord.REACHED, for_year=2023, reason="Mätfel", version=1, by=head)
    assert [o.year for o in read.dossier(*plan).overrides] == [2022, 2023]
    version = read.versions(*plan, "overrides")["dygn"]
    clear_override(*plan, "dygn", for_year=2023, version=version, by=head)
    assert read.dossier(*plan) == rich_plan()


def test_a_removed_indicator_takes_its_values_along_and_leaves_its_name(plan, editor):
    remove_indicator(*plan, "dygn", version=1, reason="Mäts inte mer", by=editor)
    found = read.dossier(*plan)
    assert (found.targets_of("dygn"), found.outcomes_of("dygn"), found.overrides) == ((), (), ())
    (entry,) = log_of(plan, "dygn")
    assert (entry.event, entry.name, entry.reason) == (LifeEvent.REMOVED, "Vårddygn", "Mäts inte mer")


def test_an_indicator_that_came_with_this_plan_leaves_no_trace(plan, editor):
    indicator = create_indicator(*plan, NEW, by=editor)
    version = read.versions(*plan, "indicators")[indicator.id]
    remove_indicator(*plan, indicator.id, version=version, reason="", by=editor)
    assert read.dossier(*plan) == rich_plan()
