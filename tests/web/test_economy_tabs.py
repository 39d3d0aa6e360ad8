"""The pages of economy beside each other: where the reader is, and that a page which does not exist is left out."""

import pytest
from django.urls import reverse

from styrhus.store.role import Role
from styrhus.web.frame import Place
from styrhus.web.pages.economy import tabs as module
from styrhus.web.pages.economy.tabs import TABS, tabs

PLACE = Place("lund", "Socialnämnden", "Lund", 2023)


def current(path):
    return [str(tab.word) for tab in tabs(PLACE, path) if tab.current]


@pytest.mark.parametrize(
    ("name", "args", "word"),
    [("economy", (), "Tables of the plan"), ("economy_table", ("kommunbidrag",), "Tables of the plan"),
     ("follow_up_unit", ("barn",), "Follow-up"), ("accruals", (), "Follow-up"),
     ("unit_forecast", ("barn",), "Forecasts"),
     ("ledger_rows", (), "Ledger")],
)  # fmt: skip
def test_the_nearest_page_is_where_the_reader_is(name, args, word):
    from django.utils.translation import override

    with override("en"):
        assert current(reverse(name, args=["lund", 2023, *args])) == [word]


def test_outside_of_economy_nothing_is_current():
    assert current("/lund/2023/goals/") == []


def test_a_page_that_does_not_exist_has_no_word(monkeypatch):
    monkeypatch.setattr(module, "TABS", (*TABS, ("no_such_page", "Nowhere", ())))
    assert "Nowhere" not in [tab.word for tab in tabs(PLACE, "/lund/2023/economy/")]


def test_each_page_of_economy_shows_the_others(client_of):
    shown = client_of(Role.READER).get(reverse("economy", args=["lund", 2023])).content.decode()
    assert 'class="tabs"' in shown
    assert reverse("follow_up", args=["lund", 2023]) in shown
    assert 'class="tabs"' not in client_of(Role.READER).get(reverse("goals", args=["lund", 2023])).content.decode()
