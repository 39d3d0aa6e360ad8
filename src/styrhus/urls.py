"""Every address of the web application: its path, its name and where its view lies."""

from django.urls import URLPattern, URLResolver, include, path

from styrhus.web.lazy_view import everybody, form, page, post

account = [
    path("login/", everybody(form("account.login.login")), name="login"),
    path("logout/", post("account.login.logout"), name="logout"),
    path("language/", everybody(post("account.language.set_language")), name="set_language"),
    path("password/", form("account.password.password_change"), name="password_change"),
    path("users/", page("account.users.users"), name="users"),
    path("users/new/", form("account.new_user.user_new"), name="user_new"),
    path("users/role/", form("account.new_user.user_grant"), name="user_grant"),
    path("users/<str:username>/revoke/", post("account.user.user_revoke"), name="user_revoke"),
    path("users/<str:username>/password/", form("account.user.user_password"), name="user_password"),
    path("health/", everybody(page("account.health.health")), name="health"),
]

review = [
    path("review/", everybody(form("review.review.review")), name="review"),
    path("review/rules/", everybody(page("review.rules.review_rules")), name="review_rules"),
]

goals = [
    path("goals/", page("goals.goals.goals"), name="goals"),
    path("goals/new/", form("goals.goal_edit.goal_new"), name="goal_new"),
    path("goals/<slug:goal>/", page("goals.goal.goal"), name="goal"),
    path("goals/<slug:goal>/edit/", form("goals.goal_edit.goal_edit"), name="goal_edit"),
    path("goals/<slug:goal>/remove/", form("goals.goal_edit.goal_remove"), name="goal_remove"),
    path("goals/<slug:goal>/indicators/new/", form("goals.indicator_edit.indicator_new"), name="indicator_new"),
    path("indicators/<slug:indicator>/", page("goals.indicator.indicator"), name="indicator"),
    path("indicators/<slug:indicator>/edit/", form("goals.indicator_edit.indicator_edit"), name="indicator_edit"),
    path("indicators/<slug:indicator>/remove/", form("goals.indicator_edit.indicator_remove"), name="indicator_remove"),
    path(
        "indicators/<slug:indicator>/values/", form("goals.indicator_values.indicator_values"), name="indicator_values"
    ),
    path(
        "indicators/<slug:indicator>/status/", form("goals.indicator_status.indicator_status"), name="indicator_status"
    ),
]

assignments = [
    path("assignments/", page("assignments.assignments.assignments"), name="assignments"),
    path("assignments/new/", form("assignments.assignment_edit.assignment_new"), name="assignment_new"),
    path("assignments/<slug:assignment>/", page("assignments.assignment.assignment"), name="assignment"),
    path(
        "assignments/<slug:assignment>/edit/",
        form("assignments.assignment_edit.assignment_edit"),
        name="assignment_edit",
    ),
    path(
        "assignments/<slug:assignment>/remove/",
        form("assignments.assignment_edit.assignment_remove"),
        name="assignment_remove",
    ),
    path(
        "assignments/<slug:assignment>/progress/",
        post("assignments.assignment_edit.assignment_progress"),
        name="assignment_progress",
    ),
]

data = [
    path("data/", page("data.data.data"), name="data"),
    path("data/export.zip", page("data.data_export.data_export"), name="data_export"),
    path("data/tables/", form("data.plan_data.plan_data"), name="plan_data"),
    path("data/import/", form("data.data_import.data_import"), name="data_import"),
]

economy = [
    path("economy/", page("economy.economy.economy"), name="economy"),
    path("economy/tables/<slug:table>/", page("economy.economy_table.economy_table"), name="economy_table"),
    path("economy/tables/<slug:table>.xlsx", page("economy.workbook.table_file"), name="table_file"),
    path("economy/files/<slug:part>.xlsx", page("economy.files.economy_file"), name="economy_file"),
    path("economy/economy.xlsx", page("economy.workbook.economy_workbook"), name="economy_workbook"),
    path("economy/workbook/", form("economy.workbook_import.workbook_import"), name="workbook_import"),
    path("economy/bridge/", page("economy.bridge.bridge"), name="bridge"),
    path("economy/budget/", page("budget.budget.budget"), name="budget"),
    path("economy/budget/new/", form("budget.version_edit.budget_new"), name="budget_new"),
    path("economy/budget/<slug:version>/", page("budget.version.budget_version"), name="budget_version"),
    path("economy/budget/<slug:version>/edit/", form("budget.version_edit.budget_edit"), name="budget_edit"),
    path("economy/budget/<slug:version>/adopt/", form("budget.version_edit.budget_adopt"), name="budget_adopt"),
    path("economy/budget/<slug:version>/remove/", form("budget.version_edit.budget_remove"), name="budget_remove"),
    path("economy/budget/<slug:version>/copy/", form("budget.copy.budget_copy"), name="budget_copy"),
    path("economy/budget/<slug:version>/lines/", form("budget.lines.budget_lines"), name="budget_lines"),
    path(
        "economy/budget/<slug:version>/positions/", form("budget.registers.budget_positions"), name="budget_positions"
    ),
    path("economy/budget/<slug:version>/reserve/", form("budget.registers.budget_reserve"), name="budget_reserve"),
    path(
        "economy/budget/<slug:version>/reserve/<slug:item>/release/",
        form("budget.version_edit.reserve_release"),
        name="reserve_release",
    ),
    path("economy/budget/<slug:version>/surplus/", form("budget.registers.budget_surplus"), name="budget_surplus"),
    path(
        "economy/budget/<slug:version>/investments/",
        form("budget.registers.budget_investments"),
        name="budget_investments",
    ),
    path("economy/budget/<slug:version>/keys/", form("budget.registers.budget_keys"), name="budget_keys"),
    path(
        "economy/budget/<slug:version>/result-units/",
        page("budget.registers.budget_result_units"),
        name="budget_result_units",
    ),
]

ledger = [
    path("economy/ledger/", page("ledger.ledger.ledger"), name="ledger"),
    path("economy/ledger/undo/", post("ledger.ledger.ledger_undo"), name="ledger_undo"),
    path("economy/ledger/months/<int:of>-<int:month>/", post("ledger.ledger.ledger_month"), name="ledger_month"),
    path("economy/ledger/files/<uuid:stamp>/", page("ledger.ledger.ledger_file"), name="ledger_file"),
    path("economy/ledger/import/", form("ledger.ledger_import.ledger_import"), name="ledger_import"),
    path(
        "economy/ledger/import/<str:token>/",
        form("ledger.ledger_import.ledger_import_file"),
        name="ledger_import_file",
    ),
    path(
        "economy/ledger/import/<str:token>/budget/",
        form("ledger.budget_file.budget_file"),
        name="ledger_budget_file",
    ),
    path("economy/ledger/codes/", form("ledger.codes.ledger_codes"), name="ledger_codes"),
    path("economy/ledger/rows/", page("ledger.rows.ledger_rows"), name="ledger_rows"),
]

follow_up = [
    path("economy/follow-up/", page("follow_up.follow_up.follow_up"), name="follow_up"),
    path("economy/follow-up/<slug:unit>/", page("follow_up.unit.follow_up_unit"), name="follow_up_unit"),
    path(
        "economy/follow-up/<slug:unit>/<slug:cost_type>/",
        page("follow_up.accounts.follow_up_accounts"),
        name="follow_up_accounts",
    ),
    path("economy/forecasts/", page("follow_up.unit_forecasts.unit_forecasts"), name="unit_forecasts"),
    path("economy/forecasts/<slug:unit>/", form("follow_up.unit_forecast.unit_forecast"), name="unit_forecast"),
    path("economy/accruals/", page("follow_up.accruals.accruals"), name="accruals"),
    path("economy/accruals/new/", form("follow_up.accrual.accrual_new"), name="accrual_new"),
    path("economy/accruals/<slug:accrual>/", form("follow_up.accrual.accrual"), name="accrual"),
    path("economy/accruals/<slug:accrual>/remove/", form("follow_up.accrual.accrual_remove"), name="accrual_remove"),
]

forecast = [
    path("forecast/", page("forecast.forecast.forecast"), name="forecast"),
    path("forecast/levers/", page("forecast.forecast.forecast_levers"), name="forecast_levers"),
    path("forecast/compare/", page("forecast.compare.forecast_compare"), name="forecast_compare"),
    path("forecast/record/", page("forecast.record.forecast_record"), name="forecast_record"),
    path("forecast/record/<slug:frozen>/", page("forecast.record.forecast_frozen"), name="forecast_frozen"),
    path("forecast/backtest/", page("forecast.backtest.backtest"), name="forecast_backtest"),
    path("forecast/backtest.<slug:suffix>", page("forecast.backtest.backtest_file"), name="forecast_backtest_file"),
    path("forecast/freeze/", form("forecast.freeze.freeze"), name="forecast_freeze"),
    path("forecast/capacities/", form("forecast.capacities.capacities"), name="forecast_capacities"),
]

grids = [
    path("economy/grids/<slug:grid>.xlsx", page("grids.workbook.grid_file"), name="grid_file"),
    path("economy/placements/", page("grids.placements.placements"), name="placements"),
    path("economy/placements/figures/", form("grids.placement_figures.placement_figures"), name="placement_figures"),
    path("economy/placements/rows/new/", form("grids.placement_row.placement_row_new"), name="placement_row_new"),
    path(
        "economy/placements/rows/<slug:row>/",
        form("grids.placement_row.placement_row_edit"),
        name="placement_row_edit",
    ),
    path(
        "economy/placements/rows/<slug:row>/remove/",
        form("grids.placement_row.placement_row_remove"),
        name="placement_row_remove",
    ),
    path("economy/income-support/", page("grids.income_support.income_support"), name="income_support"),
    path(
        "economy/income-support/figures/",
        form("grids.income_support_figures.income_support_figures"),
        name="income_support_figures",
    ),
    path("economy/reception/", page("grids.reception.reception"), name="reception"),
    path("economy/reception/figures/", form("grids.reception_figures.reception_figures"), name="reception_figures"),
    path(
        "economy/reception/groups/new/", form("grids.reception_figures.reception_group_new"), name="reception_group_new"
    ),
    path("economy/reception/grants/", form("grids.grant_instalments.grant_instalments"), name="grant_instalments"),
    path("economy/reception/scenarios/", form("grids.outlook_lines.reception_scenarios"), name="reception_scenarios"),
    path("economy/reception/terms/", form("grids.outlook_lines.reception_terms"), name="reception_terms"),
    path(
        "economy/income-support/places/", form("grids.outlook_lines.labour_market_places"), name="labour_market_places"
    ),
    path("forecast/income-support/", page("forecast.income_support.income_support"), name="forecast_income_support"),
    path("forecast/reception/", page("forecast.reception.reception"), name="forecast_reception"),
]

caseload = [
    path("caseload/", page("caseload.caseload.caseload"), name="caseload"),
    path("caseload/undo/", post("caseload.caseload.caseload_undo"), name="caseload_undo"),
    path("caseload/import/", form("caseload.caseload_import.caseload_import"), name="caseload_import"),
    path(
        "caseload/import/<str:token>/",
        form("caseload.caseload_import.caseload_import_file"),
        name="caseload_import_file",
    ),
]

savings = [
    path("economy/savings/", page("savings.savings.savings"), name="savings"),
    path("economy/savings/new/", form("savings.saving_edit.saving_new"), name="saving_new"),
    path("economy/savings/<slug:saving>/", page("savings.saving.saving"), name="saving"),
    path("economy/savings/<slug:saving>/edit/", form("savings.saving_edit.saving_edit"), name="saving_edit"),
    path("economy/savings/<slug:saving>/remove/", form("savings.saving_edit.saving_remove"), name="saving_remove"),
    path("economy/savings/<slug:saving>/effects/", form("savings.effects.saving_effects"), name="saving_effects"),
    path("economy/savings/<slug:saving>/levers/", form("savings.levers.saving_levers"), name="saving_levers"),
    path("economy/savings-requirements/new/", form("savings.requirement_edit.requirement_new"), name="requirement_new"),
    path(
        "economy/savings-requirements/<slug:requirement>/",
        form("savings.requirement_edit.requirement_edit"),
        name="requirement_edit",
    ),
    path(
        "economy/savings-requirements/<slug:requirement>/remove/",
        form("savings.requirement_edit.requirement_remove"),
        name="requirement_remove",
    ),
]

frame = [
    path("economy/frame-changes/", page("frame.frame_changes.frame_changes"), name="frame_changes"),
    path("economy/frame-changes/new/", form("frame.frame_change_edit.frame_change_new"), name="frame_change_new"),
    path(
        "economy/frame-changes/<slug:change>/",
        form("frame.frame_change_edit.frame_change_edit"),
        name="frame_change_edit",
    ),
    path(
        "economy/frame-changes/<slug:change>/remove/",
        form("frame.frame_change_edit.frame_change_remove"),
        name="frame_change_remove",
    ),
    path("economy/frames/new/", form("frame.frame_edit.frame_new"), name="frame_new"),
    path("economy/frames/<int:of_year>/<str:part>/", form("frame.frame_edit.frame_edit"), name="frame_edit"),
    path("economy/frames/<int:of_year>/<str:part>/remove/", form("frame.frame_edit.frame_remove"), name="frame_remove"),
    path("economy/requests/", page("requests.funding_requests.funding_requests"), name="funding_requests"),
    path("economy/requests/new/", form("requests.request_edit.funding_request_new"), name="funding_request_new"),
    path("economy/requests/<slug:need>/", page("requests.funding_requests.funding_request"), name="funding_request"),
    path(
        "economy/requests/<slug:need>/edit/",
        form("requests.request_edit.funding_request_edit"),
        name="funding_request_edit",
    ),
    path(
        "economy/requests/<slug:need>/decide/",
        form("requests.request_edit.funding_request_decide"),
        name="funding_request_decide",
    ),
    path(
        "economy/requests/<slug:need>/remove/",
        form("requests.request_edit.funding_request_remove"),
        name="funding_request_remove",
    ),
]

documents = [
    path("documents/", page("documents.documents.documents"), name="documents"),
    path("documents/references/", page("documents.references.references"), name="references"),
    path("documents/sections/new/", form("documents.section_edit.section_new"), name="section_new"),
    path("documents/sections/<slug:section>/", form("documents.section_edit.section_edit"), name="section_edit"),
    path("documents/sections/<slug:section>/move/", post("documents.section_order.section_move"), name="section_move"),
    path(
        "documents/sections/<slug:section>/remove/",
        form("documents.section_order.section_remove"),
        name="section_remove",
    ),
    path(
        "documents/sections/<slug:section>/preview/",
        form("documents.section_edit.section_preview"),
        name="section_preview",
    ),
    path("documents/<slug:kind>/review/", page("documents.document_review.document_review"), name="document_review"),
    path(
        "documents/<slug:kind>/findings/<int:number>/note/",
        form("documents.finding_note.finding_note"),
        name="finding_note",
    ),
    path("documents/<slug:kind>/texts/", form("documents.report_texts.report_texts"), name="report_texts"),
    path("documents/<slug:kind>/ready/", form("documents.standing.document_ready"), name="document_ready"),
    path("documents/<slug:kind>/reopen/", post("documents.standing.document_reopen"), name="document_reopen"),
    path("documents/<slug:kind>/freeze/", form("documents.standing.document_freeze"), name="document_freeze"),
    path(
        "documents/<slug:kind>/versions/<int:number>/", page("documents.frozen.frozen_document"), name="frozen_document"
    ),
    path(
        "documents/<slug:kind>/versions/<int:number>.<slug:suffix>",
        page("documents.frozen.frozen_file"),
        name="frozen_file",
    ),
    path("documents/<slug:kind>/", page("documents.document.document"), name="document"),
    path("documents/<slug:kind>.<slug:suffix>", page("documents.document.document_file"), name="document_file"),
]

board = [
    path("", page("overview.overview"), name="overview"),
    path("figures/<path:ref>/", page("figure.figure"), name="figure"),
    path("search/", page("search.search"), name="search"),
    path("history/", page("history.history.history"), name="history"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", page("boards.boards"), name="boards"),
    *account,
    *review,
    path(
        "<slug:board>/<int:year>/",
        include(
            [
                *board,
                *goals,
                *assignments,
                *economy,
                *grids,
                *follow_up,
                *forecast,
                *caseload,
                *savings,
                *frame,
                *ledger,
                *documents,
                *data,
            ]
        ),
    ),
]
