"""Markdown and CSV."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrhus.paper.readers import read_content
from styrhus.paper.reading import TextKind
from tests.unit.paper.readers.looking import levels, rows, texts


def test_markdown() -> None:
    reading = read_content(
        "---\ntitle: Plan 2024\n---\n# Ekonomi\n\nRamen är\n**120** tkr[^1].\n\nTabell 1: Ram (tkr)\n\n"
        "| Enhet* | 2024 |\n|---|--:|\n"
        "| Barn<br>unga | 12 |\n\n\\*prel\n\n- ett\n  - under\n\n![Karta](a.png)\n\n"
        "[^1]: En not.\n\n<table><tr><td>A<td>1</table>\n".encode(),
        "plan.md",
    )  # fmt: skip
    assert levels(reading) == [(1, "Ekonomi")]
    assert texts(reading, TextKind.PARAGRAPH) == ["Ramen är 120 tkr¹."]
    assert rows(reading) == [["Enhet*", "2024"], ["Barn\nunga", "12"]]
    assert (reading.tables[0].caption, reading.tables[0].notes) == ("Tabell 1: Ram (tkr)", ("*prel",))
    assert [row.place.line for row in reading.tables[0].rows] == [11, 13]
    assert (reading.tables[0].header_rows, reading.build.title) == (1, "Plan 2024")
    assert [(b.level, b.text) for b in reading.texts if b.kind is TextKind.ITEM] == [(0, "ett"), (1, "under")]
    assert [picture.alt for picture in reading.build.pictures] == ["Karta"]
    assert texts(reading, TextKind.NOTE) == ["*prel", "¹ En not."]
    assert rows(reading, 2) == [["A", "1"]]


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_csv_whatever_the_separator(separator: str) -> None:
    lines = [["Enhet", "2023", "Budget 2024"], ["Barn", "1 200,5", "-3"], ["Unga", "", "4"]]
    held = StringIO()
    csv.writer(held, delimiter=separator).writerows(lines)
    reading = read_content(held.getvalue().encode("cp1252"), "ram.csv")
    assert rows(reading)[0] == lines[0]
    assert rows(reading)[2] == lines[2]
    assert rows(reading)[1][1] == "1 200,5"
    assert reading.tables[0].header_rows == 1
    assert reading.tables[0].rows[1].place.line == 2


def test_csv_with_text_above_and_two_tables() -> None:
    reading = read_content(b"sep=;\nRam 2024 (tkr);;\nEnhet;A;B\nBarn;1;2\n;;\n10;20;30\n11;21;31\n", "ram.csv")
    assert reading.tables[0].caption == "Ram 2024 (tkr)"
    assert rows(reading, 1) == [["Enhet", "A", "B"], ["Barn", "1", "2"]]
    assert rows(reading, 2) == [["10", "20", "30"], ["11", "21", "31"]]
    assert [table.header_rows for table in reading.tables] == [1, 0]
    assert [table.rows[0].place.line for table in reading.tables] == [3, 6]


CELLS = st.text("abå 0123456789,;\"'-", max_size=8).map(str.strip)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=2, max_size=6))
def test_every_cell_of_a_csv_is_read(cells: list[list[str]]) -> None:
    table = [["Namn", "Ett", "Två"], *([f"r{i}", f"x{row[1]}", row[2]] for i, row in enumerate(cells))]
    held = StringIO()
    csv.writer(held, delimiter=";").writerows(table)
    assert rows(read_content(held.getvalue().encode(), "a.csv")) == table
