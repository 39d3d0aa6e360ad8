"""Payroll overhead and internal interest by year, each with a source; an unknown year is not guessed."""

from decimal import Decimal

from styrhus.finance.budget.national_rates import internal_interest, overhead_rate


def test_rates_of_known_years():
    assert overhead_rate(2019).percent == Decimal("39.15")
    assert overhead_rate(2023).percent == Decimal("31.42") + Decimal("0.13") + Decimal("12.98")
    assert internal_interest(2019).percent == Decimal("1.5")
    assert "SKR" in internal_interest(2023).source


def test_an_unknown_year_has_none():
    assert overhead_rate(1999) is None
    assert internal_interest(1999) is None
