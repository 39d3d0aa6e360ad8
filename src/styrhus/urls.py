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
    path("goals/<slug:goal>/", page("goals.goal.goal"), name="goal"),
    path("indicators/<slug:indicator>/", page("goals.indicator.indicator"), name="indicator"),
]

assignments = [
    path("assignments/", page("assignments.assignments.assignments"), name="assignments"),
    path("assignments/<slug:assignment>/", page("assignments.assignment.assignment"), name="assignment"),
]

economy = [
    path("economy/", page("economy.economy.economy"), name="economy"),
    path("economy/bridge/", page("economy.bridge.bridge"), name="bridge"),
]

documents: list[URLPattern] = []

board = [
    path("", page("overview.overview"), name="overview"),
    path("figures/<path:ref>/", page("figure.figure"), name="figure"),
    path("search/", page("search.search"), name="search"),
    path("history/", page("history.history.history"), name="history"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", page("boards.boards"), name="boards"),
    *account,
    path("<slug:board>/<int:year>/", include([*board, *goals, *assignments, *economy, *documents])),
]
