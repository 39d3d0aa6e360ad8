"""Recognised tables become records: amounts, indicators and assignments, with clashes and bad cells told."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from styrhus.finance.table import ColumnKind, RowKind, Sign
from styrhus.paper.readers.text import read
from styrhus.plan.target import TargetKind
from styrhus.review.plan_data.convert import converted
from styrhus.review.plan_data.mapping import SKIP, Into, Source
from styrhus.review.plan_data.merge import merged
from styrhus.review.plan_data.suggest import suggested
from styrhus.review.understanding.tables import grids
from styrhus.values.unit import Unit
from tests.store.plans import rich_plan

BUDGET = """Budget per område (tkr)

Område\tBudget 2022\tBudget 2023\tFörändring
Barn\t1 000\t1 100\t100
Vuxna\t2 000\t2 300\t300
Summa\t3 000\t3 400\t400
"""
INDICATORS = """Indikatorer

Indikator\tUtfall 2022\tMålvärde 2023
Vårddygn\t120\t110
Andel nöjda brukare\t81,5 %\tminst 85 %
Brukarråd finns\tJa\tJa
Utskrivna inom sju dagar\tung. 3 av 4\t90 %
"""
ASSIGNMENTS = """Uppdrag

Uppdrag\tAnsvarig\tKlart senast
Kartlägga behovet av stöd på kvällar\tVuxenenheten\t2023-09-30
Ta fram en plan för lokaler\tStaben\t31 december 2023
"""


def first(text, plan=None):
    dossier = plan or rich_plan()
    reading = read(text.encode(), "plan.txt")
    (grid,) = grids(reading)
    return Source("plan.txt", grid.table), suggested(grid, dossier), dossier


def test_a_budget_becomes_a_table_with_versions_by_column():
    source, mapping, dossier = first(BUDGET)
    assert (mapping.into, mapping.unit, mapping.sign) == (Into.TABLE, Unit.TKR, Sign.COST_POSITIVE)
    data = converted(source, mapping, dossier)
    (table,) = data.tables
    assert (data.clashes, data.problems) == ((), ())
    assert (table.caption, table.id, table.source) == ("Budget per område", "budget-per-omrade", "plan.txt")
    assert [(column.kind, column.year) for column in table.columns] == [
        (ColumnKind.BUDGET, 2022), (ColumnKind.BUDGET, 2023), (ColumnKind.CHANGE, None),
    ]  # fmt: skip
    assert [(row.label, row.kind) for row in table.rows] == [
        ("Barn", RowKind.LINE), ("Vuxna", RowKind.LINE), ("Summa", RowKind.TOTAL),
    ]  # fmt: skip
    assert table.cell("vuxna", "budget-2023").value == Decimal(2300)


def test_subtotals_get_the_lines_that_they_add_up():
    text = "Post (tkr)\tBudget 2023\nLön\t10\nHyra\t20\nSumma drift\t30\nRänta\t5\nSumma\t35\n"
    source, mapping, dossier = first(text)
    kinds = {3: RowKind.SUBTOTAL.value, 5: RowKind.TOTAL.value}
    rows = tuple(replace(row, use=kinds.get(row.index, RowKind.LINE.value)) for row in mapping.rows)
    (table,) = converted(source, replace(mapping, rows=rows), dossier).tables
    assert {row.id: row.parent for row in table.rows} == {
        "lon": "summa-drift", "hyra": "summa-drift", "summa-drift": None, "ranta": None, "summa": None,
    }  # fmt: skip
    assert [row.id for row in table.parts_of(table.row_by_id["summa"])] == ["summa-drift", "ranta"]


def test_a_bad_cell_is_told_with_file_table_row_column_and_value():
    source, mapping, dossier = first(BUDGET.replace("2 300", "2 300 eller 2 400"))
    data = converted(source, mapping, dossier)
    (problem,) = data.problems
    assert (problem.file, problem.row, problem.column, problem.value) == (
        "plan.txt [1]", 5, "Budget 2023", "2 300 eller 2 400",
    )  # fmt: skip
    assert data.tables[0].cell("vuxna", "budget-2023").value is None


def test_a_stored_table_is_a_clash_and_never_replaced_unasked():
    source, mapping, dossier = first(BUDGET)
    stored = converted(source, mapping, dossier).tables[0]
    held = stored.model_copy(update={"caption": "En annan"})
    other = rich_plan(tables=(held,))
    data = converted(source, replace(mapping, key=held.id), other)
    assert [clash.name for clash in data.clashes] == ["En annan"]
    assert merged(other, data, replace=False) == {}
    assert merged(other, data, replace=True)["tables"] == (stored,)
    assert converted(source, replace(mapping, key=held.id), rich_plan(tables=(stored,))).known == 1


def test_indicators_are_known_by_name_and_new_ones_belong_to_the_goal_chosen():
    source, mapping, dossier = first(INDICATORS)
    assert mapping.into is Into.INDICATORS
    data = converted(source, replace(mapping, goal="trygg-uppvaxt"), dossier)
    assert [(i.name, i.unit, i.goal) for i in data.indicators] == [
        ("Andel nöjda brukare", Unit.PERCENT, "trygg-uppvaxt"),
        ("Brukarråd finns", Unit.YES_NO, "trygg-uppvaxt"),
        ("Utskrivna inom sju dagar", Unit.PERCENT, "trygg-uppvaxt"),
    ]
    assert ("dygn", "2022", Decimal(120)) in [(o.indicator, o.period, o.value) for o in data.outcomes]
    assert [(t.indicator, t.kind, t.value) for t in data.targets] == [
        ("dygn", TargetKind.AT_LEAST, Decimal(110)),
        ("andel-nojda-brukare", TargetKind.AT_LEAST, Decimal(85)),
        ("brukarrad-finns", TargetKind.EXACTLY, Decimal(1)),
        ("utskrivna-inom-sju-dagar", TargetKind.AT_LEAST, Decimal(90)),
    ]
    assert [problem.value for problem in data.problems] == ["ung. 3 av 4"]
    assert [clash.name for clash in data.clashes] == ["Vårddygn 2023"]


@pytest.mark.parametrize(
    ("printed", "kind", "value"),
    [
        ("högst 180 dagar", TargetKind.AT_MOST, Decimal(180)),
        ("Ska öka", TargetKind.INCREASE, None),
        ("Mäts", TargetKind.MEASURE, None),
        ("85", TargetKind.AT_LEAST, Decimal(85)),
    ],
)
def test_targets_in_words(printed, kind, value):
    source, mapping, dossier = first(INDICATORS.replace("minst 85 %", printed))
    data = converted(source, replace(mapping, goal="trygg-uppvaxt"), dossier)
    target = next(t for t in data.targets if t.indicator == "andel-nojda-brukare")
    assert (target.kind, target.value) == (kind, value)


def test_without_year_or_goal_it_is_told():
    source, mapping, dossier = first(INDICATORS)
    columns = tuple(replace(column, year=None) for column in mapping.columns)
    assert {p.column for p in converted(source, replace(mapping, columns=columns), dossier).problems} == {
        "Utfall 2022", "Målvärde 2023",
    }  # fmt: skip
    assert len(converted(source, replace(mapping, goal=""), dossier).problems) >= 3


def test_assignments_have_deadline_and_responsible():
    source, mapping, dossier = first(ASSIGNMENTS)
    assert mapping.into is Into.ASSIGNMENTS
    data = converted(source, replace(mapping, origin="Internbudget 2023"), dossier)
    assert [(a.title, a.responsible, a.deadline, a.origin) for a in data.assignments] == [
        ("Kartlägga behovet av stöd på kvällar", ("Vuxenenheten",), date(2023, 9, 30), "Internbudget 2023"),
        ("Ta fram en plan för lokaler", ("Staben",), date(2023, 12, 31), "Internbudget 2023"),
    ]


def test_rows_and_columns_that_are_skipped_are_left_out():
    source, mapping, dossier = first(ASSIGNMENTS)
    rows = (replace(mapping.rows[0], use=SKIP), mapping.rows[1])
    data = converted(source, replace(mapping, rows=rows), dossier)
    assert [a.title for a in data.assignments] == ["Ta fram en plan för lokaler"]
