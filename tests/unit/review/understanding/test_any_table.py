"""No table is too odd to be understood, and a large one takes its time in proportion."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrhus.paper.reading import ReadCell, ReadRow, ReadTable
from styrhus.review.understanding.grid import ColumnRole
from styrhus.review.understanding.tables import grid
from styrhus.values.place import Place
from tests.unit.review.understanding.made import understood

CELLS = st.sampled_from(
    ["", "-", "..", "2 019", "2023", "1 234", "12,5", "-3", "400-", "45 %", "K: 1 M: 2", "Budget 2023", "Utfall", "Mål",
     "tkr", "Summa", "varav", "Förändring", "%", "Ja", "jan-aug", "Antal", "218 033 174 917", "1.234", "x" * 50]
)  # fmt: skip


@given(st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=8))
def test_any_table_becomes_a_grid(cells: list[list[str]]) -> None:
    held = understood("\n".join("|".join(row) for row in [*cells, ["z"]]))
    assert len(held.columns) == held.table.width
    assert sum(column.role is ColumnRole.LABEL for column in held.columns) == 1
    for row in held.rows:
        assert len(row.cells) == held.table.width
        for column in held.columns:
            held.unit_at(row, column)
            held.unit_written(row, column)
            assert held.place(row, column).row_number == row.index + 1


def test_a_large_table_is_understood_in_time() -> None:
    rows = "\n".join(f"Enhet {n}|{n} 123|{n + 1} 456|-{n},5" for n in range(1, 5000))
    started = time.process_time()
    held = understood(f"Enhet (tkr)|Budget 2023|Utfall 2023|Avvikelse\n{rows}")
    assert len(held.rows) == 4999
    assert time.process_time() - started < 5


@pytest.mark.parametrize("part", ["a", "budget ", "(", "tkr ", "1 ", "-", "a-\n", "varav ", "kostnad per ", "2023/"])
def test_hostile_words_take_linear_time(part: str) -> None:
    long = part * 50_000
    row = ReadRow((ReadCell(long), ReadCell(long), ReadCell("1")), Place())
    plain = ReadRow((ReadCell("x"), ReadCell("1"), ReadCell("2")), Place())
    started = time.process_time()
    grid(ReadTable(1, (row, plain, row), Place(), caption=long, headings=(long,), before=long, notes=(long,)))
    assert time.process_time() - started < 3
