"""The ledger in the browser: a file handed in, looked at, booked, undone; codes, rows and who may see them."""

from decimal import Decimal
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from styrhus.actions.import_ledger import import_ledger
from styrhus.actions.operator import operator
from styrhus.store import read
from styrhus.store.ledger import held_months
from styrhus.store.role import Role
from styrhus.web.pages.ledger import ledger_import, work
from tests.ledgers import FEBRUARY, JANUARY, MAPPING, ledger_file, many_rows
from tests.web.reading import text

LUND = ("lund", 2023)
LEDGER = "/lund/2023/economy/ledger/"
IMPORT = f"{LEDGER}import/"
COLUMNS = {
    "column-0": "voucher", "column-1": "date", "column-2": "code:responsibility", "column-3": "code:account",
    "column-4": "text", "column-5": "amount",
}  # fmt: skip
FORM = {**COLUMNS, "source": "bok", "year": "2023", "sign": "debit_positive", "decimal": ",", "read": "1"}


@pytest.fixture(autouse=True)
def at_once(tmp_path, monkeypatch):
    """A data folder for this test alone; work is done within the request, whose transaction is the test's."""
    monkeypatch.setattr(settings, "DATA", tmp_path)
    monkeypatch.setattr(work, "start", lambda task: task())
    monkeypatch.setattr(work.connections, "close_all", lambda: None)
    return tmp_path


@pytest.fixture
def controller(client_of):
    return client_of(Role.CONTROLLER)


def handed_in(browser, path):
    response = browser.post(IMPORT, {"file": SimpleUploadedFile(path.name, path.read_bytes())})
    assert response.status_code == 302
    return response.url


def brought(tmp_path, rows, **how):
    file = ledger_file(tmp_path / how.pop("name", "bok.csv"), rows)
    return import_ledger("lund", 2023, file, MAPPING, source="bok", by=operator(), **how)


def held():
    return {f"{m.year}-{m.month:02d}": (m.rows, m.total) for m in held_months("lund")}


def test_a_file_is_mapped_previewed_and_booked(controller, tmp_path):
    address = handed_in(controller, ledger_file(tmp_path / "bok.csv", (*JANUARY, *FEBRUARY)))
    page = controller.get(address).context["page"]
    assert [column.use for column in page.columns][:4] == ["voucher", "date", "code:responsibility", "code:account"]
    assert not any(chosen for _value, _word, chosen in page.signs)
    shown = controller.post(address, FORM, follow=True)
    found = shown.context["page"].state.preview
    assert (found.rows, found.total) == (4, Decimal("100024.60"))
    assert {code.code for code in found.unmapped} == {"2100", "2999"}
    assert [code.code for code in found.unknown_accounts] == ["9990"]
    assert held() == {}
    done = controller.post(address, {"import": "1"}, follow=True)
    assert done.context["page"].state.stamp
    assert held() == {"2023-01": (2, Decimal("1034.50")), "2023-02": (2, Decimal("98990.10"))}
    again = handed_in(
        controller, ledger_file(tmp_path / "mars.csv", [("A7", "2023-03-01", "2100", "5010", "x", "5,00")])
    )
    remembered = controller.get(again).context["page"]
    assert (remembered.source, remembered.is_remembered) == ("bok", True)
    assert [value for value, _word, chosen in remembered.signs if chosen] == ["debit_positive"]


def test_the_preview_tells_what_is_replaced_and_by_how_much(controller, tmp_path):
    brought(tmp_path, (*JANUARY, *FEBRUARY))
    address = handed_in(controller, ledger_file(tmp_path / "ny.csv", JANUARY[:1]))
    (month,) = controller.post(address, FORM, follow=True).context["page"].state.preview.months
    assert (month.held_total, month.difference) == (Decimal("1034.50"), Decimal("200.00"))


def test_the_sign_is_never_guessed(controller, tmp_path):
    address = handed_in(controller, ledger_file(tmp_path / "bok.csv", JANUARY))
    response = controller.post(address, {**FORM, "sign": ""})
    assert response.status_code == 422
    assert controller.get(address).context["page"].state.preview is None


def test_two_columns_for_the_same_thing_are_told(controller, tmp_path):
    address = handed_in(controller, ledger_file(tmp_path / "bok.csv", JANUARY))
    response = controller.post(address, {**FORM, "column-4": "amount"})
    assert response.status_code == 422
    assert response.context["page"].problems[0].column == "Belopp"


def test_faults_in_the_file_are_shown_with_their_rows_and_nothing_is_booked(controller, tmp_path):
    wrong = ("A9", "2023-01-03", "2100", "5010", "x", "mycket")
    address = handed_in(controller, ledger_file(tmp_path / "bok.csv", (*JANUARY, wrong)))
    page = controller.post(address, FORM, follow=True).context["page"]
    assert (page.problems[0].row, page.problems[0].value) == (4, "mycket")
    assert page.columns
    assert held() == {}


def test_an_overlap_has_to_be_confirmed(controller, tmp_path):
    brought(tmp_path, JANUARY)
    address = handed_in(controller, ledger_file(tmp_path / "lon.csv", JANUARY[:1]))
    controller.post(address, {**FORM, "source": "löner"})
    page = controller.post(address, {"import": "1"}, follow=True).context["page"]
    assert page.problems
    assert page.state.overlaps
    controller.post(address, {"import": "1", "also": "1"})
    assert sum(rows for rows, _total in held().values()) >= 1
    assert len(held_months("lund")) == 2


def test_a_closed_month_offers_no_import(controller, tmp_path):
    from styrhus.actions.close_month import close_month

    brought(tmp_path, JANUARY)
    close_month(*LUND, 1, by=operator())
    address = handed_in(controller, ledger_file(tmp_path / "ny.csv", JANUARY[:1]))
    response = controller.post(address, FORM, follow=True)
    assert b'name="import"' not in response.content
    page = controller.post(address, {"import": "1"}, follow=True).context["page"]
    assert page.problems[0].value == "2023-01"
    assert held()["2023-01"][0] == 2


def test_the_same_file_again_changes_nothing(controller, tmp_path):
    for _ in range(2):
        address = handed_in(controller, ledger_file(tmp_path / "bok.csv", JANUARY))
        controller.post(address, FORM)
        page = controller.post(address, {"import": "1"}, follow=True).context["page"]
    assert page.state.stamp == ""
    assert page.warnings
    assert held()["2023-01"][0] == 2


def test_a_cancelled_file_is_gone(controller, tmp_path):
    address = handed_in(controller, ledger_file(tmp_path / "bok.csv", JANUARY))
    assert controller.post(address, {"cancel": "1"}).url == LEDGER
    assert controller.get(address).url == IMPORT
    assert list((tmp_path / "uploads" / "ledger").iterdir()) == []


def test_work_that_was_interrupted_is_told_so(controller, tmp_path, monkeypatch):
    address = handed_in(controller, ledger_file(tmp_path / "bok.csv", JANUARY))
    monkeypatch.setattr(work, "preview", lambda *_args, **_kwargs: (_ for _ in ()).throw(SystemExit))
    with pytest.raises(SystemExit):
        controller.post(address, FORM)
    page = controller.get(address).context["page"]
    assert page.state.phase == "refused"
    assert "interrupted" in page.problems[0].render("en") or "avbröts" in page.problems[0].render("sv")


def test_progress_polls_without_scripts_of_its_own(controller, tmp_path, monkeypatch):
    address = handed_in(controller, ledger_file(tmp_path / "bok.csv", JANUARY))
    held_back = []
    monkeypatch.setattr(work, "start", held_back.append)
    page = controller.post(address, FORM, follow=True)
    assert 'hx-trigger="every 1s"' in page.content.decode()
    assert '<noscript><meta http-equiv="refresh"' in page.content.decode()
    part = controller.get(address, headers={"HX-Request": "true"})
    assert "HX-Refresh" not in part.headers
    held_back[0]()
    assert controller.get(address, headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"


def test_an_empty_file_is_refused(controller):
    response = controller.post(IMPORT, {"file": SimpleUploadedFile("bok.csv", b"")})
    assert response.status_code == 422


def test_a_workbook_that_unpacks_to_more_than_it_may_is_refused(controller, monkeypatch):
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b" " * 5000)
    monkeypatch.setattr(ledger_import, "LARGEST_UNPACKED", 4000)
    response = controller.post(IMPORT, {"file": SimpleUploadedFile("bomb.xlsx", made.getvalue())})
    assert response.status_code == 422


def test_a_sie_file_needs_no_mapping(controller):
    sie = (
        b'#FLAGGA 0\r\n#FORMAT PC8\r\n#SIETYP 4\r\n#PROGRAM "x" 1\r\n#GEN 20230101\r\n#FNAMN "Lund"\r\n'
        b'#ORGNR 212000-1132\r\n#RAR 0 20230101 20231231\r\n#DIM 1 "Ansvar"\r\n#OBJEKT 1 2100 "Barn"\r\n'
        b'#KONTO 5010 Lon\r\n#KONTO 3010 Avgift\r\n#VER A 1 20230301 ""\r\n{\r\n#TRANS 5010 {1 2100} 100.00\r\n'
        b"#TRANS 3010 {1 2100} -100.00\r\n}\r\n"
    )
    address = controller.post(IMPORT, {"file": SimpleUploadedFile("bok.se", sie)}).url
    assert "212000-1132" in text(controller.get(address))
    controller.post(address, {"source": "bok", "year": "2023", "read": "1"})
    controller.post(address, {"import": "1"})
    assert held() == {"2023-03": (2, Decimal("0.00"))}
    assert {(n.code, n.name) for n in read.dossier(*LUND).code_names} >= {("2100", "Barn"), ("5010", "Lon")}


def test_the_history_tells_of_imports_rules_and_months(controller, tmp_path):
    brought(tmp_path, JANUARY)
    shown = text(controller.get("/lund/2023/history/?kind=ledger"))
    assert "bok.csv" in shown
    assert "1 034,50" in shown.replace("\u00a0", " ")


def test_the_journal_undoes_the_latest(controller, tmp_path):
    brought(tmp_path, (*JANUARY, *FEBRUARY))
    latest = brought(tmp_path, JANUARY[:1], name="ny.csv", synthetic=True)
    shown = text(controller.get(LEDGER))
    assert "ny.csv" in shown
    assert "syntetisk" in shown
    controller.post(f"{LEDGER}undo/", {"stamp": str(latest.stamp)})
    assert held()["2023-01"] == (2, Decimal("1034.50"))
    assert controller.post(f"{LEDGER}undo/", {"stamp": str(latest.stamp)}).status_code in {302, 422}


def test_the_head_closes_a_month_and_opens_it(client_of, tmp_path):
    brought(tmp_path, JANUARY)
    head = client_of(Role.HEAD)
    head.post(f"{LEDGER}months/2023-1/", {"close": "1"})
    assert held_months("lund")[0].closed
    head.post(f"{LEDGER}months/2023-1/", {"open": "1"})
    assert not held_months("lund")[0].closed
    assert client_of(Role.CONTROLLER).post(f"{LEDGER}months/2023-1/", {"close": "1"}).status_code == 403


def test_a_code_without_rule_gets_one_with_one_click(controller, tmp_path):
    brought(tmp_path, (*JANUARY, *FEBRUARY))
    page = controller.get(f"{LEDGER}codes/").context["page"]
    assert [code.code for code in page.unmapped] == ["2999", "2100"]
    assert all(line.holds for line in page.controls)
    sent = {"kind": "unit", "add": "1", "code": "2999", "to": "barn", "revision": page.revision}
    assert controller.post(f"{LEDGER}codes/", sent).status_code == 302
    page = controller.get(f"{LEDGER}codes/").context["page"]
    assert [code.code for code in page.unmapped] == ["2100"]
    assert (page.controls[0].mapped, page.controls[0].total) == (Decimal("99000.10"), Decimal("100024.60"))
    assert page.controls[0].holds
    late = controller.post(f"{LEDGER}codes/", {**sent, "code": "2100"})
    assert late.status_code == 409


def test_rules_are_pasted_from_a_spreadsheet_and_wrong_cells_are_told(controller):
    revision = read.version(*LUND).revision
    pasted = "ansvar\t2100\t2199\tBarn och unga\nansvar\t2200\t\tbarn\n"
    name = next(unit.name for unit in read.dossier(*LUND).organisation if unit.id == "barn")
    sent = {
        "kind": "unit",
        "revision": revision,
        "unit-rows": "0",
        "unit-pasted": pasted.replace("Barn och unga", name),
    }
    assert controller.post(f"{LEDGER}codes/", sent).status_code == 302
    rules = read.dossier(*LUND).unit_rules
    assert [(rule.first, rule.last, rule.unit) for rule in rules] == [
        ("2100", "2199", "barn"), ("2200", "2200", "barn"),
    ]  # fmt: skip
    wrong = {**sent, "revision": read.version(*LUND).revision, "unit-pasted": "ansvar\t2100\t2199\tSaknas"}
    response = controller.post(f"{LEDGER}codes/", wrong)
    assert response.status_code == 422
    assert response.context["page"].units.errors[0, "unit"]


def test_a_table_that_is_saved_as_it_is_changes_no_rule(visit):
    """Lund has units of the same name, from before and after they were moved."""
    browser = visit("lund-2023", Role.CONTROLLER)
    before = read.dossier(*LUND).unit_rules, read.dossier(*LUND).account_rules
    page = browser.get(f"{LEDGER}codes/").context["page"]
    for table in page.tables:
        cells = {cell.name: cell.text for line in table.lines for cell in line.cells}
        ids = {line.id_name: line.id for line in table.lines}
        sent = {"kind": table.kind, "revision": page.revision, f"{table.kind}-rows": table.count, **ids, **cells}
        assert browser.post(f"{LEDGER}codes/", sent).status_code == 302
    assert (read.dossier(*LUND).unit_rules, read.dossier(*LUND).account_rules) == before


def test_rows_are_found_by_account_text_and_voucher_with_count_and_total(controller, tmp_path):
    brought(tmp_path, (*JANUARY, *FEBRUARY))
    rows = f"{LEDGER}rows/"
    page = controller.get(rows).context["page"]
    assert (page.count, page.total) == (4, Decimal("100024.60"))
    assert controller.get(rows, {"account": "3000-3999"}).context["page"].total == Decimal("-200.00")
    assert controller.get(rows, {"text": "placering"}).context["page"].count == 1
    assert controller.get(rows, {"voucher": "A1"}).context["page"].total == Decimal("1234.50")
    assert controller.get(rows, {"from": "2", "to": "2", "cost_type": "-"}).context["page"].total == Decimal("-10.00")
    assert controller.get(rows, {"unit": "-"}).context["page"].count == 4
    assert controller.get(rows, {"year": "2021"}).context["page"].count == 0
    assert controller.get(rows, {"page": "x", "month": "99", "order": "?"}).status_code == 200


def test_rows_come_in_pages_and_as_a_file(controller, tmp_path):
    brought(tmp_path, list(many_rows(250)))
    page = controller.get(f"{LEDGER}rows/", {"page": "3"}).context["page"]
    assert (len(page.lines), page.pages) == (50, 3)
    file = b"".join(controller.get(f"{LEDGER}rows/", {"format": "csv"}).streaming_content).decode("utf-8-sig")
    amounts = [Decimal(line.split(";")[-1].replace(",", ".")) for line in file.splitlines()[1:]]
    assert (len(amounts), sum(amounts)) == (250, page.total)


def test_a_text_that_a_spreadsheet_would_run_is_harmless_in_the_file(controller, tmp_path):
    brought(tmp_path, [("A1", "2023-01-15", "2100", "5010", "=HYPERLINK(1)", "-5,00")])
    file = b"".join(controller.get(f"{LEDGER}rows/", {"format": "csv"}).streaming_content).decode("utf-8-sig")
    assert "'=HYPERLINK" in file
    assert file.rstrip().endswith(";-5,00")


def test_who_may_see_the_texts_of_rows(client_of, controller, tmp_path):
    brought(tmp_path, (*JANUARY, *FEBRUARY))
    revision = read.version(*LUND).revision
    controller.post(f"{LEDGER}codes/", {"kind": "unit", "add": "1", "code": "2100", "to": "barn", "revision": revision})
    rows = f"{LEDGER}rows/"
    own = client_of(Role.REPORTER, unit="barn").get(rows).context["page"]
    assert {line.row.responsibility for line in own.lines} == {"2100"}
    assert own.count == 3
    elsewhere = client_of(Role.REPORTER, unit="barn").get(rows, {"unit": "-"}).context["page"]
    assert elsewhere.count == 0
    for role in (Role.READER, Role.REPORTER, Role.EDITOR):
        response = client_of(role).get(rows)
        page = response.context["page"]
        assert page.reach.sums_only
        assert (page.lines, page.total) == ((), Decimal("100024.60"))
        assert "Placering 4711" not in text(response)
        assert "Placering 4711" not in client_of(role).get(rows, {"format": "csv"}).content.decode()
    for role in (Role.CONTROLLER, Role.HEAD, Role.ADMINISTRATOR):
        assert "Placering 4711" in text(client_of(role).get(rows))


WIDE = (
    "\ufeffkonto;konto_tekst;ansvar;ansvar_tekst;tjeneste;rekneskap_2011;budsjett_2013\n"
    "50100;Løn faste stillingar;100;Kultur;38500;405 778;0\n"
    "50100;Løn faste stillingar;120;Bibliotek;37000;1 456 538;1 635 543\n"
    "30100;Gebyr;120;Bibliotek;37000;-10 000;-12 500\n"
    "99999;Anna;120;Bibliotek;37000;5;7\n"
)


def test_a_wide_budget_table_becomes_the_lines_of_a_version(controller):
    upload = SimpleUploadedFile("drift.csv", WIDE.encode())
    address = controller.post(IMPORT, {"file": upload}).url
    columns = {
        "column-0": "code:account", "column-1": "name:account", "column-2": "code:responsibility",
        "column-3": "name:responsibility", "column-4": "code:activity_code", "column-6": "value",
    }  # fmt: skip
    sent = controller.post(address, {**columns, "sign": "debit_positive", "decimal": ",", "budget": "1"})
    budget = reverse("ledger_budget_file", args=[*LUND, address.rstrip("/").rsplit("/", 1)[-1]])
    assert sent.url == budget
    found = controller.get(budget).context["page"].found
    assert (found.total, found.left_out, found.rows) == (Decimal("1623050.00"), Decimal("1623050.00"), 4)
    refused = controller.post(budget, {"heading": "budsjett_2013", "name": "Drift 2013", "import": "1"})
    assert refused.status_code == 422
    assert {problem.value for problem in refused.context["page"].problems} >= {"1623050.00"}
    form = {"heading": "budsjett_2013", "name": "Drift 2013", "unit": "barn", "cost_type": "other", "import": "1"}
    assert controller.post(budget, form).status_code == 302
    dossier = read.dossier(*LUND)
    version = next(v for v in dossier.budget_versions if v.name == "Drift 2013")
    lines = [line for line in dossier.budget_lines if line.budget == version.id]
    assert sum(line.amount for line in lines) == Decimal("1623050.00")
    assert {(line.account, line.label) for line in lines} >= {("50100", "Løn faste stillingar")}
    assert lines[0].source == "drift.csv, budsjett_2013"
    seen = controller.post(budget, {"budget": version.id, "unit": "barn", "cost_type": "other"}).context["page"].seen
    again = {**form, "budget": version.id, "seen": seen}
    assert controller.post(budget, again).status_code == 302
    kept = [line for line in read.dossier(*LUND).budget_lines if line.budget == version.id]
    assert sum(line.amount for line in kept) == Decimal("1623050.00")
    assert controller.post(budget, {**again, "seen": "other"}).status_code == 409
