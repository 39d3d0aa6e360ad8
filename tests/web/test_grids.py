"""The pages of placements, income support and reception, and their forms."""

import html
import re

import pytest

from styrhus.paper.readers.xlsx import sheets
from styrhus.store import read
from styrhus.store.role import Role
from tests.web.examples import plain, reader_of, words

pytestmark = pytest.mark.django_db

OREBRO, LUND = "/orebro/2019/economy", "/lund/2023/economy"


@pytest.fixture
def controller():
    return lambda *names: reader_of(*names, role=Role.CONTROLLER)


def form_of(browser, address):
    """What the browser would send back from the form at an address."""
    response = browser.get(address)
    text = response.content.decode()
    form = text[text.index('method="post" class="form grid-form"') :]
    inputs = re.findall(r'<input [^>]*?name="([^"]+)"[^>]*?value="([^"]*)"', form)
    return {name: html.unescape(value) for name, value in inputs if name != "csrfmiddlewaretoken"}


def cell(browser, address, row, column):
    """The name of a cell by the words of its row and column."""
    page = browser.get(address).context["page"]
    line = next(line for line in page.grid.lines if row in line.head.full)
    return next(c.name for c, head in zip(line.cells, page.grid.columns, strict=True) if head.word.startswith(column))


def row(response, heading, table=0):
    """The texts of the cells of the table row with a heading; `table` counts those that have it."""
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", plain(response), re.DOTALL)
    found = (re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", held, re.DOTALL) for held in rows)
    cells = [[re.sub(r"<[^>]+>", "", cell).strip() for cell in held] for held in found]
    return [held[1:] for held in cells if held and held[0] == heading][table]


def test_placements_answer_first():
    response = reader_of("orebro-2019").get(f"{OREBRO}/placements/")
    page = words(response)
    assert "Placeringar, budget 2019: 297,0 mnkr, +17,4 mnkr mot utfall 2018" in page
    assert "+15,7 mnkr av volym, +7,8 mnkr av pris och −6,1 mnkr som varken volym eller pris förklarar" in page
    assert "7 av 13 rader med volymer avviker" in page
    assert row(response, "Boende missbrukare", 0)[:3] == ["5 900", "5 800", "7 600"]
    assert row(response, "Boende missbrukare", 1) == ["+1 800", "+1 263", "", "+307", "+230"]
    told = row(response, "Boende missbrukare", 2)
    assert told[:-1] == ["24", "900", "365", "7 884", "7 600", "+284", "+3,7"]
    assert told[-1].endswith("avviker")


def test_other_columns_can_be_compared():
    page = words(reader_of("orebro-2019").get(f"{OREBRO}/placements/?before=budget-2018&after=outcome-2018"))
    assert "Placeringar, utfall 2018: 279,6 mnkr, +25,1 mnkr mot budget 2018" in page


def test_a_figure_leads_to_its_own_page():
    browser = reader_of("orebro-2019")
    address = "/orebro/2019/figures/placement.barn-institution.outcome-2018.computed/"
    asked = f"{OREBRO}/placements/?before=budget-2018&after=outcome-2018"
    assert f'href="{address}"' in plain(browser.get(asked))
    assert "23 × 3450 × 365" in words(browser.get(address))


def test_income_support_tells_what_the_budget_pays_for_with_the_arithmetic():
    page = words(reader_of("lund-2023").get(f"{LUND}/income-support/"))
    assert "Budgeten på 120 449 tkr räcker till 851 hushåll per månad" in page
    assert "22 425 tkr saknas" in page
    assert "120 449 / (11,8 × 12) = 851; (1 068 + 950) / 2 = 1 009; 1 009 × 11,8 × 12 = 142 874." in page


def test_reception_tells_who_comes_and_goes_and_whether_units_come_to_zero():
    response = reader_of("lund-2023").get(f"{LUND}/reception/")
    page = words(response)
    assert "Vuxna och familjer: 101 personer tas emot 2023 och 181 personer avslutas" in page
    *numbers, word = row(response, "Flyktingverksamheten")
    assert numbers == ["27 500", "−27 500", "0"]
    assert word.endswith("går ihop")
    assert row(response, "2022 (utfall)")[2] == "anvisade 127, övriga 32"


@pytest.mark.parametrize("path", ["placements", "income-support", "reception"])
def test_a_board_without_a_grid_is_told_what_goes_there(path):
    page = words(reader_of("helsingborg-2015").get(f"/helsingborg/2015/economy/{path}/"))
    assert "En controller" in page


def test_a_month_is_filled_in_and_shown(controller):
    browser = controller("orebro-2019")
    address = f"{OREBRO}/placements/figures/?basis=outcome&year=2019&what=persons"
    name = cell(browser, address, "Institutionsvård missbrukare", "januari")
    response = browser.post(address, {**form_of(browser, address), name: "51,5"})
    assert response.status_code == 302
    (figure,) = [f for f in read.dossier("orebro", 2019).placement_figures if f.period == "2019-01"]
    assert (figure.row, str(figure.persons), figure.amount) == ("vuxna-institution", "51.5", None)


def test_an_outcome_of_some_rows_is_held_against_the_same_months_and_said_to_be_partial(controller):
    browser = controller("orebro-2019")
    for what, text in (("persons", "21"), ("price", "4 000")):
        address = f"{OREBRO}/placements/figures/?basis=outcome&year=2019&what={what}"
        name = cell(browser, address, "Barn: Institutionsvård", "januari")
        browser.post(address, {**form_of(browser, address), name: text})
    response = browser.get(f"{OREBRO}/placements/")
    page = words(response)
    assert "Placeringar, utfall januari 2019: 2,6 mnkr" in page
    assert "Bara 1 av 17 rader har belopp i båda kolumnerna och jämförs." in page
    assert row(response, "Institutionsvård", 2)[:2] == ["+549", "+254"]


def test_what_was_not_touched_stays_as_it_is(controller):
    browser = controller("orebro-2019")
    before = read.dossier("orebro", 2019)
    address = f"{OREBRO}/placements/figures/?basis=budget&year=2019"
    assert browser.post(address, form_of(browser, address)).status_code == 302
    assert read.dossier("orebro", 2019) == before


def test_a_changed_amount_is_no_rounded_one_any_more(controller):
    browser = controller("orebro-2019")
    address = f"{OREBRO}/placements/figures/?basis=budget&year=2019"
    name = cell(browser, address, "Boende", "Belopp")
    browser.post(address, {**form_of(browser, address), name: "7 884 000"})
    held = [f for f in read.dossier("orebro", 2019).placement_figures if f.row == "vuxna-boende"]
    assert [(f.amount, f.rounded_to) for f in held if f.period == "2019"] == [(7_884_000, None)]
    assert sum(f.rounded_to is not None for f in held) == 2


def test_a_text_where_a_number_should_be_is_told_at_its_cell(controller):
    browser = controller("orebro-2019")
    address = f"{OREBRO}/placements/figures/?basis=budget&year=2019"
    name = cell(browser, address, "Boende", "Personer")
    response = browser.post(address, {**form_of(browser, address), name: "många"})
    assert response.status_code == 422
    assert f'id="{name}-told"' in response.content.decode()
    assert 'value="många"' in response.content.decode()


def test_negative_persons_are_refused(controller):
    browser = controller("orebro-2019")
    address = f"{OREBRO}/placements/figures/?basis=budget&year=2019"
    name = cell(browser, address, "Boende", "Personer")
    response = browser.post(address, {**form_of(browser, address), name: "-3"})
    assert response.status_code == 422
    assert "Värdet är under noll." in words(response)


def test_who_was_second_sees_what_is_stored(controller):
    browser = controller("orebro-2019")
    address = f"{OREBRO}/placements/figures/?basis=budget&year=2019"
    name = cell(browser, address, "Boende", "Personer")
    first = form_of(browser, address)
    browser.post(address, {**first, name: "25"})
    response = browser.post(address, {**first, name: "26"})
    assert response.status_code == 409
    assert "sparat nu: 25" in words(response)
    again = re.findall(r'<input [^>]*?name="(version-[^"]+)"[^>]*?value="([^"]*)"', response.content.decode())
    assert browser.post(address, {**first, **dict(again), name: "26"}).status_code == 302


@pytest.mark.parametrize(
    "block",
    [
        "\tPersoner\tPris, kr\nBoende missbrukare\t30\t950",
        "Insats\tPersoner\tPris, kr\nVuxna: Boende missbrukare\t30\t950",
    ],
)
def test_a_block_is_pasted_by_its_headings(controller, block):
    browser = controller("orebro-2019")
    address = f"{OREBRO}/placements/figures/?basis=budget&year=2019"
    response = browser.post(address, {**form_of(browser, address), "pasted": block, "fill": "1"})
    line = next(line for line in response.context["page"].grid.lines if "Boende" in line.head.word)
    assert [c.text for c in line.cells][:2] == ["30", "950"]
    assert read.dossier("orebro", 2019).placement_figures[-1].persons != 30


def test_a_block_without_headings_fills_from_the_first_cell(controller):
    browser = controller("lund-2023")
    address = f"{LUND}/income-support/figures/?basis=outcome&year=2023"
    response = browser.post(address, {**form_of(browser, address), "pasted": "1\t2\n3\t4", "fill": "1"})
    texts = [[c.text for c in line.cells][:2] for line in response.context["page"].grid.lines[:3]]
    assert texts == [["1", "2"], ["3", "4"], ["", ""]]


def test_a_block_of_another_table_is_refused(controller):
    browser = controller("orebro-2019")
    address = f"{OREBRO}/placements/figures/?basis=budget&year=2019"
    block = "\tPersoner\nOkänd rad\t30"
    response = browser.post(address, {**form_of(browser, address), "pasted": block, "fill": "1"})
    assert response.status_code == 422
    assert "”Okänd rad” är ingen rad i tabellen." in words(response)


def test_income_support_by_month_moves_the_way_to_the_target(controller):
    browser = controller("lund-2023")
    address = f"{LUND}/income-support/figures/?basis=outcome&year=2023"
    name = cell(browser, address, "januari", "Hushåll i snitt")
    data = {**form_of(browser, address), name: "1 071", "indicator": ""}
    assert browser.post(address, data).status_code == 302
    assert row(browser.get(f"{LUND}/income-support/"), "januari")[:3] == ["1 058", "1 063,1", "1 071"]


def test_a_budget_without_its_indicator_says_what_is_lacking(controller):
    browser = controller("lund-2023")
    address = f"{LUND}/income-support/figures/?basis=budget&year=2023"
    assert browser.post(address, {**form_of(browser, address), "indicator": ""}).status_code == 302
    page = words(browser.get(f"{LUND}/income-support/"))
    assert "Försörjningsstödet är budgeterat till 117 000 tkr netto 2023, −16 491 tkr mot prognos 2022." in page
    assert "koppla årets budget till en indikator för hushåll" in page


def test_head_counts_are_filled_in(controller):
    browser = controller("lund-2023")
    address = f"{LUND}/reception/figures/?basis=budget"
    name = cell(browser, address, "Ensamkommande barn: mottagna", "2023")
    assert browser.post(address, {**form_of(browser, address), name: "9"}).status_code == 302
    assert "Ensamkommande barn: 9 personer tas emot 2023 och 11 personer avslutas" in words(
        browser.get(f"{LUND}/reception/")
    )


def test_a_group_is_added(controller):
    browser = controller("lund-2023")
    data = {"group": "Massflykt", "part": "", "at": "flow", "basis": "budget", "period": "2023", "persons": "40"}
    assert browser.post(f"{LUND}/reception/groups/new/", data).status_code == 302
    assert "Massflykt: 40 personer tas emot 2023." in words(browser.get(f"{LUND}/reception/"))
    assert browser.post(f"{LUND}/reception/groups/new/", {**data, "period": "snart"}).status_code == 422


def test_instalments_become_income_by_year(controller):
    browser = controller("lund-2023")
    address = f"{LUND}/reception/grants/"
    given = {"group": "Ensamkommande barn", "name": "Första", "amount": "10000", "months_after": "6",
             "valid_from": "2020", "source": ""}  # fmt: skip
    data = {**form_of(browser, address), **{f"{name}-0": value for name, value in given.items()}}
    assert browser.post(address, data).status_code == 302
    assert row(browser.get(f"{LUND}/reception/"), "Ensamkommande barn, mottagna 2023") == ["–", "30", "30"]
    wrong = {**form_of(browser, address), "amount-0": "mycket"}
    assert browser.post(address, wrong).status_code == 422


def test_a_row_is_added_changed_and_removed(controller):
    browser = controller("lund-2023")
    data = {"target_group": "Barn", "name": "HVB i egen regi", "form": "institution", "provider": "own",
            "pricing": "day", "unit": "ungdomsboendet", "indicator": "", "version": "0"}  # fmt: skip
    assert browser.post(f"{LUND}/placements/rows/new/", data).status_code == 302
    row = next(r for r in read.dossier("lund", 2023).placement_rows if r.name == "HVB i egen regi")
    assert row.id == "barn-hvb-i-egen-regi"
    address = f"{LUND}/placements/rows/{row.id}/"
    version = browser.get(address).context["page"].form["version"].value()
    assert browser.post(address, {**data, "name": "Ungdomsboendet", "version": version}).status_code == 302
    version = read.versions("lund", 2023, "placement_rows")[row.id]
    assert browser.post(f"{address}remove/", {"version": version}).status_code == 302
    assert row.id not in {r.id for r in read.dossier("lund", 2023).placement_rows}


def test_a_target_in_persons_is_held_against_the_budget(controller):
    browser = controller("orebro-2019")
    address = f"{OREBRO}/placements/rows/vuxna-boende/"
    fields = browser.get(address).context["page"].form
    data = {name: fields[name].value() or "" for name in fields.fields}
    targets = read.dossier("orebro", 2019).targets
    target = next(t for t in targets if t.year == 2019 and t.value is not None and not t.part)
    assert browser.post(address, {**data, "indicator": target.indicator}).status_code == 302
    assert "Vuxna: Boende missbrukare: målet" in words(browser.get(f"{OREBRO}/placements/"))


def test_readers_see_no_forms():
    browser = reader_of("orebro-2019")
    assert "Fyll i uppgifter" not in words(browser.get(f"{OREBRO}/placements/"))
    assert browser.get(f"{OREBRO}/placements/figures/").status_code == 403


@pytest.mark.parametrize(
    ("address", "cells"),
    [
        (f"{OREBRO}/grids/placements.xlsx", {"Summa Barn": "91 300 000", "Summa": "297 000 000"}),
        (f"{LUND}/grids/income-support.xlsx", {"försörjningsstöd, netto": "117 000 000"}),
        (f"{LUND}/grids/reception.xlsx", {"Vuxna och familjer, 2023 (budget)": "280"}),
    ],
)
def test_a_grid_can_be_had_as_a_workbook_whose_sums_are_formulas(address, cells):
    board, year = address.split("/")[1:3]
    response = reader_of(f"{board}-{year}").get(address)
    held = sheets(response.content, "x.xlsx")[0].cells
    for label, value in cells.items():
        (place,) = [row for (row, _column), cell in held.items() if cell.text == label]
        own = [cell for (row, _column), cell in held.items() if row == place]
        found = [cell for cell in own if cell.text.replace("\u00a0", " ") == value]
        assert found
        assert "reception" in address or found[0].formula


def test_a_grid_without_figures_has_no_workbook():
    assert reader_of("helsingborg-2015").get("/helsingborg/2015/economy/grids/placements.xlsx").status_code == 404
