"""Small groups are hidden, and nobody can reckon them from what is left."""

from hypothesis import given
from hypothesis import strategies as st

from styrhus.caseload.suppression import suppressed


def test_cells_of_one_to_four_and_another_to_hide_a_single_one():
    assert suppressed([10, 3, 20]) == (True, True, False)
    assert suppressed([10, 3, 4]) == (False, True, True)
    assert suppressed([10, 1, 2]) == (True, True, True)
    assert suppressed([10, 0, None]) == (False, False, False)
    assert suppressed([3, 0]) == (True, False)


@given(st.lists(st.one_of(st.none(), st.integers(0, 30)), max_size=12))
def test_what_is_hidden_cannot_be_told_from_the_total(column):
    hidden = suppressed(column)
    assert all(flag for cell, flag in zip(column, hidden, strict=True) if cell and cell < 5)
    left = [cell or 0 for cell, flag in zip(column, hidden, strict=True) if flag]
    shown = [cell for cell, flag in zip(column, hidden, strict=True) if cell and not flag]
    assert not left or not shown or (len(left) > 1 and sum(left) >= 5)
