"""Follow-up, budget and blocks of documents as sheets: every formula comes to the amount that stands there."""

from decimal import Decimal
from functools import cache

import pytest

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.follow_up import follow_up
from styrhus.finance.budget.version_tables import cost_type_table, month_table
from styrhus.finance.codes.code_map import CodeMap
from styrhus.finance.ledger.query import balances
from styrhus.finance.ledger.staging import stage
from styrhus.finance.synthetic import ledger, mapping
from styrhus.finance.table import Table
from styrhus.paper.blocks import Align, Cell, Column, Row, RowKind, Run
from styrhus.paper.blocks import Table as Block
from styrhus.paper.readers.xlsx import sheets
from styrhus.reports.workbook.blocks import sheet_of_block
from styrhus.reports.workbook.follow_up import follow_up_tables
from styrhus.reports.workbook.sheets import sheets_workbook, table_workbook
from tests.cases.example_folder import loaded
from tests.unit.reports.test_workbook_sheets import FIRST_COLUMN, FIRST_ROW, calculated

D = Decimal


@pytest.fixture(scope="module")
def orebro(tmp_path_factory) -> Dossier:
    """The example with the balances of its made-up ledger of 2019."""
    folder = tmp_path_factory.mktemp("ledger")
    dossier = loaded("orebro-2019")
    file = folder / "huvudbok.csv"
    file.write_bytes(ledger("orebro", 2019, dossier.tables, year=2019))
    staged = stage(file, mapping(), year=2019, target=folder / "months")
    files = sorted((folder / "months").glob("2019-*.parquet"))
    found = balances(files, CodeMap(dossier.unit_rules, dossier.account_rules))
    assert sum(balance.amount for balance in found) == staged.total
    months = [
        {"year": month.year, "month": month.month, "source": "syntetisk", "rows": month.rows, "total": month.total,
         "synthetic": True}
        for month in staged.months
    ]  # fmt: skip
    fields = {name: getattr(dossier, name) for name in Dossier.model_fields}
    return Dossier.model_validate(fields | {"balances": found, "ledger_months": months})


@cache
def read_back(*tables: Table) -> tuple[tuple[Table, object], ...]:
    content = table_workbook(tables, title="T", author="A", language="sv")
    return tuple(zip(tables, sheets(content, "t.xlsx"), strict=True))


def test_the_follow_up_adds_up_by_formulas_to_the_ledger(orebro):
    by_unit, by_type = follow_up_tables(orebro, 8, "sv")
    whole = follow_up(orebro, 8).line()
    for table, sheet in read_back(by_unit, by_type):
        for down, row in enumerate(table.rows):
            for right, cell in enumerate(row.cells):
                if cell.value is not None:
                    assert calculated(sheet, FIRST_ROW + down, FIRST_COLUMN + right) == cell.value
        last = FIRST_ROW + len(table.rows) - 1
        assert sheet.cells[last, FIRST_COLUMN + 1].formula.startswith("SUM(")
        assert calculated(sheet, last, FIRST_COLUMN + 1) == whole.accumulated.actual
        assert sheet.cells[FIRST_ROW, FIRST_COLUMN + 2].formula == "B6-C6"
        texts = [held.text for held in sheet.cells.values()]
        assert any("exempel" in text or "made up" in text for text in texts)


def test_a_budget_adds_up_down_and_across():
    dossier = loaded("orebro-2019")
    tables = (cost_type_table(dossier, "internbudget"), month_table(dossier, "internbudget"))
    for table, sheet in read_back(*tables):
        last = FIRST_ROW + len(table.rows) - 1
        whole = [c for c in range(len(table.columns)) if table.rows[-1].cells[c].value == 518_681_000]
        assert len(whole) == 1
        assert calculated(sheet, last, FIRST_COLUMN + whole[0]) == 518_681_000
        assert sheet.cells[FIRST_ROW, FIRST_COLUMN + whole[0]].formula.startswith("SUM(")


def block(*rows: tuple[RowKind, str, str]) -> Block:
    columns = (Column("Åtgärd"), Column("tkr", Align.RIGHT), Column("Ansvarig"))
    made = [
        Row((Cell((Run(name),)), Cell((Run(amount),)), Cell((Run("Chefen"),))), kind) for kind, name, amount in rows
    ]
    return Block("Åtgärder 2019, tkr", columns, tuple(made), notes=((Run("En not."),),))


def test_numbers_of_a_block_are_numbers_and_a_total_is_a_formula_where_it_is_the_sum():
    line, total = RowKind.LINE, RowKind.TOTAL
    held = block(
        (line, "Ett", "+1\u00a0200"), (line, "Två", "−200*"), (line, "Tre", "–"), (total, "Summa", "1\u00a0000")
    )
    sheet = sheet_of_block(held, "atgarder")
    (read,) = sheets(sheets_workbook([sheet], title="T", author="A", language="sv"), "t.xlsx")
    assert [read.cells[row, 2].exact for row in (6, 7, 9)] == [D(1200), D(-200), D(1000)]
    assert read.cells[9, 2].formula == "SUM(B6:B8)"
    assert read.cells[8, 2].text == "–"
    assert (read.cells[2, 2].text, read.cells[6, 3].text, read.cells[11, 1].text) == ("tkr", "Chefen", "En not.")


def test_a_total_that_is_no_sum_stays_a_number():
    line, total = RowKind.LINE, RowKind.TOTAL
    sheet = sheet_of_block(block((line, "Ett", "1"), (line, "Två", "2"), (total, "Summa", "4")), "t")
    assert sheet.rows[2].cells[0].formula is None


def test_subtotals_are_sums_of_the_rows_beside_them():
    line, sub, total = RowKind.LINE, RowKind.SUBTOTAL, RowKind.TOTAL
    held = block((sub, "A", "3"), (line, "a1", "1"), (line, "a2", "2"), (sub, "B", "9"), (line, "b1", "4"),
                 (line, "b2", "5"), (total, "Summa", "12"))  # fmt: skip
    sheet = sheet_of_block(held, "t")
    assert [row.cells[0].formula and row.cells[0].formula.added for row in sheet.rows] == [
        (1, 2), None, None, (4, 5), None, None, (1, 2, 4, 5),
    ]  # fmt: skip
