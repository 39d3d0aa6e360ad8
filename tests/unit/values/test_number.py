"""Numbers in and out: exact, Swedish, and never guessed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrhus.values.number import (
    NumberError,
    format_number,
    parse_decimal,
    parse_typed,
    round_half_up,
    write_decimal,
)

NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=2)


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        ("1234567.5", None, "1 234 567,5"),
        ("712524", None, "712 524"),
        ("297.0", None, "297,0"),
        ("-3.0", None, "−3,0"),
        ("3.45", 1, "3,5"),
        ("-3.45", 1, "−3,5"),
        ("0.25", 1, "0,3"),
        ("-0.04", 1, "0,0"),
        ("999.96", 1, "1 000,0"),
    ],
)
def test_swedish_numbers(value, decimals, shown):
    assert format_number(Decimal(value), decimals) == shown.replace(" ", "\u00a0")


def test_signed_numbers_show_a_plus_but_zero_does_not():
    assert [format_number(Decimal(v), signed=True) for v in (5, 0, -5)] == ["+5", "0", "−5"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [("712.5", "point"), ("712 524", "grouped"), ("712\u00a0524,5", "grouped"), ("drygt 5", "text"), ("", "text"),
     ("1,2,3", "text"), ("1e5", "text"), ("NaN", "text"), ("٣", "text"), ("1_000", "text")],
)  # fmt: skip
def test_what_is_no_number_says_why(text, reason):
    with pytest.raises(NumberError) as told:
        parse_decimal(text)
    assert told.value.reason == reason


def test_typed_numbers_may_have_group_spaces_but_no_point():
    assert parse_typed("712 524,5") == parse_typed("712\u00a0524,5") == Decimal("712524.5")
    assert parse_typed("−3,0") == Decimal("-3.0")
    with pytest.raises(NumberError):
        parse_typed("712.524")


@given(NUMBERS)
def test_written_numbers_read_back_with_their_decimals(value):
    again = parse_decimal(write_decimal(value))
    assert (again, again.as_tuple().exponent) == (value, value.as_tuple().exponent)


@given(NUMBERS)
def test_shown_numbers_read_back(value):
    assert parse_typed(format_number(value)) == value


@given(NUMBERS, st.integers(0, 3))
def test_rounding_moves_at_most_half_a_step_and_is_symmetric(value, decimals):
    rounded = round_half_up(value, decimals)
    assert abs(rounded - value) <= Decimal(1).scaleb(-decimals) / 2
    assert round_half_up(-value, decimals) == -rounded
