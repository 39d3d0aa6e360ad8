"""Every address of the web application: its path, its name and where its view lies."""

from django.urls import URLPattern, URLResolver, include, path

from styrhus.web.lazy_view import open_page, page

account = [
    path("login/", open_page("account.login.login"), name="login"),
    path("logout/", page("account.login.logout"), name="logout"),
    path("language/", open_page("account.language.set_language"), name="set_language"),
    path("password/", page("account.password.password_change"), name="password_change"),
    path("users/", page("account.users.users"), name="users"),
    path("users/new/", page("account.new_user.user_new"), name="user_new"),
    path("users/role/", page("account.new_user.user_grant"), name="user_grant"),
    path("users/<str:username>/revoke/", page("account.user.user_revoke"), name="user_revoke"),
    path("users/<str:username>/password/", page("account.user.user_password"), name="user_password"),
    path("health/", open_page("account.health.health"), name="health"),
]

goals = [
    path("goals/", page("goals.goals.goals"), name="goals"),
    path("goals/new/", page("goals.goal_edit.goal_new"), name="goal_new"),
    path("goals/<slug:goal>/", page("goals.goal.goal"), name="goal"),
    path("goals/<slug:goal>/edit/", page("goals.goal_edit.goal_edit"), name="goal_edit"),
    path("goals/<slug:goal>/remove/", page("goals.goal_edit.goal_remove"), name="goal_remove"),
    path("goals/<slug:goal>/indicators/new/", page("goals.indicator_edit.indicator_new"), name="indicator_new"),
    path("indicators/<slug:indicator>/", page("goals.indicator.indicator"), name="indicator"),
    path("indicators/<slug:indicator>/edit/", page("goals.indicator_edit.indicator_edit"), name="indicator_edit"),
    path("indicators/<slug:indicator>/remove/", page("goals.indicator_edit.indicator_remove"), name="indicator_remove"),
    path(
        "indicators/<slug:indicator>/values/", page("goals.indicator_values.indicator_values"), name="indicator_values"
    ),
    path(
        "indicators/<slug:indicator>/status/", page("goals.indicator_status.indicator_status"), name="indicator_status"
    ),
]

assignments = [
    path("assignments/", page("assignments.assignments.assignments"), name="assignments"),
    path("assignments/new/", page("assignments.assignment_edit.assignment_new"), name="assignment_new"),
    path("assignments/<slug:assignment>/", page("assignments.assignment.assignment"), name="assignment"),
    path(
        "assignments/<slug:assignment>/edit/",
        page("assignments.assignment_edit.assignment_edit"),
        name="assignment_edit",
    ),
    path(
        "assignments/<slug:assignment>/remove/",
        page("assignments.assignment_edit.assignment_remove"),
        name="assignment_remove",
    ),
    path(
        "assignments/<slug:assignment>/progress/",
        page("assignments.assignment_edit.assignment_progress"),
        name="assignment_progress",
    ),
]

data = [
    path("data/", page("data.data.data"), name="data"),
    path("data/export.zip", page("data.data_export.data_export"), name="data_export"),
    path("data/import/", page("data.data_import.data_import"), name="data_import"),
]

economy = [
    path("economy/", page("economy.economy.economy"), name="economy"),
    path("economy/bridge/", page("economy.bridge.bridge"), name="bridge"),
    path("economy/tables/<slug:table>/", page("economy.economy_table.economy_table"), name="economy_table"),
]

documents = [
    path("documents/", page("documents.documents.documents"), name="documents"),
    path("documents/sections/<slug:section>/", page("documents.section_edit.section_edit"), name="section_edit"),
    path(
        "documents/sections/<slug:section>/preview/",
        page("documents.section_edit.section_preview"),
        name="section_preview",
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
    path("<slug:board>/<int:year>/", include([*board, *goals, *assignments, *economy, *documents, *data])),
]
