"""Workbooks as written, read back by the reader of reviews: values, formulas, formats and names."""

import io
import re
import zipfile
from decimal import Decimal

import pytest

from styrhus.paper.readers.xlsx import sheets
from styrhus.paper.writers.xlsx.sheet import Difference, Number, Properties, Sheet, SheetColumn, SheetRow, Sum, Weight
from styrhus.paper.writers.xlsx.workbook import number_format, sheet_names, workbook

D = Decimal
WORDS = Properties("Plan 2023", "Socialnämnden", "sv", "Enhet", "Tabell", "Källa:", "Nyckel")
SHEET = Sheet(
    id="stod",
    title="Försörjningsstöd",
    unit="tkr",
    row_heading="Post",
    columns=(SheetColumn("b1", "Budget 2022"), SheetColumn("b2", "Budget 2023"), SheetColumn("f", "Förändring")),
    rows=(
        SheetRow("ut", "Utbetalningar", (Number(D("120940.5"), 1), Number(D("120449.0"), 1),
                                         Number(D("-491.5"), 1, Difference(1, 0))), indent=1),
        SheetRow("in", "Intäkter", (Number(D("3449.0"), 1), "-", None), indent=1),
        SheetRow("netto", "Netto", (Number(D("117491.5"), 1, Sum((0,), (1,))),
                                    Number(D("120449.0"), 1, Sum((0,), (1,))),
                                    Number(D("2957.5"), 1, Difference(1, 0))), Weight.TOTAL),
    ),
    notes=("Not till tabell.",),
    source="Budget",
)  # fmt: skip


def parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_what_is_written_is_read_back() -> None:
    (read,) = sheets(workbook([SHEET], WORDS), "x.xlsx")
    shown = {held.address: held.text for held in read.cells.values()}
    assert shown["A1"] == "Försörjningsstöd"
    assert (shown["A2"], shown["B2"], shown["B3"]) == ("Enhet", "tkr", "stod")
    assert [shown[f"{column}5"] for column in "ABCDE"] == ["Post", "Budget 2022", "Budget 2023", "Förändring", "Nyckel"]
    assert shown["A4"] == "Källa: Budget"
    assert shown["D6"].replace("\u00a0", " ") == "−491,5"
    assert shown["B6"].replace("\u00a0", " ") == "120 940,5"
    assert (shown["C7"], shown["E8"], shown["A10"]) == ("-", "netto", "Not till tabell.")
    assert "D7" not in shown


def test_sums_and_changes_are_formulas_with_their_values() -> None:
    (read,) = sheets(workbook([SHEET], WORDS), "x.xlsx")
    formulas = {held.address: (held.formula, held.exact) for held in read.cells.values() if held.formula}
    assert formulas == {
        "D6": ("C6-B6", D("-491.5")),
        "B8": ("SUM(B6)-SUM(B7)", D("117491.5")),
        "C8": ("SUM(C6)-SUM(C7)", D("120449")),
        "D8": ("C8-B8", D("2957.5")),
    }


def test_nothing_is_hidden_and_the_headings_stay_in_sight() -> None:
    content = workbook([SHEET], WORDS)
    (read,) = sheets(content, "x.xlsx")
    assert not read.hidden_rows
    assert not read.hidden_columns
    xml = parts(content)
    assert 'ySplit="5"' in xml["xl/worksheets/sheet1.xml"]
    assert 'xSplit="1"' in xml["xl/worksheets/sheet1.xml"]
    names = dict(re.findall(r'<definedName name="(\w+)"[^>]*>([^<]*)<', xml["xl/workbook.xml"]))
    assert names["Enhet"] == "'Försörjningsstöd'!$B$2"
    assert names["Title"] == "'Försörjningsstöd'!$A$5"
    assert "<dc:title>Plan 2023</dc:title>" in xml["docProps/core.xml"]
    assert "<vt:lpwstr>sv</vt:lpwstr>" in xml["docProps/custom.xml"]


def test_a_difference_with_a_dash_counts_it_as_nothing() -> None:
    row = SheetRow("ny", "Ny", ("-", Number(D(5)), Number(D(5), formula=Difference(1, 0))))
    dashed = Sheet("t", "T", "tkr", "", SHEET.columns, (row,))
    (read,) = sheets(workbook([dashed], WORDS), "x.xlsx")
    assert read.cells[6, 4].formula == "C6-N(B6)"


def test_formats_are_swedish_where_the_spreadsheet_is() -> None:
    assert number_format(1) == '#,##0.0;"−"#,##0.0'
    assert number_format(0, "\u00a0%") == '#,##0"\u00a0%";"−"#,##0"\u00a0%"'


def test_sheets_have_names_of_their_own() -> None:
    titles = (
        "Intäkter/kostnader: [utfall]",
        "Kommunbidrag per verksamhetsområde",
        "kommunbidrag per verksamhetsområde",
        "***",
    )
    found = sheet_names([Sheet(f"t{n}", title, "tkr", "", (), ()) for n, title in enumerate(titles)])
    assert found == (
        "Intäkter kostnader   utfall",
        "Kommunbidrag per verksamhetsomr",
        "kommunbidrag per verksamhetso 2",
        "t3",
    )


def test_text_that_looks_like_a_formula_stays_text() -> None:
    row = SheetRow("a", "=1+1", ("=cmd()",))
    (read,) = sheets(workbook([Sheet("t", "T", "tkr", "", (SheetColumn("x", "X", True),), (row,))], WORDS), "x.xlsx")
    assert (read.cells[6, 1].text, read.cells[6, 1].formula) == ("=1+1", "")
    assert (read.cells[6, 2].text, read.cells[6, 2].formula) == ("=cmd()", "")


def test_a_workbook_needs_a_sheet() -> None:
    with pytest.raises(ValueError, match="sheet"):
        workbook([], WORDS)
