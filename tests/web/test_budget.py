"""The budget in the browser: versions side by side, tables to type in, copy and index, adopting."""

import re
from collections import Counter
from decimal import Decimal

import pytest

from styrhus.finance.budget.amounts import version_total
from styrhus.finance.budget.reserve import ReserveState
from styrhus.store import read
from styrhus.store.role import Role
from styrhus.values.number import format_number
from tests.web.reading import links, text

HOME = "/lund/2023/economy/budget/"
VERSION = f"{HOME}internbudget/"
LINES = f"{VERSION}lines/"


def dossier():
    return read.dossier("lund", 2023)


def total(version="internbudget"):
    return version_total(dossier(), version)


@pytest.fixture
def controller(client_of):
    return client_of(Role.CONTROLLER)


def typed(controller, address) -> dict[str, str]:
    """What the browser would send back from a table, each name exactly one field of the page."""
    response = controller.get(address)
    table = response.context["page"].table
    data = {"seen": table.seen, "shown": table.shown_text, "rows": str(len(table.lines))}
    for line, cells in table.rows:
        data[f"row-{line.number}-id"] = line.key
        data |= {cell.name: cell.text for cell in cells}
    counts = Counter(re.findall(r'<(?:input|select|textarea)[^>]* name="([^"]+)"', response.content.decode()))
    assert [name for name in data if counts[name] != 1] == []
    return data


def test_versions_are_listed_with_what_is_left_of_the_frame(controller):
    page = text(controller.get(HOME))
    assert "Internbudget 2023" in page
    assert "Barn och unga" in page
    assert f"{VERSION}" in links(controller.get(HOME))


def test_rows_lead_to_what_they_are_made_of(controller):
    response = controller.get(HOME, {"by": "cost_types", "unit": "barn", "money": "kr"})
    assert "Personal" in text(response)
    assert "upp till Socialförvaltningen" in text(response)
    assert f"{HOME}?unit=barn" in links(controller.get(HOME))


def test_the_tables_can_be_had_as_workbooks(controller):
    for page, name in ((HOME, "budget.xlsx"), (VERSION, "lines.xlsx?version=internbudget")):
        (address,) = [link for link in links(controller.get(page)) if link.endswith(name)]
        assert controller.get(address).status_code == 200


def test_the_comparison_alone_is_sent_to_htmx(controller):
    response = controller.get(HOME, {"money": "mnkr"}, headers={"HX-Request": "true"})
    assert "<html" not in response.content.decode()
    assert "mnkr" in text(response)


def test_a_version_by_month_adds_up(controller):
    page = text(controller.get(VERSION, {"across": "months", "by": "cost_types", "money": "kr"}))
    assert format_number(total(), 2).replace("\u00a0", " ") in page


def test_a_line_is_changed_another_added_and_an_empty_row_is_nothing(controller):
    before = total()
    data = typed(controller, LINES)
    data |= {"row-0-amount": "1 300 000,12", "row-1-unit": "mottagningen", "row-1-cost_type": "Övriga kostnader",
             "row-1-label": "Inköp", "row-1-amount": "500"}  # fmt: skip
    assert controller.post(LINES, data).status_code == 302
    assert total() == before + 100000 + 500
    line = dossier().budget_lines[1]
    assert (line.unit, line.cost_type.value, line.label) == ("mottag", "other", "Inköp")
    assert dossier().budget_lines[0].periodisation == "jamn"


def test_a_table_that_did_not_arrive_whole_takes_nothing_away(controller):
    before = dossier()
    response = controller.post(LINES, typed(controller, LINES) | {"rows": "0"})
    assert response.status_code == 422
    assert "kom inte fram i sin helhet" in text(response)
    assert dossier() == before


def test_a_version_of_many_lines_is_typed_a_unit_at_a_time(controller):
    data = typed(controller, LINES)
    rows = "\n".join(f"{'barn' if n % 2 else 'soc'}\tLokaler\tHyra {n}\t{n}" for n in range(1, 130))
    table = controller.post(LINES, data | {"fill": "1", "pasted": rows}).context["page"].table
    sent = {"seen": table.seen, "shown": table.shown_text, "rows": str(len(table.lines))}
    for line, cells in table.rows:
        sent |= {f"row-{line.number}-id": line.key, **{cell.name: cell.text for cell in cells}}
    assert controller.post(LINES, sent).status_code == 302
    assert len(dossier().budget_lines) == 130
    shown = controller.get(LINES).context["page"].table
    assert {line.texts["unit"] for line in shown.lines if line.key} == {"Barn och unga"}
    assert controller.post(LINES, typed(controller, LINES)).status_code == 302
    assert len(dossier().budget_lines) == 130


def test_a_marked_row_is_removed(controller):
    before = total()
    assert controller.post(LINES, typed(controller, LINES) | {"row-0-remove": "1"}).status_code == 302
    assert dossier().budget_lines == ()
    assert total() == before - Decimal("1200000.12")


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"row-0-amount": "tolv"}, "row-0-amount"),
        ({"row-0-unit": "saknas"}, "row-0-unit"),
        ({"row-0-amount": ""}, "row-0-amount"),
        ({"row-1-label": "Utan enhet"}, "row-1-unit"),
        ({"row-0-last_year": "snart"}, "row-0-last_year"),
    ],
)
def test_a_cell_that_cannot_be_read_is_told_where_it_stands(controller, fields, name):
    before = dossier()
    response = controller.post(LINES, typed(controller, LINES) | fields)
    assert response.status_code == 422
    assert f'id="{name}-error"' in response.content.decode()
    assert dossier() == before


def test_months_that_do_not_add_up_are_told_at_the_amount(controller):
    address = f"{LINES}?months=1"
    months = {f"row-0-m{number:02d}": "10" for number in range(1, 13)}
    response = controller.post(address, typed(controller, address) | months)
    assert response.status_code == 422
    assert "Månaderna blir 120 kr" in text(response)
    assert controller.post(address, typed(controller, address) | months | {"row-0-amount": ""}).status_code == 302
    assert dossier().budget_lines[0].amount == 120


def test_pasted_rows_change_lines_and_add_others_but_save_nothing(controller):
    before = dossier()
    pasted = (
        "Enhet\tKostnadsslag\tRad\tHela året, kr\nbarn\tPersonal\tPersonal\t1 250 000\nmottag\tLokaler\tHyra\t80000"
    )
    response = controller.post(LINES, typed(controller, LINES) | {"fill": "1", "pasted": pasted})
    lines = response.context["page"].table.lines
    assert [line.texts["amount"] for line in lines] == ["1 250 000", "80000"]
    assert lines[0].key == "internbudget-1"
    assert dossier() == before


@pytest.mark.parametrize(
    ("pasted", "told"),
    [("", "inget att fylla i"), ("Enhet\tKostnadsslag\tFärg\n", "Färg"), ("\t".join("abcdefghijkl"), "12 celler")],
)
def test_a_block_that_does_not_fit_is_told(controller, pasted, told):
    response = controller.post(LINES, typed(controller, LINES) | {"fill": "1", "pasted": pasted})
    assert told in response.context["page"].paste_error


def test_more_rows_keep_what_was_typed(controller):
    response = controller.post(LINES, typed(controller, LINES) | {"more": "1", "row-1-label": "Halvvägs"})
    table = response.context["page"].table
    assert (len(table.lines), table.lines[1].texts["label"]) == (14, "Halvvägs")


def test_two_controllers_of_one_table(controller, client_of):
    other = client_of(Role.HEAD)
    mine, theirs = typed(controller, LINES), typed(other, LINES)
    other.post(LINES, theirs | {"row-0-amount": "1"})
    refused = controller.post(LINES, mine | {"row-0-amount": "2"})
    page = refused.context["page"]
    assert refused.status_code == 409
    assert page.conflict.who == "head"
    assert page.table.lines[0].texts["amount"] == "2"
    again = controller.post(LINES, mine | {"row-0-amount": "2", "seen": page.table.seen})
    assert again.status_code == 302
    assert dossier().budget_lines[0].amount == 2


def test_a_reader_sees_the_tables_and_no_form(client_of):
    reader = client_of(Role.READER)
    for name in ("lines", "positions", "reserve", "surplus", "investments", "keys"):
        assert reader.get(f"{VERSION}{name}/").context["page"].table is None


def test_positions_take_the_proposed_overhead_and_become_staff_cost(controller):
    address = f"{VERSION}positions/"
    assert "44,53" in text(controller.get(address))
    row = {"row-1-unit": "barn", "row-1-title": "Enhetschef", "row-1-fte": "1", "row-1-salary": "50000"}
    before = total()
    assert controller.post(address, typed(controller, address) | row).status_code == 302
    made = dossier().positions[-1]
    assert (made.overhead_rate, made.first_month, made.last_month) == (Decimal("44.53"), 1, 12)
    assert total() - before == 12 * 50000 * Decimal("1.4453")


def test_money_is_released_from_the_reserve(controller):
    address = f"{VERSION}reserve/"
    assert f"{address}reserv/release/" in links(controller.get(address))
    before = total()
    data = {"unit": "mottag", "month": "7", "decision": "§ 9", "version": "1"}
    assert controller.post(f"{address}reserv/release/", data).status_code == 302
    assert dossier().reserve_items[0].state is ReserveState.RELEASED
    assert total() == before
    assert "Mottagningen från månad 7" in text(controller.get(address))


def test_investments_take_the_proposed_interest(controller):
    address = f"{VERSION}investments/"
    row = {"row-1-name": "Bil", "row-1-unit": "barn", "row-1-amount": "120000", "row-1-lifetime": "10"}
    assert controller.post(address, typed(controller, address) | row).status_code == 302
    made = dossier().investments[-1]
    assert (made.year, made.interest_rate) == (2023, Decimal("1.25"))


def test_keys_and_projects_are_typed(controller):
    for name, row in {
        "keys": {"row-1-name": "Sommar", **{f"row-1-m{n:02d}": str(n) for n in range(1, 13)}},
        "surplus": {"row-1-name": "Familjecentral", "row-1-unit": "barn", "row-1-amount": "300000"},
    }.items():
        address = f"{VERSION}{name}/"
        assert controller.post(address, typed(controller, address) | row).status_code == 302
    assert dossier().periodisation_keys[-1].m12 == 12
    assert dossier().surplus_projects[-1].amount == 300000


COPY = {
    "name": "Utkast 2024",
    "kind": "draft",
    "year": "2024",
    "price-staff": "3",
    "overhead_from": "",
    "overhead_to": "",
}


def test_a_copy_is_looked_at_before_it_is_made(controller):
    before = dossier()
    address = f"{VERSION}copy/"
    shown = controller.post(address, COPY | {"preview": "1"})
    assert "Lön" in text(shown)
    assert dossier() == before
    made = controller.post(address, COPY | {"create": "1"})
    assert made.url == f"{HOME}utkast-2024/"
    assert [line.amount for line in dossier().budget_lines] == [Decimal("1200000.12"), Decimal("1236000.12")]


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"price-staff": "tre"}, "price-staff"),
        ({"overhead_from": "39"}, "overhead_to"),
        ({"one-0-label": "Flytt", "one-0-unit": "barn"}, "one-0-cost_type"),
        ({"year": "i år"}, "year"),
    ],
)
def test_rates_that_cannot_be_read_are_told(controller, fields, name):
    response = controller.post(f"{VERSION}copy/", COPY | fields)
    assert response.status_code == 422
    assert list(response.context["page"].form.errors) == [name]


def test_a_version_is_made_named_adopted_and_then_closed(controller, client_of):
    made = controller.post(f"{HOME}new/", {"name": "Reviderad", "kind": "revised", "year": "2023"})
    assert made.url == f"{HOME}reviderad/lines/"
    seen = str(controller.get(f"{HOME}reviderad/edit/").context["page"].form["version"].value())
    assert (
        controller.post(
            f"{HOME}reviderad/edit/", {"name": "Rev", "kind": "revised", "year": "2023", "version": seen}
        ).status_code
        == 302
    )
    head = client_of(Role.HEAD)
    seen = str(head.get(f"{HOME}reviderad/adopt/").context["page"].form["version"].value())
    decision = {"decision": "Nämnden § 4", "decided": "2023-02-01", "version": seen}
    assert head.post(f"{HOME}reviderad/adopt/", decision).status_code == 302
    assert "fastställd 2023-02-01, Nämnden § 4" in text(controller.get(f"{HOME}reviderad/"))
    response = controller.get(f"{HOME}reviderad/lines/")
    assert response.context["page"].table is None
    assert "Versionen är fastställd" in text(response)
    assert controller.post(f"{HOME}reviderad/lines/", {"rows": "0"}).status_code == 403


def test_a_draft_is_removed(controller):
    controller.post(f"{HOME}new/", {"name": "Fel", "kind": "draft", "year": "2023"})
    seen = str(controller.get(f"{HOME}fel/remove/").context["page"].form["version"].value())
    assert controller.post(f"{HOME}fel/remove/", {"version": seen}).url == HOME
    assert [version.id for version in dossier().budget_versions] == ["internbudget"]


def test_a_version_that_is_not_there(controller):
    assert controller.get(f"{HOME}saknas/").status_code == 404
    assert controller.get(f"{VERSION}reserve/saknas/release/").status_code == 404
