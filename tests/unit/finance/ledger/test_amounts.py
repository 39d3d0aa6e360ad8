"""Amounts are read exactly, in every way that people and programs write them, and nothing else is."""

from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from styrhus.finance.ledger.amounts import amount
from styrhus.finance.ledger.engine import engine, quoted
from tests.unit.finance.ledger import plain


@pytest.fixture(scope="module")
def connection():
    with engine() as opened:
        yield opened


def read(connection, text, decimal=","):
    return connection.execute(f"SELECT {amount('text', decimal)} FROM (SELECT {quoted(text)} AS text)").fetchone()[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1234,50", "1234.50"), ("1 234,5", "1234.50"), ("1\u00a0234\u00a0567,05", "1234567.05"), ("1.234,50",
        "1234.50"),
        ("1\u2009234", "1234"), ("1\u202f234", "1234"), ("\u221212,00", "-12"), ("12,00-", "-12"), ("(12,00)", "-12"),
        ("( 1 234 )", "-1234"), ("+5", "5"), ("- 5", "-5"), ("0", "0"), ("007", "7"), (" 12 ", "12"), ("1'234,00",
        "1234"),
    ],
)  # fmt: skip
def test_ways_of_writing(connection, text, value):
    assert read(connection, text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    ["", "abc", "1,234", "1.23", "1e3", "NaN", "inf", "12 34", "--5", "(5", "-(5)", "5,", "1,2,3", "0x10", "12kr"],
)
def test_what_is_no_amount(connection, text):
    assert read(connection, text) is None


def test_with_a_decimal_point(connection):
    assert read(connection, "1,234.50", ".") == Decimal("1234.50")
    assert read(connection, "1234.505", ".") is None
    assert read(connection, "1234,50", ".") is None


def test_more_than_fits_is_no_amount(connection):
    assert read(connection, "9" * 17) is None


WRITTEN = st.from_regex(r"[-+(\u2212]?[ ]?[0-9]{1,4}([ .\u00a0][0-9]{3})?(,[0-9]{0,3})?[-)]?", fullmatch=True)


@settings(max_examples=150, deadline=None)
@given(WRITTEN)
@example("1 234,5-")
def test_the_quick_way_and_the_slow_way_agree(connection, text):
    assert read(connection, text) == plain.amount(text)


@settings(max_examples=100, deadline=None)
@given(st.from_regex(r"-?[0-9]{0,4}[,.]?[0-9]{0,3}(e[0-9])?", fullmatch=True))
@example("1.23")
@example("-0,00")
@example("1,230")
@example("1e5,00")
@example(",50")
def test_what_duckdb_would_read_otherwise_is_read_as_written(connection, text):
    assert read(connection, text) == plain.amount(text)
