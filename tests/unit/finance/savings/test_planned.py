"""The planned effect of a saving: ramp, end, one-off cost, and months that add up to the öre."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from styrhus.finance.savings.planned import planned, planned_months, spread, year_effect
from styrhus.finance.savings.saving import Saving, SavingEffect

KRONOR = st.decimals(min_value=-(10**8), max_value=10**8, places=2)


def saving(**fields: object) -> Saving:
    values = {"id": "a", "name": "Åtgärd", "full_year_effect": Decimal(1_200_000), "start_year": 2023}
    return Saving.model_validate(values | fields)


def test_a_full_year_is_twelve_equal_months():
    assert planned_months(saving(), 2023) == (Decimal(100_000),) * 12
    assert planned_months(saving(), 2022) == (Decimal(0),) * 12


def test_a_start_in_july_gives_half_the_first_year_and_all_the_next():
    effect = year_effect(saving(start_month=7), 2023)
    assert (effect.this_year, effect.next_year, effect.full_year) == (600_000, 1_200_000, 1_200_000)
    assert effect.change == 600_000


def test_the_ramp_climbs_in_equal_steps_to_its_last_month():
    months = planned_months(saving(ramp_months=4), 2023)
    assert months[:6] == (25_000, 50_000, 75_000, 100_000, 100_000, 100_000)


def test_a_ramp_goes_on_over_new_year():
    late = saving(start_month=11, ramp_months=4)
    assert planned_months(late, 2023)[9:] == (0, 25_000, 50_000)
    assert planned_months(late, 2024)[:3] == (75_000, 100_000, 100_000)


def test_what_ends_is_taken_back_the_year_after():
    effect = year_effect(saving(full_year_effect=Decimal(500_000), end_year=2023), 2023)
    assert (effect.this_year, effect.next_year, effect.change) == (500_000, 0, -500_000)
    assert planned(saving(end_year=2023, end_month=3), 2023) == 300_000


def test_an_end_before_the_start_gives_nothing():
    assert planned(saving(end_year=2022), 2023) == 0


def test_the_one_off_cost_belongs_to_its_year_or_to_the_first():
    costly = saving(one_off_cost=Decimal(50_000))
    assert year_effect(costly, 2023).net == 1_150_000
    assert year_effect(costly, 2024).net == 1_200_000
    assert year_effect(saving(one_off_cost=Decimal(50_000), one_off_year=2024), 2023).one_off == 0


def test_a_planned_row_replaces_the_month_that_it_names_and_a_stated_one_does_not():
    rows = (
        SavingEffect(saving="a", year=2023, month=2, planned=True, amount=Decimal(7)),
        SavingEffect(saving="a", year=2023, month=3, amount=Decimal(8)),
        SavingEffect(saving="b", year=2023, month=4, planned=True, amount=Decimal(9)),
    )
    assert planned_months(saving(), 2023, rows)[:4] == (100_000, 7, 100_000, 100_000)


@settings(max_examples=40)
@given(KRONOR, st.integers(1, 12), st.integers(0, 30))
def test_a_year_at_full_ramp_is_the_full_year_effect_to_the_ore(amount, month, ramp):
    assert planned(saving(full_year_effect=amount, start_month=month, ramp_months=ramp), 2027) == amount


@settings(max_examples=40)
@given(KRONOR, st.integers(1, 12))
def test_a_requirement_is_spread_without_a_rest(amount, first):
    months = spread(amount, first)
    assert sum(months) == amount
    assert set(months[: first - 1]) <= {0}
    assert max(months[first - 1 :]) - min(months[first - 1 :]) <= Decimal("0.01")
