"""How good the forecasts would have been, as a page and as files."""

import pytest
from django.urls import reverse

from styrhus.actions.import_caseload import import_caseload
from styrhus.actions.operator import operator
from styrhus.store.role import Role
from styrhus.web.pages.forecast import trial


@pytest.fixture
def months(tmp_path):
    """Three years of monthly counts of two rows."""
    lines = ["group,type,provider,month,persons,price"]
    for number in range(36):
        month = f"{2020 + number // 12}-{number % 12 + 1:02d}"
        lines.append(f"Barn,institution,external,{month},{20 + number % 5},90000")
        lines.append(f"Unga,family_home,own,{month},{40 + number % 3},30000")
    path = tmp_path / "counts.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_the_page_tells_first_what_it_comes_to(client_of, plan, months, monkeypatch):
    import_caseload(plan[0], months, by=operator())
    monkeypatch.setattr(trial, "PATIENCE", 30.0)
    client = client_of(Role.READER)
    found = client.get(reverse("forecast_backtest", args=plan))
    text = found.content.decode()
    assert (found.status_code, text.count("<table")) == (200, 6)
    assert "nan" not in text.casefold().split()
    for suffix in ("html", "docx"):
        file = client.get(reverse("forecast_backtest_file", args=[*plan, suffix]))
        assert (file.status_code, len(file.content) > 2000) == (200, True)


def test_while_it_is_being_tried_the_page_says_so_and_answers(client_of, plan, months, monkeypatch):
    import_caseload(plan[0], months, by=operator())
    monkeypatch.setattr("styrhus.web.pages.forecast.backtest.tried", lambda *_: None)
    client = client_of(Role.READER)
    page = client.get(reverse("forecast_backtest", args=plan))
    assert 'http-equiv="refresh"' in page.content.decode()
    file = client.get(reverse("forecast_backtest_file", args=[*plan, "html"]))
    assert file.url == reverse("forecast_backtest", args=plan)


def test_yearly_figures_alone_cannot_be_tried(client_of, plan):
    page = client_of(Role.READER).get(reverse("forecast_backtest", args=plan))
    assert page.status_code == 200
    assert "<table" not in page.content.decode()


def test_a_file_of_another_form_is_not_there(client_of, plan):
    found = client_of(Role.READER).get(reverse("forecast_backtest_file", args=[*plan, "xlsx"]))
    assert found.status_code == 404
