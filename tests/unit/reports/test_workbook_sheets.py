"""Every published table of the examples as a sheet: its formulas, calculated anew, come to what is printed."""

import re
from decimal import Decimal

import pytest

from styrhus.finance.table import ColumnKind, Table
from styrhus.paper.readers.sheet import Sheet
from styrhus.paper.readers.sheet_address import area
from styrhus.paper.readers.xlsx import sheets
from styrhus.reports.workbook.sheets import table_workbook
from tests.cases.example_folder import loaded

EXAMPLES = ("orebro-2019", "lund-2020", "lund-2023", "helsingborg-2015")
FIRST_ROW, FIRST_COLUMN = 6, 2
_TERM = re.compile(r"([+-]?)(?:SUM\(([^)]*)\)|N\(([A-Z]+\d+)\)|([A-Z]+\d+))")


def calculated(sheet: Sheet, row: int, column: int) -> Decimal:
    """The value of a cell as a spreadsheet would calculate it from the cells that hold no formula."""
    held = sheet.cells.get((row, column))
    if held is None or not held.formula:
        return held.exact if held is not None and held.exact is not None else Decimal(0)
    terms = list(_TERM.finditer(held.formula))
    assert "".join(term.group() for term in terms) == held.formula
    return sum((_term(sheet, *term.groups()) for term in terms), Decimal(0))


def _term(sheet: Sheet, sign: str, summed: str | None, *single: str | None) -> Decimal:
    value = Decimal(0)
    for part in (summed or next(name for name in (*single, "") if name is not None)).split(","):
        box = area(part)
        assert box is not None
        top, left, bottom, right = box
        value += sum(
            (calculated(sheet, row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)),
            Decimal(0),
        )
    return -value if sign == "-" else value


def written(name: str) -> list[tuple[Table, Sheet]]:
    dossier = loaded(name)
    content = table_workbook(dossier.tables, title="T", author="A", language="sv")
    return list(zip(dossier.tables, sheets(content, "t.xlsx"), strict=True))


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_figure_is_there_and_each_formula_comes_to_it(name: str) -> None:
    for table, sheet in written(name):
        for down, row in enumerate(table.rows):
            for right, cell in enumerate(row.cells):
                place = (FIRST_ROW + down, FIRST_COLUMN + right)
                if cell.value is not None:
                    assert calculated(sheet, *place) == cell.value, (table.id, row.id, table.columns[right].id)
                    assert sheet.cells[place].exact == cell.value
                else:
                    shown = sheet.cells.get(place)
                    assert (shown.text if shown else "") == cell.mark.strip()


def test_sums_are_formulas_unless_the_print_contradicts_itself() -> None:
    found = {table.id: sheet for table, sheet in written("lund-2023")}
    grant = found["kommunbidrag-per-omrade"]
    assert grant.cells[12, 2].formula == "SUM(B6:B11)"
    assert grant.cells[6, 4].formula == "C6-B6"
    support = found["forsorjningsstod"]
    assert support.cells[8, 2].formula == "SUM(B7)-SUM(B6)"
    placements = found["externa-placeringar"]
    assert placements.cells[11, 2].formula == "SUM(B6:B10)"
    assert placements.cells[11, 3].formula == "", "156 000 is printed though the rows come to 160 000"
    notes = [cell.text for (row, column), cell in placements.cells.items() if column == 1 and row > 12]
    assert any("Prognos 2022" in note for note in notes)


def test_the_unit_and_the_key_of_each_sheet_are_there() -> None:
    for table, sheet in written("orebro-2019"):
        assert sheet.cells[3, 2].text == table.id
        assert sheet.cells[2, 2].text == table.unit.label.render("sv")
        keys = [
            sheet.cells[FIRST_ROW + down, FIRST_COLUMN + len(table.columns)].text for down in range(len(table.rows))
        ]
        assert keys == [row.id for row in table.rows]


def test_text_columns_hold_their_text() -> None:
    tables = {table.id: (table, sheet) for table, sheet in written("helsingborg-2015")}
    table, sheet = next(pair for pair in tables.values() if any(c.kind is ColumnKind.TEXT for c in pair[0].columns))
    place = next(index for index, column in enumerate(table.columns) if column.kind is ColumnKind.TEXT)
    assert sheet.cells[FIRST_ROW, FIRST_COLUMN + place].text == table.rows[0].cells[place].mark
