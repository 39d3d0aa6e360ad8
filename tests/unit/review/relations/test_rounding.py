"""What rounding can explain, from printed decimals and the number of terms."""

from decimal import Decimal

import pytest

from styrhus.review.relations.relation import Agreement
from styrhus.review.relations.rounding import grain, half_unit
from styrhus.values.finding import Confidence
from tests.unit.review.relations.tables import table


def agreement(*rows: str) -> Agreement:
    """How the last relation of a table turns out."""
    return table(*rows).relations[-1].agreement


def test_half_a_unit_of_the_last_printed_decimal() -> None:
    assert [half_unit(decimals) for decimals in (0, 1, 2)] == [Decimal("0.5"), Decimal("0.05"), Decimal("0.005")]


@pytest.mark.parametrize(
    ("total", "expected"), [("6,0", Agreement.EXACT), ("6,2", Agreement.ROUNDED), ("6,3", Agreement.DIFFERS)]
)
def test_three_terms_with_one_decimal_may_miss_by_four_half_units(total: str, expected: Agreement) -> None:
    assert agreement("mnkr | Budget 2024", "Barn | 1,0", "Unga | 2,0", "Vuxna | 3,0", f"Summa | {total}") is expected


def test_whole_tkr_are_rounded_and_whole_persons_are_counted() -> None:
    rows = ("Barn | 1 201", "Unga | 2 317", "Vuxna | 3 410", "Summa | 6 929")
    assert agreement("Verksamhet, tkr | Budget 2024", *rows) is Agreement.ROUNDED
    assert agreement("Antal personer | 2024", *rows) is Agreement.DIFFERS


def test_the_grain_is_of_all_numbers() -> None:
    assert grain([Decimal(38_000), Decimal(156_000)]) == 1000
    assert grain([Decimal(38_000), Decimal(156_500)]) == 1
    assert grain([Decimal(4_000_000), Decimal(0)]) == 1_000_000
    assert grain([]) == 1


@pytest.mark.parametrize(("total", "confidence"), [("92 000", Confidence.LIKELY), ("96 000", Confidence.CERTAIN)])
def test_whole_thousands_may_be_rounded_to_them_within_the_number_of_terms(total: str, confidence: Confidence) -> None:
    rows = ("Verksamhet, tkr | Budget 2024", "Barn | 38 000", "Unga | 29 000", "Vuxna | 24 000", f"Summa | {total}")
    (fault,) = table(*rows).faults
    assert fault.confidence is confidence


def test_whole_thousands_that_hold_in_other_columns_are_not_rounded() -> None:
    examined = table(
        "Verksamhet, tkr | Bokslut 2021 | Bokslut 2022 | Budget 2023 | Budget 2024",
        "Barn | 37 000 | 36 000 | 38 000 | 38 000",
        "Unga | 28 000 | 27 000 | 29 000 | 29 000",
        "Vuxna | 25 000 | 23 000 | 24 000 | 24 000",
        "Summa | 90 000 | 86 000 | 91 000 | 92 000",
    )
    assert [fault.confidence for fault in examined.faults] == [Confidence.CERTAIN]
