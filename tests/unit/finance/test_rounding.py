"""Rounded parts add up to their rounded total, as near the exact values as can be."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrhus.finance.rounding import Unreachable, rounded_to_total
from styrhus.values.number import round_half_up

AMOUNTS = st.lists(st.decimals(-10_000, 10_000, places=3), max_size=7)


def slowly(values, decimals, wanted):
    """The least possible distance from the exact values, by trying every way up and down."""
    step = Decimal(1).scaleb(-decimals)
    ways = [sorted({v // step * step, v // step * step + step, v // step * step - step}) for v in values]
    near = [[w for w in way if abs(w - v) < step] for way, v in zip(ways, values, strict=True)]
    fits = [way for way in product(*near) if sum(way) == wanted]
    return min(sum(abs(w - v) for w, v in zip(way, values, strict=True)) for way in fits)


@given(AMOUNTS, st.integers(0, 3))
def test_parts_add_up_as_near_the_exact_values_as_can_be(values, decimals):
    shown = rounded_to_total(values, decimals)
    wanted = round_half_up(sum(values, Decimal(0)), decimals)
    step = Decimal(1).scaleb(-decimals)
    assert sum(shown, Decimal(0)) == wanted
    assert all(abs(a - b) < step for a, b in zip(shown, values, strict=True))
    distance = sum(abs(a - b) for a, b in zip(shown, values, strict=True))
    assert distance == slowly(values, decimals, wanted)


def test_of_equal_remainders_the_first_is_rounded_up():
    thirds = [Decimal("33.4"), Decimal("33.3"), Decimal("33.3")]
    assert rounded_to_total(thirds, 0) == (34, 33, 33)
    halves = [Decimal("0.5"), Decimal("0.5"), Decimal("1")]
    assert rounded_to_total(halves, 0) == (1, 0, 1)


def test_a_total_out_of_reach_is_refused():
    with pytest.raises(Unreachable):
        rounded_to_total([Decimal("1.2"), Decimal("2.3")], 0, total=Decimal(6))
    with pytest.raises(Unreachable):
        rounded_to_total([Decimal(1), Decimal(2)], 0, total=Decimal(4))
