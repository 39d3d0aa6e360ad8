"""Savings and requirements are written down; who owns a measure states what it gave."""

from decimal import Decimal

import pytest

from styrhus.actions.change_saving import change_saving
from styrhus.actions.change_savings_requirement import change_savings_requirement
from styrhus.actions.conflict import Conflict
from styrhus.actions.create_saving import create_saving
from styrhus.actions.create_savings_requirement import create_savings_requirement
from styrhus.actions.permission import NotAllowed
from styrhus.actions.plan_saving_effects import plan_saving_effects
from styrhus.actions.remove_saving import remove_saving
from styrhus.actions.remove_savings_requirement import remove_savings_requirement
from styrhus.actions.state_saving_effects import state_saving_effects
from styrhus.dossier.savings import savings_year
from styrhus.store import read
from styrhus.store.role import Role
from styrhus.values.problem import ProblemsError
from tests.people import member
from tests.store.plans import rich_plan

NEED = {"year": 2023, "name": "Krav", "amount": Decimal("1000000")}
MEASURE = {"name": "Vakanthålla tjänster", "unit": "barn", "requirement": "krav", "full_year_effect": Decimal("600000"),
           "start_year": 2023}  # fmt: skip


@pytest.fixture
def controller(plan):
    return member(Role.CONTROLLER)


@pytest.fixture
def measure(plan, controller):
    create_savings_requirement(*plan, NEED, by=controller)
    return create_saving(*plan, MEASURE, by=controller).id


def stored(plan):
    return read.dossier(*plan)


def version(plan, key, part):
    return read.versions(*plan, part).get(key, 0)


def state(plan, key, rows, by, *, seen=None):
    held = version(plan, key, "saving_effects") if seen is None else seen
    state_saving_effects(*plan, key, rows, of_year=2023, version=held, by=by)


def test_a_measure_against_a_requirement_gives_a_gap(plan, measure):
    assert savings_year(stored(plan)).account.whole.gap == 400_000


def test_the_unit_states_its_own_effect_and_no_one_elses(plan, measure, controller):
    own, other = member(Role.REPORTER, unit="barn"), member(Role.REPORTER, unit="soc", username="annan")
    state(plan, measure, [{"month": 1, "amount": Decimal("40000"), "evidence": "Två vakanser"}], own)
    assert savings_year(stored(plan)).account.so_far.realised == 40_000
    whole = create_saving(*plan, {**MEASURE, "name": "Hela", "unit": None}, by=controller).id
    with pytest.raises(NotAllowed):
        state(plan, whole, [], own)
    state(plan, measure, [], other)
    with pytest.raises(NotAllowed):
        plan_saving_effects(*plan, measure, [], of_year=2023, version=0, by=own)


def test_stated_and_planned_months_are_kept_apart(plan, measure, controller):
    state(plan, measure, [{"month": 1, "amount": Decimal(1)}], controller)
    seen = version(plan, measure, "saving_effects")
    rows = [{"month": 1, "amount": Decimal(70_000)}, {"month": 2, "amount": Decimal(0)}]
    plan_saving_effects(*plan, measure, rows, of_year=2023, version=seen, by=controller)
    state(plan, measure, [{"month": 2, "amount": Decimal(3)}], controller)
    held = [(e.planned, e.month, e.amount) for e in stored(plan).saving_effects if e.saving == measure]
    assert held == [(True, 1, 70_000), (True, 2, 0), (False, 2, 3)]


def test_two_who_state_at_once_are_told(plan, measure, controller):
    state(plan, measure, [{"month": 1, "amount": Decimal(1)}], controller)
    with pytest.raises(Conflict):
        state(plan, measure, [{"month": 1, "amount": Decimal(2)}], controller, seen=0)


def test_a_month_that_is_none_is_refused_with_its_row(plan, measure, controller):
    with pytest.raises(ProblemsError) as caught:
        state(plan, measure, [{"month": 1, "amount": Decimal(1)}, {"month": 13, "amount": Decimal(1)}], controller)
    assert [(problem.row, problem.column) for problem in caught.value.problems] == [(2, "month")]


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ({"ramp_months": -1}, "ramp_months"),
        ({"end_year": 2022}, "end_year"),
        ({"end_month": 3}, "end_year"),
        ({"one_off_cost": Decimal(-1)}, "one_off_cost"),
        ({"measured_by": "ledger"}, "baseline"),
        ({"measured_by": "volume", "baseline": Decimal(3)}, "measured_row"),
        ({"requirement": "saknas"}, "requirement"),
        ({"depends_on": ("vakanthalla-tjanster",)}, "depends_on"),
    ],
)
def test_what_a_measure_must_say(plan, measure, controller, changes, column):
    with pytest.raises(ProblemsError) as caught:
        change_saving(*plan, measure, changes, version=version(plan, measure, "savings"), by=controller)
    assert column in {problem.column for problem in caught.value.problems}


def test_a_requirement_is_changed_and_is_never_negative(plan, measure, controller):
    seen = version(plan, "krav", "savings_requirements")
    change_savings_requirement(*plan, "krav", {"amount": Decimal(700_000)}, version=seen, by=controller)
    assert savings_year(stored(plan)).account.whole.gap == 100_000
    with pytest.raises(ProblemsError):
        create_savings_requirement(*plan, {**NEED, "amount": Decimal(-1)}, by=controller)


def test_a_measure_goes_with_its_effects_and_then_its_requirement(plan, measure, controller):
    state(plan, measure, [{"month": 1, "amount": Decimal(1)}], controller)
    seen = version(plan, "krav", "savings_requirements")
    with pytest.raises(ProblemsError):
        remove_savings_requirement(*plan, "krav", version=seen, by=controller)
    remove_saving(*plan, measure, version=version(plan, measure, "savings"), by=controller)
    remove_savings_requirement(*plan, "krav", version=seen, by=controller)
    assert stored(plan) == rich_plan()
