"""Roles: what each may do where, and that the actions ask for themselves."""

from pathlib import Path

import pytest

import styrhus.actions
from styrhus.actions.add_progress import add_progress
from styrhus.actions.change_assignment import change_assignment
from styrhus.actions.change_goal import change_goal
from styrhus.actions.change_indicator import change_indicator
from styrhus.actions.change_steering import change_steering
from styrhus.actions.create_indicator import create_indicator
from styrhus.actions.create_user import create_user
from styrhus.actions.grant_membership import grant_membership
from styrhus.actions.import_plan import import_plan
from styrhus.actions.operator import operator
from styrhus.actions.override_status import override_status
from styrhus.actions.permission import NotAllowed, grants_of
from styrhus.actions.report_outcomes import report_outcomes
from styrhus.actions.reset_password import reset_password
from styrhus.actions.revoke_membership import revoke_membership
from styrhus.actions.roles import LEAST_ROLE, Grant, Grants, allowed, allowed_somewhere
from styrhus.plan.status_word import StatusWord
from styrhus.store import read
from styrhus.store.role import Role
from styrhus.values.problem import ProblemsError
from tests.people import member, someone
from tests.store.plans import rich_plan

OF_ONESELF = {"change_password", "choose_language", "build_demo"}
READING = {"read", "read_ledger_rows"}
COMPOSED = {"import_folder_caseload"}
"""Each of its files comes in by a verb of its own."""


def test_every_action_has_its_least_role():
    folder = Path(styrhus.actions.__file__).parent
    verbs = {file.stem for file in folder.glob("*.py") if f"\ndef {file.stem}(" in file.read_text()}
    assert verbs - OF_ONESELF - COMPOSED - {"operator", "document_review"} == set(LEAST_ROLE) - READING


def test_each_role_may_what_those_before_it_may():
    for verb in LEAST_ROLE:
        found = [allowed(Grants((Grant(role),)), verb) for role in Role]
        assert found == sorted(found)
        assert not allowed(Grants(), verb)


def test_a_role_at_a_unit_holds_there_alone():
    grants = Grants((Grant(Role.EDITOR, frozenset({"barn", "mottag"})),))
    assert allowed(grants, "change_indicator", "mottag")
    assert not allowed(grants, "change_indicator", "vuxen")
    assert not allowed(grants, "change_indicator", None)
    assert allowed_somewhere(grants, "change_indicator")
    assert not allowed_somewhere(grants, "import_plan")
    assert allowed(grants, "read", None)


def test_a_verb_that_is_none_is_an_error():
    with pytest.raises(KeyError):
        allowed(Grants((Grant(Role.ADMINISTRATOR),)), "change_gaol")


def test_a_role_at_a_unit_reaches_the_units_below_it(plan):
    grants = grants_of(member(Role.REPORTER, unit="barn"), "lund", rich_plan().organisation)
    assert grants.units == {"barn", "mottag"}
    assert grants_of(member(Role.REPORTER), "lund", rich_plan().organisation).units is None


def test_a_closed_account_has_no_role(plan):
    user = member(Role.HEAD)
    user.is_active = False
    assert grants_of(user, "lund") == Grants()


@pytest.mark.parametrize("role", [None, Role.READER])
def test_a_reader_writes_nothing(plan, role):
    user = member(role) if role else someone()
    writes = (
        lambda: change_goal(*plan, "trygg", {"name": "x"}, version=1, by=user),
        lambda: change_steering(*plan, plan={"title": "x"}, version=1, by=user),
        lambda: report_outcomes(*plan, "dygn", [], version=1, by=user),
        lambda: add_progress(*plan, "kartlagg", "x", version=1, by=user),
        lambda: import_plan(rich_plan(facts=()), by=user, replace=True),
        lambda: grant_membership(user.username, "lund", Role.ADMINISTRATOR, by=user),
        lambda: create_user({"username": "x"}, "lund", Role.READER, password="batteri klammer 7", by=user),
        lambda: reset_password("operator", "batteri klammer 7", by=user),
        lambda: revoke_membership("operator", "lund", by=user),
    )
    for write in writes:
        with pytest.raises(NotAllowed):
            write()
    assert read.dossier(*plan) == rich_plan()


def test_one_who_reports_for_a_unit_reports_its_indicators_and_its_rows(plan):
    user = member(Role.REPORTER, unit="barn")
    report_outcomes(*plan, "anmalningar", [{"period": "2023"}], version=1, by=user)
    add_progress(*plan, "kartlagg", "Igång", version=1, by=user)
    kept = {"period": "2022-T2", "mark": "..", "preliminary": True, "awaiting": "Kolada"}
    report_outcomes(*plan, "dygn", [kept, {"period": "2023", "part": "mottag"}], version=1, by=user)
    version = read.versions(*plan, "outcomes")["dygn"]
    with pytest.raises(NotAllowed):
        report_outcomes(*plan, "dygn", [kept, {"period": "2023"}], version=version, by=user)
    with pytest.raises(NotAllowed):
        add_progress(*plan, "hallbar", "Igång", version=1, by=user)


def test_an_editor_of_a_unit_cannot_take_or_give_what_belongs_elsewhere(plan):
    user = member(Role.EDITOR, unit="barn")
    values = {"name": "Ny", "goal": "trygg", "unit": "days"}
    create_indicator(*plan, {**values, "responsible_unit": "mottag"}, by=user)
    for changes in ({"responsible_unit": "soc"}, {"responsible_unit": None}):
        with pytest.raises(NotAllowed):
            change_indicator(*plan, "anmalningar", changes, version=1, by=user)
        with pytest.raises(NotAllowed):
            change_assignment(*plan, "kartlagg", changes, version=1, by=user)
    with pytest.raises(NotAllowed):
        create_indicator(*plan, values, by=user)
    with pytest.raises(NotAllowed):
        change_goal(*plan, "trygg", {"name": "x"}, version=1, by=user)


def test_only_a_head_overrides_a_status(plan):
    for role in (Role.EDITOR, Role.CONTROLLER):
        with pytest.raises(NotAllowed):
            override_status(*plan, "dygn", StatusWord.REACHED, for_year=2023, reason="x", version=1, by=member(role))


def test_a_new_board_comes_in_through_the_operator_alone(plan):
    other = rich_plan(board=rich_plan().board.model_copy(update={"id": "malmo"}))
    with pytest.raises(NotAllowed):
        import_plan(other, by=member(Role.ADMINISTRATOR))
    import_plan(other, by=operator())
    next_year = rich_plan(plan=rich_plan().plan.model_copy(update={"year": 2024}))
    import_plan(next_year, by=member(Role.CONTROLLER))
    assert read.plan_years("lund") == (2024, 2023)


def test_a_unit_that_no_plan_has_is_refused(plan):
    someone("nina")
    with pytest.raises(ProblemsError):
        grant_membership("nina", "lund", Role.READER, unit="saknas", by=operator())
    with pytest.raises(read.NotFound):
        grant_membership("ingen", "lund", Role.READER, by=operator())


def test_the_operator_cannot_log_in(plan):
    assert not operator().has_usable_password()
    assert operator() == operator()
