"""Positions: FTE × months × salary × (1 + overhead), less the vacancy held, by month to the öre."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from styrhus.finance.budget.staffing import (
    filled,
    fte_sum,
    is_funded_elsewhere,
    staff_cost,
    staff_months,
    vacancy_saving,
    year_fte,
)  # fmt: skip
from tests.unit.finance.budget.sources import position


def test_a_whole_year():
    held = position()
    assert staff_cost(held) == 12 * 35000 * Decimal("1.4") == 588000
    assert staff_months(held) == (Decimal(49000),) * 12
    assert year_fte(held) == 1


def test_a_part_of_the_year_with_a_vacancy_at_its_beginning():
    held = position(first_month=4, last_month=9, vacant_months="1.5", fte="0.8")
    assert filled(held).shares == (0, 0, 0, 0, Decimal("0.5"), 1, 1, 1, 1, 0, 0, 0)
    assert staff_cost(held) == Decimal("0.8") * Decimal("4.5") * 35000 * Decimal("1.4")
    assert vacancy_saving(held) == Decimal("0.8") * Decimal("1.5") * 35000 * Decimal("1.4")
    assert year_fte(held) == Decimal("0.3")
    assert staff_months(held)[3] == 0
    assert staff_months(held)[4] * 2 == staff_months(held)[5]


def test_a_vacancy_of_the_whole_time_costs_nothing():
    held = position(vacant_months=14)
    assert staff_cost(held) == 0
    assert staff_months(held) == (0,) * 12


def test_who_pays():
    assert not is_funded_elsewhere(position())
    assert is_funded_elsewhere(position(funding="Statsbidrag"))
    assert is_funded_elsewhere(position(surplus_project="projekt"))
    assert fte_sum([position(fte="0.5"), position(fte="1.25")]) == Decimal("1.75")


MONTHS_OF_YEAR = st.integers(1, 12)
POSITIONS = st.builds(
    lambda months, **given: position(first_month=months[0], last_month=months[1], **given),
    st.tuples(MONTHS_OF_YEAR, MONTHS_OF_YEAR),
    fte=st.decimals(0, 100, places=2), salary=st.decimals(0, 90000, places=2),
    overhead_rate=st.decimals(0, 60, places=2), vacant_months=st.decimals(0, 13, places=2),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(POSITIONS)
def test_months_add_up_and_a_vacancy_never_costs_more(held):
    assert sum(staff_months(held)) == staff_cost(held)
    assert vacancy_saving(held) >= 0
    assert staff_cost(held) >= 0
