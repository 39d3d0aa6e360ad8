"""A table with the columns of some years only."""

import pytest

from styrhus.finance.selection import with_years, years_of
from tests.cases.example_folder import loaded


@pytest.fixture(scope="module")
def table():
    return loaded("lund-2023").table_by_id["externa-placeringar"]


def test_the_years_of_tables_are_those_of_their_columns(table):
    assert years_of([table]) == (2021, 2022, 2023)


def test_a_change_stays_only_with_both_columns_that_it_compares(table):
    both = with_years(table, {2022, 2023})
    assert [column.id for column in both.columns] == ["prognos-2022", "budget-2022", "budget-2023", "forandring"]
    alone = with_years(table, {2023})
    assert [column.id for column in alone.columns] == ["budget-2023"]


def test_values_follow_their_columns(table):
    kept = with_years(table, {2023})
    assert kept.cell("totalt", "budget-2023") == table.cell("totalt", "budget-2023")
    assert all(len(row.cells) == 1 for row in kept.rows)


def test_a_table_without_any_of_the_years_is_left_out(table):
    assert with_years(table, {1999}) is None


def test_a_table_that_knows_no_years_is_always_whole():
    volumes = loaded("eskilstuna-2019").table_by_id["befolkning-och-prognoser"]
    assert with_years(volumes, {1999}) == volumes
