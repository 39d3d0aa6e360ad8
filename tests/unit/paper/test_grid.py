"""Columns get the room that they need."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrhus.paper.blocks import Align, Cell, Column, Row, RowKind, Table, plain
from styrhus.paper.grid import cells, is_wide, spans, stays_whole, widths
from tests.unit.paper.documents import cost_table, grant_table, wide_table

columns = st.builds(Column, st.text(max_size=30), st.sampled_from(Align), st.integers(1, 5))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    heads = draw(st.lists(columns, min_size=1, max_size=12))
    row = st.lists(st.text(max_size=200), max_size=len(heads)).map(
        lambda texts: Row(tuple(Cell(plain(text)) for text in texts))
    )
    return Table("x", tuple(heads), tuple(draw(st.lists(row, max_size=4))))


@given(tables())
def test_shares_are_positive_and_fill_the_width(table):
    shares = widths(table)
    assert len(shares) == len(table.columns)
    assert all(share > 0 for share in shares)
    assert sum(shares) == pytest.approx(1)


def test_number_columns_of_a_kind_are_alike_and_text_takes_the_rest():
    text, *numbers = widths(grant_table())
    assert len(set(numbers)) == 1
    assert text > numbers[0]


def test_a_column_of_sentences_gets_more_than_one_of_codes():
    row = Row((Cell(plain("1.1")), Cell(plain("Utveckla samverkan kring barn och unga " * 4)), Cell(plain("KF"))))
    code, sentence, decider = widths(Table("x", (Column("Nr"), Column("Uppdrag"), Column("Beslut")), (row,)))
    assert sentence > 3 * code
    assert sentence > 3 * decider


def test_declared_widths_are_kept_among_text_columns():
    first, second = widths(Table("x", (Column("A", width=3), Column("B")), ()))
    assert first == pytest.approx(3 * second)


def test_a_declared_width_never_breaks_a_word_or_a_date():
    row = Row((Cell(plain("2023-12-31")), Cell(plain("Bostadsförsörjning")), Cell(plain("ord " * 100))))
    table = Table("x", (Column("A"), Column("B"), Column("C", width=9)), (row,))
    date, word, _ = (share * 90 for share in widths(table))
    assert date > len("2023-12-31")
    assert word > len("Bostadsförsörjning")


def test_short_rows_are_filled_and_long_rows_refused():
    table = grant_table()
    assert len(cells(Row((Cell(plain("x")),)), table)) == 4
    with pytest.raises(ValueError, match="1 cells too many"):
        cells(Row((Cell(),) * 5), table)


def test_a_group_heading_spans_only_when_it_stands_alone():
    group = next(row for row in cost_table().rows if row.kind is RowKind.HEADING)
    assert spans(group)
    assert not any(spans(row) for row in grant_table().rows)


def test_tables_of_more_than_eight_columns_are_wide():
    assert is_wide(wide_table())
    assert not is_wide(grant_table())


def test_a_table_of_long_texts_may_break_over_pages_though_it_has_few_rows():
    long = Row((Cell(plain("Nr")), Cell(plain("ord " * 300))))
    assert stays_whole(grant_table())
    assert not stays_whole(Table("x", (Column("A"), Column("B")), (long,) * 3))
