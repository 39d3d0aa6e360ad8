"""A plan written in every format and read again has the same tables, headings and notes."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrhus.paper.readers import read, read_content
from styrhus.paper.reading import Reading, TextKind
from styrhus.paper.writers import WRITERS
from tests.readings import document, grids
from tests.unit.paper.readers.looking import levels, texts

PLANS = Path(__file__).resolve().parents[5] / "shared" / "plans"
NAMES = ("eskilstuna-2019", "helsingborg-2015", "lund-2020", "lund-2023", "orebro-2019")
FORMATS = ("docx", "html")
SMALL = (
    "1 Ekonomi\n\nRamen fördelas så här.\n\nTabell 1: Ram (tkr)\n\nEnhet\t2023\t2024\nBarn*\t1 200\t-\n\tvarav\t12,5\n"
    "Summa\t1 200\t12,5\n\n*prel\n\n1.1 Mål\n\n- ett\n- två\n\nMått\tUtfall\nNöjda\t36,8% (ca 40%)\n"
)


def written(reading: Reading, suffix: str) -> Reading:
    return read_content(WRITERS[suffix](document(reading)), f"plan.{suffix}")


def own(text: str) -> str:
    """A caption without the number that the writer gives it."""
    return text.partition("Tabell: ")[2] or text.partition(": ")[2] or text


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_small_plan_comes_back(suffix: str) -> None:
    first = read_content(SMALL.encode(), "plan.txt")
    again = written(first, suffix)
    assert grids(again) == grids(first)
    assert levels(again) == levels(first)
    assert texts(again, TextKind.ITEM) == texts(first, TextKind.ITEM)
    assert [table.notes for table in again.tables] == [table.notes for table in first.tables]
    assert [table.headings for table in again.tables] == [table.headings for table in first.tables]
    assert own(again.tables[0].caption) == own(first.tables[0].caption)
    assert again.tables[0].before == first.tables[0].before
    assert again.build.tables_without_header == ()


@pytest.mark.skipif(not PLANS.is_dir(), reason="the published plans are not beside the repository")
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("suffix", FORMATS)
def test_the_published_plans_come_back(name: str, suffix: str) -> None:
    first = read(PLANS / f"{name}.txt")
    again = written(first, suffix)
    assert grids(again) == grids(first)
    assert levels(again) == levels(first)
    assert [table.notes for table in again.tables] == [table.notes for table in first.tables]


CELLS = st.text("abåö 0123456789,-–%()*", max_size=8).map(str.strip)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=2, max_size=5), st.sampled_from(FORMATS))
def test_every_cell_comes_back(cells: list[list[str]], suffix: str) -> None:
    lines = ["Enhet\t2023\t2024", *("\t".join([f"r{n}", *row[1:]]) for n, row in enumerate(cells))]
    first = read_content(("Rubrik\n\n" + "\n".join(lines)).encode(), "plan.txt")
    assert grids(written(first, suffix)) == grids(first)
