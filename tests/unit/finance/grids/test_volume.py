"""Days and months of periods, and months put together to a year."""

from decimal import Decimal

import pytest

from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.placement import CareForm, PlacementFigure, PlacementRow, Pricing, Provider
from styrhus.finance.grids.placement_grid import placement_grid
from styrhus.finance.grids.span import Span, span_of
from styrhus.finance.grids.volume import Plausibility, part_of_year, volume_of


@pytest.mark.parametrize(
    ("period", "days", "months"),
    [("2019", 365, 12), ("2020", 366, 12), ("2020-02", 29, 1), ("2019-02", 28, 1), ("2020-T1", 121, 4),
     ("2019-Q4", 92, 3), ("2100", 365, 12)],
)  # fmt: skip
def test_a_period_has_the_days_of_the_calendar(period, days, months):
    assert (span_of(period).days, span_of(period).months) == (days, months)


def figure(period, persons=None, price=None, amount=None, basis=Basis.OUTCOME):
    values = {"persons": persons, "price": price, "amount": amount}
    known = {name: None if value is None else Decimal(value) for name, value in values.items()}
    return PlacementFigure(row="hvb", basis=basis, period=period, **known)


def row(pricing=Pricing.DAY):
    return PlacementRow(id="hvb", name="HVB", target_group="Barn", form=CareForm.INSTITUTION,
                        provider=Provider.EXTERNAL, pricing=pricing)  # fmt: skip


def only(figures, pricing=Pricing.DAY):
    grid = placement_grid([row(pricing)], figures)
    return grid.columns[-1], grid.value(grid.rows[0], grid.columns[-1])


def test_a_leap_year_costs_a_day_more():
    amounts = [volume_of(figure(year, 10, 3000), Pricing.DAY).computed for year in ("2019", "2020")]
    assert amounts == [10 * 3000 * 365, 10 * 3000 * 366]


def test_a_price_per_month_does_not_know_of_days():
    assert volume_of(figure("2020", 10, 24000), Pricing.MONTH).computed == 10 * 24000 * 12


def test_an_amount_only_has_no_volume_to_follow_from():
    held = volume_of(figure("2020", amount=5000), Pricing.AMOUNT)
    assert (held.computed, held.amount, held.plausibility) == (None, 5000, Plausibility.NO_VOLUME)


def test_months_weigh_by_their_days():
    column, held = only([figure("2020-01", 10, 3000), figure("2020-02", 20, 4000)])
    assert column.id == "outcome-2020-02"
    assert held.persons == Decimal(10 * 31 + 20 * 29) / 60
    assert held.computed == 10 * 3000 * 31 + 20 * 4000 * 29
    assert held.price == held.computed / (10 * 31 + 20 * 29)


def test_a_month_that_nobody_has_reported_is_missing_and_not_zero():
    column, held = only([figure("2019-01", 10, 3000), figure("2019-03", 10, 3000)])
    assert (column.last, held.missing, held.days) == (3, 1, 62)
    assert held.persons == 10


def test_a_years_own_figure_goes_before_its_months():
    column, held = only([figure("2019", 10, 3000), figure("2019-01", 99, 3000)])
    assert (column.id, held.persons) == ("outcome-2019", 10)


def test_booked_amounts_are_added_and_computed_ones_stand_in_for_months_without():
    _column, held = only([figure("2019-01", 1, 1000, 30000), figure("2019-02", 1, 1000)])
    assert held.amount == 30000 + 28000


def test_a_budget_is_cut_to_the_months_of_the_outcome():
    budget = figure("2020", 10, 3000, basis=Basis.BUDGET)
    grid = placement_grid([row()], [budget, figure("2020-01", 12, 3000), figure("2020-02", 12, 3000)])
    found = grid.effects(grid.rows[0], *grid.columns)
    assert (found.volume, found.price) == (2 * 3000 * 60, 0)


def test_a_stated_year_is_cut_by_days():
    held = volume_of(figure("2020", 10, None, 36600), Pricing.DAY)
    assert part_of_year(held, 2020, 2).stated == 6000
    assert Span(2020, 1, 2).days == 60
