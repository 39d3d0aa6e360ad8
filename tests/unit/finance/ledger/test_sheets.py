"""Workbooks are read as CSV files are: exact numbers, dates, and rows by their number in the sheet."""

from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest

from styrhus.finance.ledger.inspect import inspect
from styrhus.finance.ledger.mapping import FileKind
from styrhus.finance.ledger.query import rows
from styrhus.finance.ledger.staging import stage
from styrhus.values.problem import ProblemsError
from tests.unit.finance.ledger.plain import HEADINGS, mapping

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = f'<styleSheet {_MAIN}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'


def xlsx(path, sheet_rows):
    """A workbook with the sheets `Info` (empty) and `Huvudbok`; numbers are numbers, a tuple is value and style."""
    parts = {
        "xl/workbook.xml": f'<workbook {_MAIN} xmlns:r="{_LINKS}"><sheets><sheet name="Info" r:id="r1"/>'
        '<sheet name="Huvudbok" r:id="r2"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        'relationships"><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" '
        'Target="worksheets/sheet2.xml"/></Relationships>',
        "xl/styles.xml": STYLES,
        "xl/worksheets/sheet1.xml": f"<worksheet {_MAIN}><sheetData/></worksheet>",
        "xl/worksheets/sheet2.xml": f"<worksheet {_MAIN}><sheetData>{''.join(sheet_rows)}</sheetData></worksheet>",
    }
    with ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def row(number, *cells):
    return f'<row r="{number}">{"".join(_cell(cell, number, place) for place, cell in enumerate(cells))}</row>'


def _cell(value, number, place):
    where = f'r="{"ABCDEFGHIJ"[place]}{number}"'
    if value is None:
        return ""
    if isinstance(value, tuple):
        return f'<c {where} s="{value[1]}"><v>{value[0]}</v></c>'
    if isinstance(value, str):
        return f'<c {where} t="inlineStr"><is><t>{value}</t></is></c>'
    return f"<c {where}><v>{value}</v></c>"


SHEET = mapping(kind=FileKind.SHEET, sheet="Huvudbok", heading_row=2)


def test_a_workbook(tmp_path):
    path = xlsx(tmp_path / "a.xlsx", [
        row(1, "Huvudbok 2019"), row(2, *HEADINGS),
        row(4, "A1", (43496, 1), 2101, "5010", Decimal("1234.5600000000001"), "lön"),
        row(5, "A2", "2019-02-01", None, 3010, -0.1, None),
        row(6, "A3", "2019-02-01", "2101", 5010, "1 000,25", "som text"),
    ])  # fmt: skip
    result = stage(path, SHEET, year=2019, target=tmp_path / "out")
    found = rows([month.path for month in result.months]).rows
    assert [(each.line, each.responsibility, each.account, each.amount) for each in found] == [
        (4, "2101", "5010", Decimal("1234.56")), (5, None, "3010", Decimal("-0.10")), (6, "2101", "5010",
        Decimal("1000.25")),
    ]  # fmt: skip
    assert found[0].date.isoformat() == "2019-01-31"


def test_faults_have_the_sheets_rows(tmp_path):
    path = xlsx(tmp_path / "a.xlsx", [row(2, *HEADINGS), row(9, "A1", "2019-01-01", "2101", 5010, "tio", "")])
    with pytest.raises(ProblemsError) as caught:
        stage(path, SHEET, year=2019, target=tmp_path / "out")
    assert [(problem.row, problem.value) for problem in caught.value.problems] == [(9, "tio")]


def test_a_sheet_that_is_not_there(tmp_path):
    path = xlsx(tmp_path / "a.xlsx", [row(2, *HEADINGS)])
    with pytest.raises(ProblemsError, match="no sheet Blad7"):
        stage(path, SHEET.model_copy(update={"sheet": "Blad7"}), year=2019, target=tmp_path / "out")


def test_a_damaged_workbook(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(xlsx(tmp_path / "b.xlsx", [row(2, *HEADINGS)]).read_bytes()[:300])
    with pytest.raises(ProblemsError, match="damaged"):
        stage(path, SHEET, year=2019, target=tmp_path / "out")


def test_an_ods_workbook(tmp_path):
    cells = "".join(f'<t:table-cell o:value-type="string"><x:p>{heading}</x:p></t:table-cell>' for heading in HEADINGS)
    entry = (
        '<t:table-cell o:value-type="string"><x:p>A1</x:p></t:table-cell>'
        '<t:table-cell o:value-type="date" o:date-value="2019-01-31"/>'
        '<t:table-cell t:number-columns-repeated="1" o:value-type="float" o:value="2101"/>'
        '<t:table-cell o:value-type="float" o:value="5010"/><t:table-cell o:value-type="float" o:value="12.5"/>'
    )
    office, table, text = (f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "table", "text"))
    content = (
        f'<o:document-content xmlns:o="{office}" xmlns:t="{table}" xmlns:x="{text}"><o:body><o:spreadsheet>'
        f'<t:table t:name="Blad1"><t:table-row>{cells}</t:table-row><t:table-row t:number-rows-repeated="2">{entry}'
        '</t:table-row><t:table-row t:number-rows-repeated="1048573"/></t:table></o:spreadsheet></o:body>'
        "</o:document-content>"
    )
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        archive.writestr("content.xml", content)
    path = tmp_path / "a.ods"
    path.write_bytes(held.getvalue())
    result = stage(path, mapping(kind=FileKind.SHEET), year=2019, target=tmp_path / "out")
    assert (result.rows, result.total) == (2, Decimal("25.00"))


def test_a_workbook_is_looked_at(tmp_path):
    path = xlsx(tmp_path / "a.xlsx", [row(1, *HEADINGS), row(2, "A1", (43496, 1), 2101, 5010, 12.5, "x")])
    found = inspect(path, mapping=SHEET.model_copy(update={"heading_row": 1}))
    assert (found.sheets, found.headings) == (("Info", "Huvudbok"), HEADINGS)
    assert found.rows == (("A1", "2019-01-31", "2101", "5010", "12,5", "x"),)
