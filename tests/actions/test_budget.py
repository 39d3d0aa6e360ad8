"""The budget is written by its verbs: sets of rows with a guard, copies, the reserve, and adopting."""

from datetime import date
from decimal import Decimal

import pytest

from styrhus.actions.adopt_budget_version import adopt_budget_version
from styrhus.actions.budget_draft import fingerprint
from styrhus.actions.change_budget_lines import change_budget_lines
from styrhus.actions.change_budget_version import change_budget_version
from styrhus.actions.change_investments import change_investments
from styrhus.actions.change_periodisation_keys import change_periodisation_keys
from styrhus.actions.change_positions import change_positions
from styrhus.actions.change_reserve import change_reserve
from styrhus.actions.change_surplus_projects import change_surplus_projects
from styrhus.actions.conflict import Conflict
from styrhus.actions.copy_budget_version import copy_budget_version
from styrhus.actions.create_budget_version import create_budget_version
from styrhus.actions.import_plan import import_plan
from styrhus.actions.operator import operator
from styrhus.actions.permission import NotAllowed
from styrhus.actions.release_reserve_item import release_reserve_item
from styrhus.actions.remove_budget_version import remove_budget_version
from styrhus.finance.budget.amounts import version_months, version_total
from styrhus.finance.budget.indexation import Rates
from styrhus.finance.budget.reserve import ReserveState
from styrhus.finance.codes.dimension import CostType
from styrhus.finance.months import MONTHS
from styrhus.store import read
from styrhus.store.models import AuditEvent
from styrhus.store.role import Role
from styrhus.values.problem import ProblemsError
from tests.people import member
from tests.store.plans import rich_plan

EMPTY = fingerprint(())
LINES = (
    {"unit": "barn", "cost_type": "staff", "label": "Personal", "amount": "1200000"},
    {"unit": "barn", "cost_type": "other", "label": "Övrigt", "amount": "100.01"},
)
POSITION = {"unit": "barn", "title": "Socialsekreterare", "fte": "1", "salary": "35000", "overhead_rate": "40"}
INVESTMENT = {
    "name": "Inventarier", "unit": "barn", "amount": "120000", "frame_year": 2023, "year": 2023, "lifetime": 10,
    "interest_rate": "0",
}  # fmt: skip


@pytest.fixture
def plan(db):
    """The rich plan without a budget."""
    parts = (
        "budget_versions", "budget_lines", "reserve_items", "periodisation_keys", "positions", "surplus_projects",
        "investments",
    )  # fmt: skip
    import_plan(rich_plan(**dict.fromkeys(parts, ())), by=operator())
    return "lund", 2023


@pytest.fixture
def controller(plan):
    return member(Role.CONTROLLER)


@pytest.fixture
def budget(plan, controller):
    """An empty internal budget of the plan year."""
    values = {"name": "Internbudget", "kind": "internal", "year": 2023, "adopted": True}
    return create_budget_version(*plan, values, by=controller).id


def stored(plan):
    return read.dossier(*plan)


def revision(plan, part, key):
    return read.versions(*plan, part)[key]


def problems(caught):
    return [(problem.row, problem.column) for problem in caught.value.problems]


def test_a_new_version_is_never_adopted(plan, budget):
    (held,) = stored(plan).budget_versions
    assert (held.id, held.adopted) == ("internbudget", False)


def test_lines_are_written_as_a_set_and_only_what_changed_is_told(plan, budget, controller):
    first = change_budget_lines(*plan, budget, LINES, seen=EMPTY, by=controller)
    assert [line.id for line in first] == ["internbudget-1", "internbudget-2"]
    assert version_total(stored(plan), budget) == Decimal("1200100.01")
    rows = [{**dict(first[0]), "amount": "1300000"}, dict(first[1]), {**LINES[1], "label": "Nytt"}]
    shown = [line.id for line in first]
    told = AuditEvent.objects.count()
    change_budget_lines(*plan, budget, rows, shown=shown, seen=fingerprint(first), by=controller)
    assert [line.id for line in stored(plan).budget_lines] == [*shown, "internbudget-3"]
    assert AuditEvent.objects.count() == told + 2


def test_lines_that_are_not_shown_stay(plan, budget, controller):
    first = change_budget_lines(*plan, budget, LINES, seen=EMPTY, by=controller)
    change_budget_lines(*plan, budget, [], shown=[first[1].id], seen=fingerprint(first[1:]), by=controller)
    assert stored(plan).budget_lines == first[:1]


def test_somebody_who_took_a_row_away_is_noticed(plan, budget, controller):
    first = change_budget_lines(*plan, budget, LINES, seen=EMPTY, by=controller)
    shown, seen = [line.id for line in first], fingerprint(first)
    change_budget_lines(*plan, budget, [], shown=[shown[0]], seen=fingerprint(first[:1]), by=controller)
    with pytest.raises(Conflict) as caught:
        change_budget_lines(*plan, budget, [], shown=shown, seen=seen, by=controller)
    assert caught.value.who == "controller"


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ({"unit": "saknas"}, "unit"),
        ({"cost_type": "glass"}, "cost_type"),
        ({"amount": ""}, "amount"),
        ({"periodisation": "saknas"}, "periodisation"),
        (dict.fromkeys(MONTHS, "1"), "amount"),
    ],
)
def test_a_line_that_does_not_hold_is_refused_and_nothing_is_kept(plan, budget, controller, row, column):
    with pytest.raises(ProblemsError) as caught:
        change_budget_lines(*plan, budget, [LINES[0], {**LINES[1], **row}], seen=EMPTY, by=controller)
    assert caught.value.problems[0].column == column
    assert stored(plan).budget_lines == ()


def test_positions_become_staff_cost(plan, budget, controller):
    change_positions(*plan, budget, [POSITION], seen=EMPTY, by=controller)
    assert version_months(stored(plan), budget)["barn", "staff"] == (Decimal(49000),) * 12
    wrong = {**POSITION, "fte": "-1", "first_month": 6, "last_month": 3}
    with pytest.raises(ProblemsError) as caught:
        change_positions(*plan, budget, [POSITION, wrong], seen=EMPTY, by=controller)
    assert problems(caught) == [(2, "fte"), (2, "last_month")]


def test_investments_flow_in_and_stay_when_the_version_is_adopted(plan, budget, controller):
    head = member(Role.HEAD)
    made = change_investments(*plan, [INVESTMENT], seen=EMPTY, by=controller)
    assert version_total(stored(plan), budget) == 12000
    decision = {"decision": "§ 12", "decided": date(2022, 12, 14)}
    version = revision(plan, "budget_versions", budget)
    adopted = adopt_budget_version(*plan, budget, decision, version=version, by=head)
    assert (adopted.adopted, adopted.decision, adopted.decided) == (True, "§ 12", date(2022, 12, 14))
    change_investments(*plan, [], shown=[made[0].id], seen=fingerprint(made), by=controller)
    assert version_total(stored(plan), budget) == 12000


def test_an_adopted_version_keeps_its_months_and_refuses_every_edit(plan, budget, controller):
    weights = {month: str(number) for number, month in enumerate(MONTHS, 1)}
    (key,) = change_periodisation_keys(*plan, [{"name": "Stigande", **weights}], seen=EMPTY, by=controller)
    change_budget_lines(*plan, budget, [{**LINES[0], "periodisation": key.id}], seen=EMPTY, by=controller)
    before = version_months(stored(plan), budget)
    version = revision(plan, "budget_versions", budget)
    adopt_budget_version(*plan, budget, {}, version=version, by=member(Role.HEAD))
    change_periodisation_keys(
        *plan, [{"id": key.id, "name": "Jämn", **dict.fromkeys(MONTHS, "1")}], shown=[key.id], seen=fingerprint([key]),
        by=controller,
    )  # fmt: skip
    assert version_months(stored(plan), budget) == before
    version = revision(plan, "budget_versions", budget)
    for attempt in (
        lambda: change_budget_lines(*plan, budget, LINES, seen=EMPTY, by=controller),
        lambda: change_positions(*plan, budget, [POSITION], seen=EMPTY, by=controller),
        lambda: change_reserve(*plan, budget, [], seen=EMPTY, by=controller),
        lambda: change_surplus_projects(*plan, budget, [], seen=EMPTY, by=controller),
        lambda: change_budget_version(*plan, budget, {"name": "Ny"}, version=version, by=controller),
        lambda: remove_budget_version(*plan, budget, version=version, by=controller),
        lambda: adopt_budget_version(*plan, budget, {}, version=version, by=member(Role.HEAD)),
    ):
        with pytest.raises(ProblemsError):
            attempt()


def test_a_draft_says_first_what_it_becomes(plan, budget, controller):
    change_budget_version(
        *plan, budget, {"kind": "draft"}, version=revision(plan, "budget_versions", budget), by=controller
    )
    seen = revision(plan, "budget_versions", budget)
    with pytest.raises(ProblemsError) as caught:
        adopt_budget_version(*plan, budget, {}, version=seen, by=member(Role.HEAD))
    assert "not adopted as a draft" in str(caught.value)


def test_months_that_are_not_known_cannot_be_adopted(plan, budget, controller):
    (key,) = change_periodisation_keys(
        *plan, [{"name": "Jämn", **dict.fromkeys(MONTHS, "1")}], seen=EMPTY, by=controller
    )
    with pytest.raises(ProblemsError) as caught:
        change_periodisation_keys(
            *plan, [{"id": key.id, "name": "Halv", "m01": "1"}], shown=[key.id], seen=fingerprint([key]), by=controller
        )
    assert problems(caught) == [(1, "m01")]


def test_the_reserve_is_released_in_an_adopted_budget_without_changing_its_total(plan, budget, controller):
    (item,) = change_reserve(*plan, budget, [{"name": "Volym", "amount": "1200"}], seen=EMPTY, by=controller)
    version = revision(plan, "budget_versions", budget)
    adopt_budget_version(*plan, budget, {}, version=version, by=member(Role.HEAD))
    with pytest.raises(ProblemsError):
        release_reserve_item(
            *plan, item.id, {"unit": "barn"}, version=revision(plan, "reserve_items", item.id), by=controller
        )
    values = {"unit": "barn", "month": 9, "decision": "§ 40"}
    seen = revision(plan, "reserve_items", item.id)
    released = release_reserve_item(*plan, item.id, values, version=seen, by=controller)
    assert released.state is ReserveState.RELEASED
    months = version_months(stored(plan), budget)["barn", "other"]
    assert months[7:] == (0, 300, 300, 300, 300)
    assert version_total(stored(plan), budget) == 1200
    with pytest.raises(Conflict):
        release_reserve_item(*plan, item.id, values, version=seen, by=controller)
    with pytest.raises(ProblemsError):
        release_reserve_item(*plan, item.id, values, version=revision(plan, "reserve_items", item.id), by=controller)


def test_a_project_that_positions_belong_to_stays(plan, budget, controller):
    (project,) = change_surplus_projects(*plan, budget, [{"name": "Boende", "amount": "0"}], seen=EMPTY, by=controller)
    change_positions(*plan, budget, [{**POSITION, "surplus_project": project.id}], seen=EMPTY, by=controller)
    with pytest.raises(ProblemsError) as caught:
        change_surplus_projects(*plan, budget, [], shown=[project.id], seen=fingerprint([project]), by=controller)
    assert problems(caught) == [(None, "surplus_project")]


def test_a_copy_is_stored_as_it_was_shown(plan, budget, controller):
    change_budget_lines(*plan, budget, LINES, seen=EMPTY, by=controller)
    values = {"name": "Utkast 2024", "kind": "draft", "year": 2024, "based_on": budget}
    rates = Rates(prices={CostType.STAFF: Decimal(3), CostType.OTHER: Decimal(2)})
    one_off = [{"unit": "barn", "cost_type": "other", "label": "Flytt", "amount": "5000", "last_year": 2024}]
    copy = copy_budget_version(*plan, budget, values, rates=rates, one_off=one_off, by=controller)
    assert version_total(stored(plan), copy.version.id) == Decimal("1236102.01") + 5000
    assert version_total(stored(plan), budget) == Decimal("1200100.01")


def test_a_draft_is_taken_away_with_all_of_it_unless_others_build_on_it(plan, budget, controller):
    change_budget_lines(*plan, budget, LINES, seen=EMPTY, by=controller)
    more = {"name": "Tillägg", "kind": "supplementary", "year": 2023, "based_on": budget}
    added = create_budget_version(*plan, more, by=controller)
    with pytest.raises(ProblemsError):
        remove_budget_version(*plan, budget, version=revision(plan, "budget_versions", budget), by=controller)
    for key in (added.id, budget):
        remove_budget_version(*plan, key, version=revision(plan, "budget_versions", key), by=controller)
    assert (stored(plan).budget_versions, stored(plan).budget_lines) == ((), ())


def test_an_editor_may_not_and_a_controller_may_not_adopt(plan, budget, controller, editor):
    with pytest.raises(NotAllowed):
        change_budget_lines(*plan, budget, LINES, seen=EMPTY, by=editor)
    with pytest.raises(NotAllowed):
        adopt_budget_version(*plan, budget, {}, version=1, by=controller)
