"""Which role may do what, in one table; pure, so that pages and actions ask the same question."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from rules.predicates import predicate
from rules.rulesets import RuleSet

from styrhus.store.role import Role

LEAST_ROLE: dict[str, Role] = {
    "read": Role.READER,
    "add_progress": Role.REPORTER,
    "report_outcomes": Role.REPORTER,
    "enter_forecast": Role.REPORTER,
    "create_goal": Role.EDITOR,
    "change_goal": Role.EDITOR,
    "remove_goal": Role.EDITOR,
    "create_indicator": Role.EDITOR,
    "change_indicator": Role.EDITOR,
    "remove_indicator": Role.EDITOR,
    "set_targets": Role.EDITOR,
    "create_assignment": Role.EDITOR,
    "change_assignment": Role.EDITOR,
    "remove_assignment": Role.EDITOR,
    "create_section": Role.EDITOR,
    "change_section": Role.EDITOR,
    "move_section": Role.EDITOR,
    "remove_section": Role.EDITOR,
    "change_steering": Role.EDITOR,
    "add_plan_data": Role.EDITOR,
    "mark_ready": Role.EDITOR,
    "draft_report_texts": Role.EDITOR,
    "reopen_document": Role.EDITOR,
    "import_plan": Role.CONTROLLER,
    "add_accrual": Role.CONTROLLER,
    "change_accrual": Role.CONTROLLER,
    "remove_accrual": Role.CONTROLLER,
    "read_ledger_rows": Role.REPORTER,
    "import_ledger": Role.CONTROLLER,
    "undo_ledger_import": Role.CONTROLLER,
    "import_caseload": Role.CONTROLLER,
    "undo_caseload_import": Role.CONTROLLER,
    "remember_mapping": Role.CONTROLLER,
    "change_code_rules": Role.CONTROLLER,
    "import_budget_file": Role.CONTROLLER,
    "change_tables": Role.CONTROLLER,
    "close_month": Role.HEAD,
    "reopen_month": Role.HEAD,
    "note_contradiction": Role.CONTROLLER,
    "report_placements": Role.CONTROLLER,
    "create_placement_row": Role.CONTROLLER,
    "change_placement_row": Role.CONTROLLER,
    "remove_placement_row": Role.CONTROLLER,
    "report_income_support": Role.CONTROLLER,
    "report_reception": Role.CONTROLLER,
    "set_grant_instalments": Role.CONTROLLER,
    "set_reception_scenarios": Role.CONTROLLER,
    "set_reception_terms": Role.CONTROLLER,
    "set_labour_market_places": Role.CONTROLLER,
    "create_frame_change": Role.CONTROLLER,
    "change_frame_change": Role.CONTROLLER,
    "remove_frame_change": Role.CONTROLLER,
    "freeze_forecast": Role.CONTROLLER,
    "change_capacities": Role.CONTROLLER,
    "set_saving_levers": Role.CONTROLLER,
    "set_frame": Role.CONTROLLER,
    "remove_frame": Role.CONTROLLER,
    "create_savings_requirement": Role.CONTROLLER,
    "change_savings_requirement": Role.CONTROLLER,
    "remove_savings_requirement": Role.CONTROLLER,
    "create_saving": Role.CONTROLLER,
    "change_saving": Role.CONTROLLER,
    "remove_saving": Role.CONTROLLER,
    "plan_saving_effects": Role.CONTROLLER,
    "state_saving_effects": Role.REPORTER,
    "create_request": Role.CONTROLLER,
    "change_request": Role.CONTROLLER,
    "remove_request": Role.CONTROLLER,
    "decide_request": Role.CONTROLLER,
    "create_budget_version": Role.CONTROLLER,
    "change_budget_version": Role.CONTROLLER,
    "copy_budget_version": Role.CONTROLLER,
    "remove_budget_version": Role.CONTROLLER,
    "change_budget_lines": Role.CONTROLLER,
    "change_positions": Role.CONTROLLER,
    "change_reserve": Role.CONTROLLER,
    "release_reserve_item": Role.CONTROLLER,
    "change_surplus_projects": Role.CONTROLLER,
    "change_investments": Role.CONTROLLER,
    "change_periodisation_keys": Role.CONTROLLER,
    "adopt_budget_version": Role.HEAD,
    "freeze_document": Role.HEAD,
    "override_status": Role.HEAD,
    "clear_override": Role.HEAD,
    "create_user": Role.ADMINISTRATOR,
    "grant_membership": Role.ADMINISTRATOR,
    "revoke_membership": Role.ADMINISTRATOR,
    "reset_password": Role.ADMINISTRATOR,
}
"""Each verb, named as its action, and the least role that may do it."""


@dataclass(frozen=True)
class Grant:
    """A role at some units; `units` is None for the whole board."""

    role: Role
    units: frozenset[str] | None = None

    def covers(self, unit: str | None) -> bool:
        """Whether it holds for an object of `unit`; what belongs to no unit belongs to the whole board."""
        return self.units is None or unit in self.units


@dataclass(frozen=True)
class Grants:
    """All that one user is granted at one board."""

    held: tuple[Grant, ...] = ()

    @property
    def role(self) -> Role | None:
        """The highest role at any unit, for a greeting or a menu; None for an outsider."""
        return max((grant.role for grant in self.held), key=lambda role: role.rank, default=None)

    def role_at(self, unit: str | None) -> Role | None:
        """The highest role for an object of `unit`."""
        return Grants(tuple(grant for grant in self.held if grant.covers(unit))).role

    @property
    def units(self) -> frozenset[str] | None:
        """The units of a user who has nothing but units; None for one who has the whole board."""
        if any(grant.units is None for grant in self.held):
            return None
        return frozenset().union(*(grant.units or () for grant in self.held))


def _at_least(least: Role) -> Callable[[Grants, str | None], bool]:
    @predicate(f"at least {least}")  # type: ignore[no-untyped-call]
    def holds(grants: Grants, unit: str | None) -> bool:
        role = grants.role_at(unit)
        return role is not None and role.rank >= least.rank

    return cast("Callable[[Grants, str | None], bool]", holds)


@predicate("member")  # type: ignore[no-untyped-call]
def _member(grants: Grants, unit: str | None) -> bool:
    """Who has any role may read all of the board."""
    return grants.role is not None


_RULES = RuleSet()
for _verb, _least in LEAST_ROLE.items():
    _RULES[_verb] = _member if _least is Role.READER else _at_least(_least)


def allowed(grants: Grants, verb: str, unit: str | None = None) -> bool:
    """Whether the grants allow a verb on an object of `unit` (None: of the board as a whole); KeyError for no verb."""
    if verb not in LEAST_ROLE:
        raise KeyError(verb)
    return bool(_RULES[verb].test(grants, unit))


def allowed_somewhere(grants: Grants, verb: str) -> bool:
    """Whether the grants allow a verb on anything at all, for menus."""
    units = {unit for grant in grants.held for unit in grant.units or ()}
    return any(allowed(grants, verb, unit) for unit in {None, *units})
