"""Random sound tables are never called wrong, and a spoilt number is told in its own column."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from styrhus.values.finding import Confidence
from tests.unit.review.random_tables import Table, examined, sound_table, spoilt

SEEDS = st.integers(min_value=0, max_value=2**32)


@settings(max_examples=60, deadline=None)
@given(SEEDS)
def test_a_sound_table_is_never_called_wrong(seed: int) -> None:
    table = sound_table(Random(seed))
    told = [(f.at.row.label, f.at.column.heading, f.relation.expression) for f in examined(table).faults]
    assert told == [], table.text()


@settings(max_examples=60, deadline=None)
@given(SEEDS)
def test_what_is_called_wrong_in_a_spoilt_table_is_in_the_spoilt_column(seed: int) -> None:
    random = Random(seed)
    table, _row, column = spoilt(_without_change(sound_table(random)), random)
    sure = [f for f in examined(table).faults if f.confidence is Confidence.CERTAIN]
    assert {f.at.column.heading for f in sure} <= {column}, table.text()


def test_most_spoilt_numbers_are_told() -> None:
    """With three columns or more nearly all, with fewer most: a lone column has only its words to go by."""
    wide = [_is_told(seed, least=3) for seed in range(150)]
    narrow = [_is_told(seed, least=1) for seed in range(150)]
    assert sum(wide) >= 0.96 * len(wide)
    assert sum(narrow) >= 0.9 * len(narrow)


def _is_told(seed: int, *, least: int) -> bool:
    random = Random(seed)
    table = _without_change(sound_table(random))
    while len(table.columns) < least:
        table = _without_change(sound_table(random))
    wrong, _row, column = spoilt(table, random)
    return any(f.at.column.heading == column for f in examined(wrong).faults)


def _without_change(table: Table) -> Table:
    return replace(table, change=False)
