"""Reporting outcomes and setting targets in the browser."""

import re
from collections import Counter
from decimal import Decimal

import pytest
from django.urls import reverse

from styrhus.plan.indicator import LifeEvent
from styrhus.plan.target import TargetKind
from styrhus.store import read
from styrhus.store.role import Role
from styrhus.web.forms.target_table import NAMES
from tests.web.reading import text

LUND = ("lund", 2023)
PLACE = (*LUND, "barn-i-akuta-boenden")
ADDRESS = "/lund/2023/indicators/barn-i-akuta-boenden/values/"


def dossier():
    return read.dossier(*LUND)


def outcomes_form(browser, address=ADDRESS) -> dict[str, str]:
    """What the browser would send back from the table of outcomes."""
    response = browser.get(address)
    page = response.context["page"]
    data = {
        "form": "outcomes", "version": str(page.versions["outcomes"]),
        "columns": str(len(page.grid.headings)), "rows": str(len(page.grid.lines)),
    }  # fmt: skip
    for heading in page.grid.headings:
        data[heading.name] = heading.period
        data |= {f"{name}-{heading.number}": getattr(heading.details, name) for name in ("as_of", "source", "note")}
    for line in page.grid.lines:
        data[line.name] = line.part
        data |= {cell.name: cell.text for cell in line.cells}
    assert_fields(response, data)
    return data


def targets_form(browser, address=ADDRESS) -> dict[str, str]:
    """What the browser would send back from the table of targets."""
    response = browser.get(address)
    page = response.context["page"]
    data = {"form": "targets", "version": str(page.versions["targets"]), "lines": str(len(page.lines)), "reason": ""}
    for line in page.lines:
        data |= {f"target-{line.number}-{name}": line[name] for name in NAMES}
    assert_fields(response, data)
    return data


def assert_fields(response, data: dict[str, str]) -> None:
    """Each name that a form sends is the name of exactly one field of the page; each form has its own version."""
    counts = Counter(re.findall(r'<(?:input|select|textarea)[^>]* name="([^"]+)"', response.content.decode()))
    assert [name for name in data if name not in {"form", "version"} and counts[name] != 1] == []


def column(data: dict[str, str], period: str) -> str:
    """The number of a period's column."""
    return next(
        name.removeprefix("period-") for name, value in data.items() if name.startswith("period-") and value == period
    )


def test_a_reporter_reports_the_outcome_of_the_year(visit):
    browser = visit("lund-2023", Role.REPORTER)
    data = outcomes_form(browser)
    number = column(data, "2023")
    data |= {f"cell-0-{number}": "18", f"preliminary-{number}": "1", f"source-{number}": "Systemet"}
    response = browser.post(ADDRESS, data, follow=True)
    assert response.redirect_chain == [(reverse("indicator", args=PLACE), 302)]
    new = dossier().outcomes_of("barn-i-akuta-boenden")[-1]
    assert (new.period, new.value, new.preliminary, new.source) == ("2023", 18, True, "Systemet")
    assert "18 personer" in text(response)


def test_a_bad_number_is_told_and_nothing_is_saved(visit):
    browser = visit("lund-2023", Role.REPORTER)
    before = dossier()
    data = outcomes_form(browser)
    name = f"cell-0-{column(data, '2023')}"
    response = browser.post(ADDRESS, data | {name: "18.5", "cell-0-0": "55"})
    assert response.status_code == 422
    assert list(response.context["page"].grid.errors) == [name]
    assert f'id="{name}-error"' in response.content.decode()
    assert 'value="55"' in response.content.decode()
    assert dossier() == before


def test_two_reporters_of_one_indicator(visit):
    browser, other = visit("lund-2023", Role.REPORTER), visit("lund-2023", Role.EDITOR)
    mine, theirs = outcomes_form(browser), outcomes_form(other)
    number = column(mine, "2023")
    other.post(ADDRESS, theirs | {f"cell-0-{number}": "17"})
    refused = browser.post(ADDRESS, mine | {f"cell-0-{number}": "19"})
    page = refused.context["page"]
    assert refused.status_code == 409
    assert page.refusal.conflict.who == "editor"
    assert page.refusal.stored.rows[0].cells[-1].figure.value == 17
    assert page.grid.text["", "2023"] == "19"
    assert dossier().outcomes_of("barn-i-akuta-boenden")[-1].value == 17
    again = browser.post(ADDRESS, mine | {f"cell-0-{number}": "19", "version": str(page.versions["outcomes"])})
    assert again.status_code == 302
    assert dossier().outcomes_of("barn-i-akuta-boenden")[-1].value == 19


def test_a_pasted_block_fills_the_table_and_saves_nothing(visit):
    browser = visit("lund-2023", Role.REPORTER)
    before = dossier()
    response = browser.post(ADDRESS, outcomes_form(browser) | {"fill": "1", "pasted": "2019\t60\n2023\t18"})
    page = response.context["page"]
    assert response.status_code == 200
    assert page.grid.text["", "2019"] == "60"
    assert page.grid.text["", "2020"] == "54"
    assert dossier() == before


def test_a_pasted_block_without_periods_is_told(visit):
    browser = visit("lund-2023", Role.REPORTER)
    response = browser.post(ADDRESS, outcomes_form(browser) | {"fill": "1", "pasted": "Del\tfjol\nTotalt\t1"})
    assert "fjol" in response.context["page"].paste_error
    assert response.context["page"].pasted == "Del\tfjol\nTotalt\t1"


def test_an_editor_sets_a_path_of_targets(visit):
    browser = visit("lund-2023", Role.EDITOR)
    data = targets_form(browser)
    data |= {"target-1-kind": "at_most", "target-1-value": "15", "target-1-partly": "17,5"}
    assert browser.post(ADDRESS, data).status_code == 302
    held = {t.year: t for t in dossier().targets_of("barn-i-akuta-boenden")}
    assert held[2023].value == 20
    assert (held[2024].kind, held[2024].value, held[2024].partly) == (TargetKind.AT_MOST, 15, Decimal("17.5"))


def test_a_changed_level_asks_for_the_reason(visit):
    browser = visit("lund-2023", Role.EDITOR)
    data = targets_form(browser) | {"target-0-value": "25"}
    refused = browser.post(ADDRESS, data)
    assert refused.status_code == 422
    assert refused.context["page"].refusal.problems
    assert browser.post(ADDRESS, data | {"reason": "Fler barn placeras akut"}).status_code == 302
    entry = dossier().life_log[-1]
    assert (entry.event, entry.reason) == (LifeEvent.LEVEL_CHANGED, "Fler barn placeras akut")


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"target-0-value": "tjugo"}, "value"),
        ({"target-0-value": "20.5"}, "value"),
        ({"target-0-partly": ".."}, "partly"),
        ({"target-1-value": "15"}, "kind"),
        ({"target-0-kind": "best"}, "kind"),
        ({"target-0-year": "i år"}, "year"),
    ],
)
def test_a_target_that_cannot_be_read_is_told_in_its_row(visit, fields, name):
    browser = visit("lund-2023", Role.EDITOR)
    before = dossier()
    response = browser.post(ADDRESS, targets_form(browser) | fields)
    assert response.status_code == 422
    assert [set(line.errors) for line in response.context["page"].lines if line.errors] == [{name}]
    assert dossier() == before


def test_a_reporter_sees_no_form_for_targets_and_cannot_send_one(visit):
    browser = visit("lund-2023", Role.REPORTER)
    assert not browser.get(ADDRESS).context["page"].may_set_targets
    assert browser.post(ADDRESS, {"form": "targets", "lines": "0", "version": "1"}).status_code == 403


def test_a_reporter_of_another_unit_may_not_report(client_of):
    browser = client_of(Role.REPORTER, unit="barn")
    assert browser.get(reverse("indicator_values", args=["lund", 2023, "anmalningar"])).status_code == 200
    assert browser.get(reverse("indicator_values", args=["lund", 2023, "dygn"])).status_code == 403


def test_an_empty_form_of_the_right_version_takes_no_values_away(visit):
    browser = visit("lund-2023", Role.EDITOR)
    before = dossier()
    for form in ("outcomes", "targets"):
        version = str(browser.get(ADDRESS).context["page"].versions[form])
        assert browser.post(ADDRESS, {"form": form, "version": version}).status_code == 302
    assert dossier() == before
