"""Volume, price, mix and other add up exactly to the difference, whatever the figures."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from styrhus.finance.grids.effects import combined, group_effects, row_effects
from styrhus.finance.grids.placement import Pricing
from styrhus.finance.grids.span import Span
from styrhus.finance.grids.volume import made

PERSONS = st.decimals(0, 200, places=2) | st.none()
PRICES = st.decimals(0, 9000, places=2) | st.none()
AMOUNTS = st.decimals(-(10**6), 10**8, places=2) | st.none()


@st.composite
def volumes(draw, pricing):
    span = Span(draw(st.sampled_from([2019, 2020])), 1, draw(st.sampled_from([8, 12])))
    return made(pricing, span, draw(PERSONS), draw(PRICES), stated=draw(AMOUNTS))


@st.composite
def pairs(draw):
    pricing = draw(st.sampled_from(list(Pricing)))
    return draw(volumes(pricing)), draw(volumes(pricing))


@settings(max_examples=150, deadline=None)
@given(pairs())
def test_the_effects_of_a_row_add_up_to_its_difference(pair):
    found = row_effects(*pair)
    if any(volume.amount is None for volume in pair):
        assert found is None
    else:
        assert found.difference == pair[1].amount - pair[0].amount
        assert found.volume + found.price + found.other == found.difference


@settings(max_examples=80, deadline=None)
@given(st.lists(pairs(), max_size=5))
def test_the_effects_of_a_group_are_those_of_its_rows(rows):
    found, parts = group_effects(rows), [row_effects(*pair) for pair in rows]
    known = [part for part in parts if part is not None]
    if not known:
        assert found is None
        return
    assert found.rows == len(known)
    for name in ("difference", "volume", "price", "other"):
        assert getattr(found, name) == sum(getattr(part, name) for part in known)
    assert found.volume + found.price + found.other == found.difference


def day(persons, price, *, stated=None, year=2019):
    return made(Pricing.DAY, Span(year), Decimal(persons), Decimal(price), stated=stated)


def test_two_more_persons_and_a_higher_price():
    found = row_effects(day(10, 1000), day(12, 1100))
    assert (found.volume, found.price, found.other) == (2 * 365 * 1000, 12 * 365 * 100, 0)


def test_a_leap_day_is_volume():
    found = row_effects(day(10, 1000), day(10, 1000, year=2020))
    assert (found.volume, found.price) == (10_000, 0)


def test_what_does_not_follow_from_its_own_volume_is_other():
    found = row_effects(day(10, 1000), day(10, 1000, stated=Decimal(3_600_000)))
    assert (found.difference, found.other) == (-50_000, -50_000)


def test_a_budget_without_a_price_is_split_by_the_price_that_its_amount_implies():
    budget = made(Pricing.DAY, Span(2019), Decimal(10), None, stated=Decimal(3_650_000))
    found = row_effects(budget, day(11, 1100))
    assert (found.volume, found.price, found.other) == (365_000, 11 * 365 * 100, 0)


def test_amounts_without_volume_are_not_split():
    amounts = [made(Pricing.AMOUNT, Span(2019), None, None, stated=Decimal(n)) for n in (100, 130)]
    found = row_effects(*amounts)
    assert (found.difference, found.other, found.split) == (30, 30, False)


def test_mix_is_what_another_mixture_costs_at_old_prices():
    """Two of ten move from a home at 1 000 to an institution at 4 000 a day: nothing but mix."""
    home, institution = (day(8, 1000), day(6, 1000)), (day(2, 4000), day(4, 4000))
    found = group_effects([home, institution])
    assert found.volume == found.mix == 2 * 365 * 3000
    assert combined([found, None]).mix == found.mix


def test_more_of_the_same_mixture_is_no_mix():
    found = group_effects([(day(8, 1000), day(16, 1000)), (day(2, 4000), day(4, 4000))])
    assert (found.volume, found.mix) == (10 * 365 * 1600, 0)
