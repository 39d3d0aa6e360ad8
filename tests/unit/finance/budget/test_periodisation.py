"""A year's amount falls on twelve months that add up to it, and a month that nobody knows is not zero."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrhus.finance.budget.periodisation import NotSpreadable, line_months, periodise, shape_of, spread
from styrhus.finance.budget.version import PeriodisationKey
from styrhus.finance.codes.dimension import CostType
from styrhus.finance.ledger.balance import Balance, LedgerMonth
from styrhus.finance.months import MONTHS
from tests.unit.finance.budget.sources import line

AMOUNTS = st.decimals(min_value=-(10**10), max_value=10**10, places=2)
WEIGHTS = st.lists(st.decimals(min_value=0, max_value=1000, places=3), min_size=12, max_size=12).filter(any)


def key(weights, **more):
    return PeriodisationKey(id="k", name="Nyckel", **dict(zip(MONTHS, weights, strict=True)), **more)


@settings(max_examples=60, deadline=None)
@given(AMOUNTS, WEIGHTS)
def test_months_add_up_to_the_year_to_the_ore_and_lie_within_an_ore_of_their_share(amount, weights):
    months = periodise(amount, key(weights))
    assert sum(months) == amount
    whole = sum(weights)
    assert all(abs(m - amount * w / whole) < Decimal("0.011") for m, w in zip(months, weights, strict=True))
    assert all(month == 0 for month, weight in zip(months, weights, strict=True) if not weight)


@settings(max_examples=40, deadline=None)
@given(AMOUNTS)
def test_twelfths_differ_by_no_more_than_an_ore(amount):
    months = periodise(amount, None)
    assert sum(months) == amount
    assert max(months) - min(months) <= Decimal("0.01")


def test_a_hundred_kronor_in_twelfths():
    assert periodise(Decimal(100), None) == (Decimal("8.34"),) * 4 + (Decimal("8.33"),) * 8


@pytest.mark.parametrize("weights", [[1] * 11 + [None], [0] * 12, [1, -1] + [0] * 10, [2, -1] + [0] * 10])
def test_a_key_that_says_nothing_certain_spreads_nothing(weights):
    with pytest.raises(NotSpreadable):
        periodise(Decimal(100), key(weights))
    found = line_months(line(100, periodisation="k"), {"k": key(weights)})
    assert found == (None,) * 12


def test_given_months_stand_and_the_rest_falls_on_the_others():
    months = line_months(line(1200, m01="600", m02="0"), {})
    assert months == (600, 0) + (Decimal(60),) * 10


def test_twelve_given_months_stand_even_when_they_do_not_add_up():
    given_months = dict.fromkeys(MONTHS, Decimal(10))
    assert sum(line_months(line(999, **given_months), {})) == 120


def balances(year, amounts):
    return tuple(
        Balance(year=year, month=month, unit="barn", cost_type=CostType.STAFF, amount=Decimal(amount))
        for month, amount in enumerate(amounts, 1)
        if amount is not None
    )


def imported(year, months):
    return tuple(LedgerMonth(year=year, month=m, source="fil", rows=1, total=Decimal(0)) for m in months)


def test_last_years_shape_is_the_ledgers_months():
    rows = balances(2018, [100] * 6 + [50] * 5 + [None])
    shape = shape_of(rows, imported(2018, range(1, 13)), 2018, cost_type=CostType.STAFF)
    assert shape == (100,) * 6 + (50,) * 5 + (0,)
    assert sum(spread(Decimal("1000.01"), shape)) == Decimal("1000.01")


def test_a_ledger_without_a_month_or_with_both_signs_has_no_shape():
    assert shape_of(balances(2018, [100] * 11 + [None]), imported(2018, range(1, 12)), 2018) is None
    assert shape_of(balances(2018, [100] * 11 + [-1]), imported(2018, range(1, 13)), 2018) is None
    assert shape_of((), imported(2018, range(1, 13)), 2018) is None
