"""Reception: stock and flow of the published plans, and grants by instalments."""

from decimal import Decimal

import pytest

from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.flows import grant_incomes, year_flows
from styrhus.finance.grids.reception import CountedAt, GrantInstalment, ReceptionCohort
from tests.web.examples import example


def flow(name, group, year):
    found = year_flows(example(name).reception_cohorts)
    return next(f for f in found if (f.group, f.year) == (group, year))


@pytest.mark.parametrize(
    ("name", "group", "year", "numbers"),
    [
        ("lund-2023", "Vuxna och familjer", 2022, (415, 159, 214, 360)),
        ("lund-2023", "Vuxna och familjer", 2023, (360, 101, 181, 280)),
        ("lund-2023", "Ensamkommande barn", 2023, (19, 6, 8, 17)),
        ("lund-2020", "Ensamkommande barn och unga", 2020, (69, 9, 38, 40)),
    ],
)
def test_who_was_there_came_and_left(name, group, year, numbers):
    held = flow(name, group, year)
    assert (held.opening, held.arrived.value, held.left, held.closing) == numbers


def test_who_left_is_unknown_when_anything_is():
    held = flow("lund-2020", "Nyanlända vuxna och familjer", 2020)
    assert (held.arrived.value, held.left, held.closing) == (254, None, None)
    assert held.received == (("anvisade", 149), ("övriga", 105))


def cohort(period, persons, basis=Basis.BUDGET):
    return ReceptionCohort(group="A", basis=basis, period=period, persons=Decimal(persons))


def instalment(key, months, amount, valid_from=2020):
    return GrantInstalment(
        id=key, group="A", name=key, amount=Decimal(amount), months_after=months, valid_from=valid_from
    )


def test_instalments_fall_in_the_year_of_their_month():
    found = grant_incomes([cohort("2023-11", 10)], [instalment("a", 1, 1000), instalment("b", 2, 500)])
    assert [(i.year, i.amount) for i in found] == [(2023, 10_000), (2024, 5_000)]


def test_a_year_without_months_is_spread_evenly_and_loses_nothing():
    found = grant_incomes([cohort("2023", 12)], [instalment("a", 6, 1000)])
    assert [(i.year, i.amount) for i in found] == [(2023, 6_000), (2024, 6_000)]


def test_the_amount_is_that_of_the_year_of_reception_and_the_outcome_goes_before_the_budget():
    grants = [instalment("a", 0, 1000), instalment("b", 0, 1500, valid_from=2023)]
    counts = [cohort("2022-01", 1), cohort("2023-01", 5), cohort("2023-01", 2, Basis.OUTCOME)]
    assert [i.amount for i in grant_incomes(counts, grants)] == [1000, 3000]


def test_stock_is_no_reception():
    count = ReceptionCohort(group="A", basis=Basis.BUDGET, period="2023", at=CountedAt.CLOSING, persons=Decimal(9))
    assert grant_incomes([count], [instalment("a", 0, 1000)]) == ()
