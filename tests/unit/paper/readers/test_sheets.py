"""Workbooks: what stands on their sheets, where, and what is hidden."""

from decimal import Decimal
from pathlib import Path

import pytest

from styrhus.paper.readers import ods as ods_reader
from styrhus.paper.readers import read, read_content
from styrhus.paper.readers import xlsx as xlsx_reader
from styrhus.values.problem import ProblemsError
from tests.unit.paper.readers.workbooks import MAIN, ods, xlsx

HEADING = ["Verksamhet", "Budget 2023", "Budget 2024"]
ROWS = [HEADING, ["Barn", 100, 110], ["Unga", 200, 220]]
TOTAL = ["Summa", 300, 330]
DATA = Path(__file__).resolve().parents[5] / "shared" / "data"


def grid(table):
    return [[cell.text for cell in row.cells] for row in table.rows]


def tables(rows, **layout):
    return read_content(xlsx({"Blad1": rows}, **layout), "budget.xlsx").tables


def texts(rows, **layout):
    return [block.text for block in read_content(xlsx({"Blad1": rows}, **layout), "budget.xlsx").texts]


def test_a_sheet_with_title_unit_table_and_note():
    rows = [["Driftbudget 2024", None, "tkr"], *ROWS, TOTAL, ["* Preliminära uppgifter"]]
    (table,) = tables(rows)
    assert grid(table) == [HEADING, ["Barn", "100", "110"], ["Unga", "200", "220"], ["Summa", "300", "330"]]
    assert table.caption == "Driftbudget 2024 (tkr)"
    assert not any("Preliminära" in row.text(0) for row in table.rows)


def test_lines_about_the_whole_table_are_no_rows_of_it():
    wide = [[*row, None if row is HEADING else 5] for row in ROWS]
    wide[0][3] = "Budget 2025"
    (table,) = tables([["Nämnd", "Socialnämnden"], ["År", "2024"], *wide])
    assert table.rows[0].text(0) == "Verksamhet"


def test_every_cell_has_its_address():
    (table,) = tables([[], [None, *HEADING], [None, "Barn", 100, 110]])
    assert [cell.address for cell in table.rows[1].cells] == ["B3", "C3", "D3"]
    assert (table.rows[1].place.cell, table.rows[1].place.sheet) == ("B3", "Blad1")


def test_tables_parted_by_an_empty_row_are_two_when_the_second_has_headings():
    assert [len(table.rows) for table in tables([*ROWS, [], ["År", "Antal"], ["2022", 5], ["2023", 7]])] == [3, 3]


def test_an_empty_row_before_the_total_parts_nothing():
    (table,) = tables([*ROWS, [], TOTAL])
    assert grid(table)[-1] == ["Summa", "300", "330"]


def test_tables_side_by_side_are_two_when_both_have_row_labels():
    side = [["Nyckeltal", "Värde"], ["Dagar", 12], ["Personer", 9]]
    left, right = tables([[*row, None, *more] for row, more in zip(ROWS, side, strict=True)])
    assert left.width == 3
    assert grid(right) == [["Nyckeltal", "Värde"], ["Dagar", "12"], ["Personer", "9"]]


def test_an_empty_column_between_labels_and_numbers_parts_nothing():
    (table,) = tables([[label, None, first, second] for label, first, second in ROWS])
    assert table.width == 3


def test_shown_figures_are_rounded_and_the_exact_ones_kept():
    rows = [HEADING, ["Barn", (100.44, "0.0"), (0.125, "0.0%")], ["Unga", (1234.5, "#,##0"), ("1", "General")]]
    (table,) = tables(rows)
    cells = [cell for row in table.rows[1:] for cell in row.cells[1:]]
    assert [cell.text.replace("\u00a0", " ") for cell in cells] == ["100,4", "12,5 %", "1 235", "1"]
    assert [cell.exact for cell in cells] == [Decimal(n) for n in ("100.44", "12.5", "1234.5", "1")]


def test_formulas_errors_booleans_and_numbers_as_text():
    total = {"value": 300, "formula": "SUM(B2:B3)"}
    wrong = {"value": "#DIV/0!", "type": "e", "formula": "B4/0"}
    (table,) = tables([*ROWS, ["Summa", total, wrong], ["Antagen", {"value": 1, "type": "b"}, "1 234"]])
    assert (table.rows[3].cells[1].formula, table.rows[3].cells[2].text) == ("SUM(B2:B3)", "#DIV/0!")
    assert grid(table)[4] == ["Antagen", "SANT", "1 234"]
    assert table.rows[4].cells[2].exact is None


def test_merged_headings_span_their_columns():
    rows = [[None, "Utfall", None, "Budget"], ["Område", "2022", "2023", "2024"], ["Barn", 1, 2, 3]]
    (table,) = tables(rows, merged=("B1:C1",))
    assert [cell.spans for cell in table.rows[0].cells] == [1, 2, 1, 1]


def test_what_is_hidden_is_read_and_named():
    content = xlsx(
        {"Budget": ROWS, "Underlag": ROWS}, states={"Underlag": "hidden"}, hidden_rows=(2,),
        columns='<cols><col min="3" max="3" hidden="1"/></cols>',
    )  # fmt: skip
    reading = read_content(content, "budget.xlsx")
    assert len(reading.tables) == 2
    told = [problem.render("sv") for problem in reading.problems]
    assert any("Underlag är dolt" in text for text in told)
    assert any("dolda rader (2)" in text for text in told)
    assert any("dolda kolumner (C)" in text for text in told)


def test_sheets_are_headings_unless_their_names_say_nothing():
    assert [b.text for b in read_content(xlsx({"Drift": ROWS, "Blad2": ROWS}), "b.xlsx").texts] == ["Drift"]


def test_formulas_that_were_never_calculated_are_told():
    reading = read_content(xlsx({"Budget": [*ROWS, ["Summa", {"value": "", "formula": "SUM(B2:B3)"}]]}), "b.xlsx")
    assert "Budget!B4" in reading.problems[0].render("en")


def test_lines_without_a_table_are_texts():
    assert texts([["Budget 2024"], ["Beslutad av nämnden"], [], ["Antal", 5]]) == [
        "Budget 2024", "Beslutad av nämnden", "Antal 5",
    ]  # fmt: skip


def test_an_empty_workbook_says_so():
    with pytest.raises(ProblemsError, match="empty"):
        xlsx_reader.read(xlsx({"Blad1": []}), "tom.xlsx")


def test_shared_strings_and_cells_without_addresses():
    data = f'<worksheet xmlns="{MAIN}"><sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>'
    data += "<row><c t='s'><v>0</v></c><c><v>5</v></c></row></sheetData></worksheet>"
    strings = f'<sst xmlns="{MAIN}"><si><r><t>Bar</t></r><r><t>n</t></r></si><si><t>Antal</t></si></sst>'
    (table,) = read_content(xlsx({"Blad1": data}, extra={"xl/sharedStrings.xml": strings}), "b.xlsx").tables
    assert grid(table) == [["Barn", "Antal"], ["Barn", "5"]]


def test_xls_shows_the_same_as_excel_does():
    reading = read(Path(__file__).with_name("budget.xls"))
    (table,) = reading.tables
    assert table.caption == "Driftbudget 2024 (tkr)"
    assert [text.replace("\u00a0", " ") for text in grid(table)[1]] == ["Äldreomsorg", "1 235", "1 300,4", "2024-03-01"]
    assert [text.replace("\u00a0", " ") for text in grid(table)[2]] == ["Familj", "800", "12,5 %", "SANT"]
    assert table.rows[1].cells[1].exact == Decimal("1234.56")
    assert len(reading.problems) == 2


def cell(text, value=None, kind="float", **attributes):
    written = "".join(f' table:{name.replace("_", "-")}="{held}"' for name, held in attributes.items())
    typed = f'office:value-type="{kind}" office:value="{value}"' if value else 'office:value-type="string"'
    return f"<table:table-cell {typed}{written}><text:p>{text}</text:p></table:table-cell>"


def test_ods_shows_its_own_text_in_swedish_numbers():
    rows = [
        [cell("Område"), cell("Budget"), cell("Andel")],
        [cell("Barn"), cell("1,234.50", "1234.5"), cell("12,5 %", "0.125", "percentage")],
        [cell("Unga"), cell("5", "5", number_columns_repeated="2")],
    ]
    xml = "".join(f"<table:table-row>{''.join(row)}</table:table-row>" for row in rows)
    xml += '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    (table,) = ods_reader.read(ods({"Blad1": xml}), "b.ods").tables
    assert [[text.replace("\u00a0", " ") for text in row] for row in grid(table)] == [
        ["Område", "Budget", "Andel"], ["Barn", "1 234,50", "12,5 %"], ["Unga", "5", "5"],
    ]  # fmt: skip
    assert table.rows[1].cells[2].exact == Decimal("12.5")
    assert table.rows[2].cells[2].address == "C3"


@pytest.mark.skipif(not DATA.exists(), reason="the real files lie beside the repository")
def test_real_workbooks():
    (table,) = read(DATA / "monthly" / "laget_Socialstyrelsen_2024_06_17.xlsx").tables
    assert (table.width, len(table.rows), table.caption) == (4, 133, "Ekonomiskt bistånd, Dalarnas län")
    (table,) = read(DATA / "messy" / "r_openxlsx_no_drawing.xlsx").tables
    assert (table.width, len(table.rows)) == (8, 448)
