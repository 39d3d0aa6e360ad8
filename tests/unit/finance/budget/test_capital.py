"""Capital cost: straight-line depreciation from the month in use, interest on the opening book value."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from styrhus.finance.budget.capital import capital_year, schedule
from styrhus.finance.budget.investment import Investment


def investment(**more):
    held = {
        "id": "i", "name": "Inventarier", "amount": "1200000", "frame_year": 2019, "year": 2019, "month": 7,
        "lifetime": 5, "interest_rate": "1.5",
    }  # fmt: skip
    return Investment.model_validate(held | more)


def test_half_of_the_first_year_and_then_whole_ones():
    first, second = capital_year(investment(), 2019), capital_year(investment(), 2020)
    assert (first.opening, first.depreciation, first.interest) == (1200000, 120000, 9000)
    assert [month.month for month in first.months] == [7, 8, 9, 10, 11, 12]
    assert (second.opening, second.depreciation, second.interest) == (1080000, 240000, 16200)
    assert first.closing == second.opening


def test_no_cost_before_after_or_without_a_lifetime():
    assert capital_year(investment(), 2018) is None
    assert capital_year(investment(), 2025) is None
    assert capital_year(investment(lifetime=0), 2019) is None
    assert list(schedule(investment(lifetime=-3))) == []


@settings(max_examples=40, deadline=None)
@given(st.decimals(0, 10**8, places=2), st.integers(1, 40), st.integers(1, 12), st.decimals(0, 10, places=2))
def test_all_of_the_amount_is_depreciated_in_its_lifetime(amount, lifetime, month, rate):
    years = list(schedule(investment(amount=amount, lifetime=lifetime, month=month, interest_rate=rate)))
    assert sum(year.depreciation for year in years) == amount
    assert sum(len(year.months) for year in years) == lifetime * 12
    assert all(before.closing == after.opening for before, after in pairwise(years))
    assert years[-1].closing == 0
