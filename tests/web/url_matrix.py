"""Who may do what at which address: one line for each named address of the application.

To add a page, add its line here: the test fails for an address that is missing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from styrhus.store.role import Role

EVERYBODY = "everybody"
LOGGED_IN = "logged in"
NOBODY = "nobody"
LEDGER_STAMP = UUID("00000000-0000-4000-8000-000000000001")
"""The import that the test of the addresses stores."""
PLAN: Mapping[str, object] = {"board": "lund", "year": 2023}

Who = Role | str


@dataclass(frozen=True)
class Line:
    """`get` and `post` are the least role that may, or EVERYBODY, LOGGED_IN, NOBODY (405).

    `of_board` is false for the pages that hide from whoever lacks the role (404) instead of refusing (403).
    """

    get: Who
    post: Who = NOBODY
    kwargs: Mapping[str, object] = field(default_factory=dict)
    data: Mapping[str, str] = field(default_factory=dict)
    of_board: bool = True


def plan(get: Who = Role.READER, post: Who = NOBODY, **kwargs: object) -> Line:
    """An address of the plan that the tests store."""
    return Line(get, post, {**PLAN, **kwargs})


def administrators(
    get: Who = Role.ADMINISTRATOR, post: Who = NOBODY, data: Mapping[str, str] | None = None, **kwargs: object
) -> Line:
    """An address that does not exist for others than administrators; `data` is what is sent."""
    return Line(get, post, kwargs, data or {}, of_board=False)


MATRIX: dict[str, Line] = {
    "boards": Line(LOGGED_IN),
    "login": Line(EVERYBODY, EVERYBODY),
    "logout": Line(NOBODY, LOGGED_IN),
    "set_language": Line(NOBODY, EVERYBODY),
    "password_change": Line(LOGGED_IN, LOGGED_IN),
    "health": Line(EVERYBODY),
    "review": Line(LOGGED_IN, LOGGED_IN),
    "review_rules": Line(EVERYBODY),
    "users": administrators(),
    "user_new": administrators(post=Role.ADMINISTRATOR),
    "user_grant": administrators(post=Role.ADMINISTRATOR),
    "user_revoke": administrators(NOBODY, Role.ADMINISTRATOR, {"place": "lund"}, username="reporter"),
    "user_password": administrators(post=Role.ADMINISTRATOR, username="reporter"),
    "overview": plan(),
    "figure": plan(ref="grant.2023"),
    "search": plan(),
    "history": plan(),
    "goals": plan(),
    "goal": plan(goal="trygg"),
    "goal_new": plan(Role.EDITOR, Role.EDITOR),
    "goal_edit": plan(Role.EDITOR, Role.EDITOR, goal="trygg"),
    "goal_remove": plan(Role.EDITOR, Role.EDITOR, goal="trygg"),
    "indicator": plan(indicator="dygn"),
    "indicator_new": plan(Role.EDITOR, Role.EDITOR, goal="trygg"),
    "indicator_edit": plan(Role.EDITOR, Role.EDITOR, indicator="dygn"),
    "indicator_remove": plan(Role.EDITOR, Role.EDITOR, indicator="dygn"),
    "indicator_values": plan(Role.REPORTER, Role.REPORTER, indicator="dygn"),
    "indicator_status": plan(Role.HEAD, Role.HEAD, indicator="dygn"),
    "assignments": plan(),
    "assignment": plan(assignment="kartlagg"),
    "assignment_new": plan(Role.EDITOR, Role.EDITOR),
    "assignment_edit": plan(Role.EDITOR, Role.EDITOR, assignment="kartlagg"),
    "assignment_remove": plan(Role.EDITOR, Role.EDITOR, assignment="kartlagg"),
    "assignment_progress": plan(NOBODY, Role.REPORTER, assignment="kartlagg"),
    "data": plan(),
    "data_export": plan(),
    "plan_data": plan(Role.EDITOR, Role.EDITOR),
    "data_import": plan(Role.CONTROLLER, Role.CONTROLLER),
    "economy": plan(),
    "economy_table": plan(table="kommunbidrag"),
    "table_file": plan(table="kommunbidrag"),
    "economy_workbook": plan(),
    "economy_file": plan(part="budget"),
    "workbook_import": plan(Role.CONTROLLER, Role.CONTROLLER),
    "bridge": plan(),
    "ledger": plan(),
    "caseload": plan(),
    "caseload_undo": plan(NOBODY, Role.CONTROLLER),
    "caseload_import": plan(Role.CONTROLLER, Role.CONTROLLER),
    "caseload_import_file": plan(Role.CONTROLLER, Role.CONTROLLER, token="x" * 32),
    "ledger_undo": plan(NOBODY, Role.CONTROLLER),
    "ledger_month": plan(NOBODY, Role.HEAD, of=2023, month=1),
    "ledger_file": plan(Role.CONTROLLER, stamp=LEDGER_STAMP),
    "ledger_import": plan(Role.CONTROLLER, Role.CONTROLLER),
    "ledger_import_file": plan(Role.CONTROLLER, Role.CONTROLLER, token="x" * 32),
    "ledger_budget_file": plan(Role.CONTROLLER, Role.CONTROLLER, token="x" * 32),
    "ledger_codes": plan(Role.READER, Role.CONTROLLER),
    "ledger_rows": plan(),
    "placements": plan(),
    "grid_file": plan(grid="placements"),
    "placement_figures": plan(Role.CONTROLLER, Role.CONTROLLER),
    "placement_row_new": plan(Role.CONTROLLER, Role.CONTROLLER),
    "placement_row_edit": plan(Role.CONTROLLER, Role.CONTROLLER, row="barn-hvb"),
    "placement_row_remove": plan(Role.CONTROLLER, Role.CONTROLLER, row="barn-hvb"),
    "income_support": plan(),
    "income_support_figures": plan(Role.CONTROLLER, Role.CONTROLLER),
    "reception": plan(),
    "reception_figures": plan(Role.CONTROLLER, Role.CONTROLLER),
    "reception_group_new": plan(Role.CONTROLLER, Role.CONTROLLER),
    "grant_instalments": plan(Role.CONTROLLER, Role.CONTROLLER),
    "reception_scenarios": plan(Role.CONTROLLER, Role.CONTROLLER),
    "reception_terms": plan(Role.CONTROLLER, Role.CONTROLLER),
    "labour_market_places": plan(Role.CONTROLLER, Role.CONTROLLER),
    "forecast_income_support": plan(),
    "forecast_reception": plan(),
    "savings": plan(),
    "saving": plan(saving="samla-inkop"),
    "saving_new": plan(Role.CONTROLLER, Role.CONTROLLER),
    "saving_edit": plan(Role.CONTROLLER, Role.CONTROLLER, saving="samla-inkop"),
    "saving_remove": plan(Role.CONTROLLER, Role.CONTROLLER, saving="samla-inkop"),
    "saving_effects": plan(Role.REPORTER, Role.REPORTER, saving="samla-inkop"),
    "saving_levers": plan(Role.CONTROLLER, Role.CONTROLLER, saving="samla-inkop"),
    "requirement_new": plan(Role.CONTROLLER, Role.CONTROLLER),
    "requirement_edit": plan(Role.CONTROLLER, Role.CONTROLLER, requirement="krav-2022"),
    "requirement_remove": plan(Role.CONTROLLER, Role.CONTROLLER, requirement="krav-2022"),
    "frame_changes": plan(),
    "frame_change_new": plan(Role.CONTROLLER, Role.CONTROLLER),
    "frame_change_edit": plan(Role.CONTROLLER, Role.CONTROLLER, change="volym"),
    "frame_change_remove": plan(Role.CONTROLLER, Role.CONTROLLER, change="volym"),
    "frame_new": plan(Role.CONTROLLER, Role.CONTROLLER),
    "frame_edit": plan(Role.CONTROLLER, Role.CONTROLLER, of_year=2023, part="-"),
    "frame_remove": plan(Role.CONTROLLER, Role.CONTROLLER, of_year=2022, part="-"),
    "funding_requests": plan(),
    "funding_request": plan(need="boende"),
    "funding_request_new": plan(Role.CONTROLLER, Role.CONTROLLER),
    "funding_request_edit": plan(Role.CONTROLLER, Role.CONTROLLER, need="boende"),
    "funding_request_decide": plan(Role.CONTROLLER, Role.CONTROLLER, need="boende"),
    "funding_request_remove": plan(Role.CONTROLLER, Role.CONTROLLER, need="boende"),
    "follow_up": plan(),
    "follow_up_unit": plan(unit="barn"),
    "follow_up_accounts": plan(unit="barn", cost_type="staff"),
    "forecast": plan(),
    "forecast_levers": plan(),
    "forecast_compare": plan(),
    "forecast_record": plan(),
    "forecast_frozen": plan(frozen="2023-01-15-01"),
    "forecast_backtest": plan(),
    "forecast_backtest_file": plan(suffix="html"),
    "forecast_freeze": plan(Role.CONTROLLER, Role.CONTROLLER),
    "forecast_capacities": plan(Role.CONTROLLER, Role.CONTROLLER),
    "unit_forecasts": plan(),
    "unit_forecast": plan(Role.REPORTER, Role.REPORTER, unit="barn"),
    "accruals": plan(),
    "accrual_new": plan(Role.CONTROLLER, Role.CONTROLLER),
    "accrual": plan(Role.CONTROLLER, Role.CONTROLLER, accrual="vard-maj"),
    "accrual_remove": plan(Role.CONTROLLER, Role.CONTROLLER, accrual="vard-maj"),
    "budget": plan(),
    "budget_new": plan(Role.CONTROLLER, Role.CONTROLLER),
    "budget_version": plan(version="internbudget"),
    "budget_edit": plan(Role.CONTROLLER, Role.CONTROLLER, version="internbudget"),
    "budget_adopt": plan(Role.HEAD, Role.HEAD, version="internbudget"),
    "budget_remove": plan(Role.CONTROLLER, Role.CONTROLLER, version="internbudget"),
    "budget_copy": plan(Role.CONTROLLER, Role.CONTROLLER, version="internbudget"),
    "budget_lines": plan(Role.READER, Role.CONTROLLER, version="internbudget"),
    "budget_positions": plan(Role.READER, Role.CONTROLLER, version="internbudget"),
    "budget_reserve": plan(Role.READER, Role.CONTROLLER, version="internbudget"),
    "reserve_release": plan(Role.CONTROLLER, Role.CONTROLLER, version="internbudget", item="reserv"),
    "budget_surplus": plan(Role.READER, Role.CONTROLLER, version="internbudget"),
    "budget_investments": plan(Role.READER, Role.CONTROLLER, version="internbudget"),
    "budget_keys": plan(Role.READER, Role.CONTROLLER, version="internbudget"),
    "budget_result_units": plan(version="internbudget"),
    "documents": plan(),
    "document": plan(kind="board-plan"),
    "document_file": plan(kind="board-plan", suffix="html"),
    "document_review": plan(kind="board-plan"),
    "finding_note": plan(Role.CONTROLLER, Role.CONTROLLER, kind="board-plan", number=1),
    "report_texts": plan(Role.EDITOR, Role.EDITOR, kind="monthly-report"),
    "document_ready": plan(Role.EDITOR, Role.EDITOR, kind="board-plan"),
    "document_reopen": plan(NOBODY, Role.EDITOR, kind="board-plan"),
    "document_freeze": plan(Role.HEAD, Role.HEAD, kind="board-plan"),
    "frozen_document": plan(kind="board-plan", number=1),
    "frozen_file": plan(kind="board-plan", number=1, suffix="html"),
    "section_edit": plan(Role.EDITOR, Role.EDITOR, section="ekonomi"),
    "section_preview": plan(Role.READER, Role.EDITOR, section="ekonomi"),
    "section_new": plan(Role.EDITOR, Role.EDITOR),
    "section_move": plan(NOBODY, Role.EDITOR, section="ekonomi"),
    "section_remove": plan(Role.EDITOR, Role.EDITOR, section="ekonomi"),
    "references": plan(),
}
