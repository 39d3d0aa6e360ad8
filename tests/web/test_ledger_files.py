"""Files that others have written, handed in as users do; they lie beside the checkout, and may be absent."""

from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from styrhus.actions.import_plan import import_plan
from styrhus.actions.operator import operator
from styrhus.store import read
from styrhus.store.ledger import held_months
from styrhus.store.role import Role
from styrhus.web.pages.ledger import work
from tests.store.plans import rich_plan

SHARED = Path(__file__).parents[3] / "shared" / "data"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the folder ../shared is absent")
BOOKED = {
    "MAMUT_SIE4_EXPORT.SE": (2010, 458), "SIE_exempelfil.se": (2011, 148), "Sie4.se": (2014, 260),
    "objektsaldo_ovnbolag.se": (2011, 222), "transaktioner_ovnbolag.se": (2011, 671), "typ2.se": (2012, 76),
    "typ4.se": (2012, 287), "typ4si.si": (2012, 287),
}  # fmt: skip
REFUSED = {"transaktioner_ovnbolag-bad-balance.se": (2011, "not balanced"), "typ1.se": (2012, "type 1")}


@pytest.fixture
def controller(client_of, tmp_path, monkeypatch):
    """A controller whose work is done at once, in a data folder for this test alone."""
    monkeypatch.setattr(settings, "DATA", tmp_path)
    monkeypatch.setattr(work, "start", lambda task: task())
    monkeypatch.setattr(work.connections, "close_all", lambda: None)
    return client_of(Role.CONTROLLER)


def handed_in(browser, year, path):
    address = reverse("ledger_import", args=["lund", year])
    return browser.post(address, {"file": SimpleUploadedFile(path.name, path.read_bytes())}).url


@pytest.mark.parametrize("name", [*BOOKED, *REFUSED])
def test_a_sie_file_is_booked_or_refused_for_the_right_reason(controller, name):
    year, rows = BOOKED.get(name) or (REFUSED[name][0], 0)
    plan = rich_plan()
    import_plan(plan.model_copy(update={"plan": plan.plan.model_copy(update={"year": year})}), by=operator())
    address = handed_in(controller, year, SHARED / "sie" / name)
    shown = controller.post(address, {"source": "sie", "year": str(year), "read": "1"}, follow=True)
    controller.post(address, {"import": "1"})
    held = held_months("lund")
    assert sum(month.rows for month in held) == rows
    assert sum((month.total for month in held), Decimal(0)) == 0
    if name in REFUSED:
        assert any(REFUSED[name][1] in problem.render("en") for problem in _in_english(controller, address))
    else:
        assert sum(balance.amount for balance in read.dossier("lund", year).balances) == 0
        assert shown.context["page"].state.preview.rows == rows


def _in_english(browser, address):
    browser.post(reverse("set_language"), {"language": "en"})
    return browser.get(address, headers={"Accept-Language": "en"}).context["page"].problems


def test_the_budget_of_a_municipality_comes_in_through_the_mapping_page(controller):
    address = handed_in(controller, 2023, SHARED / "budget" / "sogndal_drift_2013.csv")
    columns = {column.name: column.use for column in controller.get(address).context["page"].columns}
    assert list(columns.values()).count("value") == 3
    controller.post(address, {**columns, "sign": "debit_positive", "decimal": ",", "budget": "1"})
    token = address.rstrip("/").rsplit("/", 1)[-1]
    budget = reverse("ledger_budget_file", args=["lund", 2023, token])
    form = {"heading": "rekneskap_2011", "name": "Rekneskap", "unit": "barn", "cost_type": "other"}
    found = controller.post(budget, form).context["page"].found
    assert (found.rows, found.rows_left_out, found.total) == (4898, 0, Decimal("16.00"))
    assert controller.post(budget, {**form, "import": "1"}).status_code == 302
    dossier = read.dossier("lund", 2023)
    version = next(v.id for v in dossier.budget_versions if v.name == "Rekneskap")
    assert sum(line.amount for line in dossier.budget_lines if line.budget == version) == Decimal("16.00")
