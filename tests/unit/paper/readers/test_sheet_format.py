"""What a cell shows under its number format, and the exact value behind it."""

from decimal import Decimal

import pytest

from styrhus.paper.readers.sheet_format import shown_number

ACCOUNTING = '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-'


@pytest.mark.parametrize(
    ("value", "code", "text", "exact"),
    [
        ("12.3456", "0.0", "12,3", "12.3456"),
        ("1234567.891", "#,##0", "1 234 568", "1234567.891"),
        ("1234567.891", "#,##0,", "1 235", "1234.567891"),
        ("1234567", "#,##0.0,,", "1,2", "1.234567"),
        ("0.125", "0.0%", "12,5 %", "12.5"),
        ("-1234.5", "#,##0.00;(#,##0.00)", "(1 234,50)", "-1234.5"),
        ("-5", "#,##0;[Red]#,##0", "−5", "-5"),
        ("-0.2", "0", "0", "-0.2"),
        ("0", ACCOUNTING, "0", "0"),
        ("-1500", ACCOUNTING, "−1 500", "-1500"),
        ("1234", "#\\ ##0", "1 234", "1234"),
        ("1234.5", '#,##0.0 "kr"', "1 234,5 kr", "1234.5"),
        ("1234.5", "#,##0.0 [$kr-41D]", "1 234,5 kr", "1234.5"),
        ("0.30000000000000004", "General", "0,3", "0.3"),
        ("1234.567890123", "General", "1234,56789", "1234.567890123"),
        ("2023", "General", "2023", "2023"),
        ("45000", "yyyy-mm-dd", "2023-03-15", None),
        ("45000", "mmm-yy", "2023-03", None),
        ("44927", "yyyy", "2023", None),
        ("45000.5", "yyyy\\-mm\\-dd\\ hh:mm;@", "2023-03-15 12:00", None),
        ("0.5", "h:mm", "12:00", None),
    ],
)
def test_a_number_is_shown_as_its_format_says(value, code, text, exact):
    shown = shown_number(Decimal(value), code)
    assert shown.text.replace("\u00a0", " ") == text
    assert shown.exact == (None if exact is None else Decimal(exact))


def test_numbers_beyond_all_reason_are_shown_with_a_power_of_ten():
    assert shown_number(Decimal("1E+300"), "#,##0").text == "1.0000E+300"
    assert shown_number(Decimal("1E-300"), "0.00").text == "0,00"
    assert shown_number(Decimal("1E+20"), "yyyy-mm-dd").text == "1E+20"


def test_the_days_of_some_workbooks_are_counted_from_1904():
    assert shown_number(Decimal(0), "yyyy-mm-dd", from_1904=True).text == "1904-01-01"
