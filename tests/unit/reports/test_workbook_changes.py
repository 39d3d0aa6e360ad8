"""A workbook that comes back: what was changed in it, what follows, and faults by sheet and cell."""

import io
from collections.abc import Callable
from decimal import Decimal
from functools import cache

import pytest

from styrhus.paper.writers.xlsx.sheet import Number, Sheet
from styrhus.paper.writers.xlsx.workbook import workbook
from styrhus.reports.workbook.changes import Changes, changes_in
from styrhus.reports.workbook.sheets import sheet_of, table_workbook
from styrhus.values.problem import ProblemsError
from tests.cases.example_folder import loaded
from tests.unit.paper.test_xlsx_writer import WORDS

D = Decimal
TABLES = loaded("lund-2023").tables
BY_ID = {table.id: table for table in TABLES}


@cache
def sheet(table: str) -> Sheet:
    return sheet_of(BY_ID[table], lambda text: text.render("sv"))


def with_cell(held: Sheet, row: str, column: str, content: Number | str | None) -> Sheet:
    """A sheet with one cell written over."""
    place = [c.id for c in held.columns].index(column)
    rows = tuple(
        r
        if r.id != row
        else type(r)(r.id, r.label, (*r.cells[:place], content, *r.cells[place + 1 :]), r.weight, r.indent)
        for r in held.rows
    )
    return with_rows(held, rows)


def with_rows(held: Sheet, rows: tuple[object, ...], **changed: str) -> Sheet:
    fields = {name: getattr(held, name) for name in Sheet.__dataclass_fields__}
    return Sheet(**(fields | {"rows": rows} | changed))  # type: ignore[arg-type]


def back(*sheets: Sheet) -> Changes:
    return changes_in(TABLES, workbook(sheets, WORDS), "plan.xlsx")


def faults(*sheets: Sheet) -> list[tuple[str, str]]:
    with pytest.raises(ProblemsError) as caught:
        back(*sheets)
    return [(problem.file, problem.value) for problem in caught.value.problems]


@pytest.mark.parametrize("name", ["orebro-2019", "lund-2020", "lund-2023", "helsingborg-2015"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_workbook_that_nobody_changed_changes_nothing(name: str, language: str) -> None:
    tables = loaded(name).tables
    found = changes_in(tables, table_workbook(tables, title="T", author="A", language=language), "t.xlsx")
    assert found.cells == ()
    assert found.warnings == ()
    assert found.tables == tables


def test_sums_and_changes_follow_a_cell_that_was_changed() -> None:
    found = back(with_cell(sheet("arbetsmarknad"), "feriepraktik", "budget-2023", Number(D(5000))))
    assert {(c.row, c.column): (c.after.value, c.follows) for c in found.cells} == {
        ("feriepraktik", "budget-2023"): (5000, False),
        ("feriepraktik", "forandring"): (493, True),
        ("totalt", "budget-2023"): (40503, True),
        ("totalt", "forandring"): (8386, True),
    }
    first = found.cells[0]
    assert (first.sheet, first.address, first.row_label, first.column_label) == (
        "Arbetsmarknad", "E7", "Feriepraktik, löner", "Budget 2023"
    )  # fmt: skip
    assert next(t for t in found.tables if t.id == "arbetsmarknad").cell("totalt", "budget-2023").value == 40503


def test_what_is_subtracted_stays_so() -> None:
    found = back(with_cell(sheet("forsorjningsstod"), "intakter", "budget-2023", Number(D(4449))))
    after = {(c.row, c.column): c.after.value for c in found.cells}
    assert after["netto", "budget-2023"] == 116000


def test_a_number_written_over_a_formula_counts() -> None:
    found = back(with_cell(sheet("arbetsmarknad"), "totalt", "budget-2023", Number(D(41000))))
    assert {(c.row, c.column): c.after.value for c in found.cells} == {
        ("totalt", "budget-2023"): 41000,
        ("totalt", "forandring"): 8883,
    }


def test_decimals_as_printed_stay() -> None:
    tables = loaded("orebro-2019").tables
    held = sheet_of(next(t for t in tables if t.id == "effektiviseringar"), lambda text: text.render("sv"))
    content = workbook([with_cell(held, "hvb-lss", "effekt-2019", Number(D("0.5"), 1))], WORDS)
    found = changes_in(tables, content, "t.xlsx")
    total = next(c for c in found.cells if c.row == "summa")
    assert str(total.after.value) == "4.2"


def test_rows_may_be_sorted_and_numbers_written_as_text() -> None:
    held = sheet("arligt-mottagande")
    turned = with_rows(held, held.rows[::-1])
    assert back(turned).cells == ()
    written = with_cell(held, "ar-2023", "anvisade", "1 058,5")
    assert [c.after.value for c in back(written).cells] == [D("1058.5")]


def changed_unit(held: Sheet) -> Sheet:
    return with_rows(held, held.rows, unit="mnkr")


def lost_row(held: Sheet) -> Sheet:
    return with_rows(held, (held.rows[0], *held.rows[2:]))


def strange_row(held: Sheet) -> Sheet:
    extra = type(held.rows[0])("ny-rad", "Ny rad", held.rows[0].cells)
    return with_rows(held, (*held.rows, extra))


def text_for_number(held: Sheet) -> Sheet:
    return with_cell(held, "feriepraktik", "budget-2023", "ungefär 5000")


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (changed_unit, [("plan.xlsx, Arbetsmarknad!B2", "mnkr")]),
        (lost_row, [("plan.xlsx, Arbetsmarknad!G6", "feriepraktik")]),
        (strange_row, [("plan.xlsx, Arbetsmarknad!G10", "ny-rad")]),
        (text_for_number, [("plan.xlsx, Arbetsmarknad!E7", "ungefär 5000")]),
    ],
)
def test_faults_are_named_by_sheet_and_cell(broken: Callable[[Sheet], Sheet], told: list[tuple[str, str]]) -> None:
    assert faults(broken(sheet("arbetsmarknad"))) == told


def test_sheets_of_ones_own_are_passed_over_but_not_when_there_is_nothing_else() -> None:
    own = Sheet("egna", "Egna anteckningar", "kr", "", (), ())
    found = back(sheet("arbetsmarknad"), own)
    assert [problem.file for problem in found.warnings] == ["plan.xlsx"]
    assert faults(own) == [("plan.xlsx", "")]


def test_a_file_that_is_no_workbook_is_refused() -> None:
    with pytest.raises(ProblemsError):
        changes_in(TABLES, io.BytesIO(b"inte en arbetsbok").getvalue(), "x.xlsx")
