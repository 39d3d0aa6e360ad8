"""Tables as Excel workbooks: downloaded, changed, handed in, shown as changes, and stored when confirmed."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from styrhus.actions.import_plan import import_plan
from styrhus.actions.operator import operator
from styrhus.finance.budget.lines_table import lines_table
from styrhus.finance.budget.version import BudgetVersion, VersionKind
from styrhus.paper.readers.xlsx import sheets
from styrhus.paper.writers.xlsx.sheet import Number, Sheet
from styrhus.paper.writers.xlsx.workbook import workbook
from styrhus.reports.workbook.sheets import sheet_of
from styrhus.store import read
from styrhus.store.models import AuditEvent
from styrhus.store.role import Role
from tests.unit.paper.test_xlsx_writer import WORDS
from tests.unit.reports.test_workbook_changes import with_cell
from tests.web.examples import example, plain, reader_of

pytestmark = pytest.mark.django_db
PAGE = "/lund/2023/economy/workbook/"


def sheet() -> Sheet:
    table = example("lund-2023").table_by_id["arbetsmarknad"]
    return sheet_of(table, lambda text: text.render("sv"))


def changed(amount: int | str) -> bytes:
    content = Number(amount) if isinstance(amount, int) else amount  # type: ignore[arg-type]
    return workbook([with_cell(sheet(), "feriepraktik", "budget-2023", content)], WORDS)


def hand_in(browser, content: bytes):
    return browser.post(PAGE, {"workbook": SimpleUploadedFile("tabeller.xlsx", content)})


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found is not None
    return found[1]


@pytest.fixture
def controller():
    return reader_of("lund-2023", role=Role.CONTROLLER)


def test_all_tables_and_each_table_are_workbooks():
    browser = reader_of("lund-2023")
    page = plain(browser.get("/lund/2023/economy/"))
    assert 'href="/lund/2023/economy/economy.xlsx"' in page
    whole = browser.get("/lund/2023/economy/economy.xlsx")
    assert whole["Content-Disposition"] == 'attachment; filename="lund-2023-tables.xlsx"'
    assert len(sheets(whole.content, "x.xlsx")) == len(example("lund-2023").tables)
    for table in example("lund-2023").tables:
        own = f"/lund/2023/economy/tables/{table.id}.xlsx"
        assert f'href="{own}"' in page
        (held,) = sheets(browser.get(own).content, "x.xlsx")
        assert held.cells[1, 1].text == table.caption
    assert browser.get("/lund/2023/economy/tables/okand.xlsx").status_code == 404
    assert 'href="/lund/2023/economy/workbook/"' not in page


def test_what_was_changed_is_shown_and_stored_when_confirmed(controller):
    assert f'href="{PAGE}"' in plain(controller.get("/lund/2023/economy/"))
    answer = hand_in(controller, changed(5000))
    page = plain(answer)
    assert answer.status_code == 200
    assert "4 celler skulle ändras" in page
    assert "Arbetsmarknad, E7" in page
    assert "40 503" in page
    before = read.dossier("lund", 2023).table_by_id["arbetsmarknad"]
    assert before.cell("feriepraktik", "budget-2023").value == 4507
    held = {"held": hidden(page, "held"), "revision": hidden(page, "revision")}
    assert controller.post(PAGE, held).status_code == 302
    after = read.dossier("lund", 2023).table_by_id["arbetsmarknad"]
    assert after.cell("feriepraktik", "budget-2023").value == 5000
    assert after.cell("totalt", "budget-2023").value == 40503
    assert AuditEvent.objects.filter(action="change_tables").exists()
    again = controller.post(PAGE, held)
    assert again.status_code == 409
    assert "har ändrats under tiden" in plain(again)


def test_a_workbook_without_changes_says_so(controller):
    whole = controller.get("/lund/2023/economy/economy.xlsx").content
    page = plain(hand_in(controller, whole))
    assert "Det finns inget att ändra" in page
    assert 'name="held"' not in page


def test_faults_are_named_by_sheet_and_cell(controller):
    answer = hand_in(controller, changed("ungefär fem"))
    assert answer.status_code == 422
    page = plain(answer)
    assert "tabeller.xlsx, Arbetsmarknad!E7" in page
    assert "ungefär fem" in page


def test_files_that_are_no_workbooks_and_forged_changes_are_refused(controller):
    assert hand_in(controller, b"inget").status_code == 422
    assert controller.post(PAGE, {}).status_code == 422
    forged = controller.post(PAGE, {"held": "W10:1:x", "revision": "1"})
    assert forged.status_code == 422


def test_follow_up_budget_and_savings_are_workbooks_too():
    browser = reader_of("orebro-2019")
    for part, first in (("budget", "Internbudget 2018"), ("savings", "Gapkonto")):
        answer = browser.get(f"/orebro/2019/economy/files/{part}.xlsx")
        assert answer["Content-Disposition"] == f'attachment; filename="orebro-2019-{part}.xlsx"'
        assert sheets(answer.content, "x.xlsx")[0].cells[1, 1].text.startswith(first)
        assert f'href="/orebro/2019/economy/files/{part}.xlsx"' in plain(browser.get(f"/orebro/2019/economy/{part}/"))
    follow_up = browser.get("/orebro/2019/economy/files/follow_up.xlsx?month=8")
    assert follow_up["Content-Disposition"] == 'attachment; filename="orebro-2019-follow-up.xlsx"'
    assert len(sheets(follow_up.content, "x.xlsx")) == 2
    assert "files/follow_up.xlsx?month=" in plain(browser.get("/orebro/2019/economy/follow-up/"))
    assert browser.get("/orebro/2019/economy/files/okant.xlsx").status_code == 404


def lines_of(browser, version: str) -> bytes:
    return browser.get(f"/lund/2023/economy/files/lines.xlsx?version={version}").content


def test_lines_of_a_budget_go_out_and_come_back(controller):
    copied = copy_of_the_internal_budget()
    line = next(held for held in read.dossier("lund", 2023).budget_lines if held.budget == copied)
    assert f"lines.xlsx?version={copied}" in plain(controller.get(PAGE))
    whole = read.dossier("lund", 2023)
    sheet_ = sheet_of(lines_table(whole, copied), lambda text: text.render("sv"))
    assert plain(hand_in(controller, lines_of(controller, copied))).count("Det finns inget att ändra") == 1
    content = workbook([with_cell(sheet_, line.id, "amount", Number(line.amount + 1000))], WORDS)
    page = plain(hand_in(controller, content))
    assert "3 celler skulle ändras" in page
    held = {"held": hidden(page, "held"), "revision": hidden(page, "revision")}
    assert controller.post(PAGE, held).status_code == 302
    after = {held.id: held.amount for held in read.dossier("lund", 2023).budget_lines}
    assert after[line.id] == line.amount + 1000
    assert sum(after.values()) == sum(held.amount for held in whole.budget_lines) + 1000


def test_lines_of_an_adopted_budget_are_not_changed(controller):
    dossier = read.dossier("lund", 2023)
    sheet_ = sheet_of(lines_table(dossier, "internbudget"), lambda text: text.render("sv"))
    first = dossier.budget_lines[-1]
    answer = hand_in(controller, workbook([with_cell(sheet_, first.id, "amount", Number(first.amount + 1))], WORDS))
    assert answer.status_code == 422
    assert "Inget blad i arbetsboken" in plain(answer)


def copy_of_the_internal_budget() -> str:
    """An open version with the lines of the adopted one; gives its id."""
    dossier = read.dossier("lund", 2023)
    version = BudgetVersion(id="utkast", name="Utkast", kind=VersionKind.DRAFT, year=2023)
    lines = tuple(
        line.model_copy(update={"id": f"utkast-{number}", "budget": "utkast"})
        for number, line in enumerate(held for held in dossier.budget_lines if held.budget == "internbudget")
    )
    fields = {name: getattr(dossier, name) for name in type(dossier).model_fields}
    fields |= {
        "budget_versions": (*dossier.budget_versions, version),
        "budget_lines": (*dossier.budget_lines, *lines),
    }
    import_plan(type(dossier)(**fields), by=operator(), replace=True)
    return version.id
