"""What the ledger proposes for the year: a known season, a known deviation, and when it cannot."""

from decimal import Decimal
from random import Random

import pytest

from styrhus.forecast.ledger import Adjustment, Material, Method, TooShort, propose
from styrhus.values.text import Text

SEASON = [0, 0, 30, 0, 0, 60, 90, 0, 0, 0, 0, 120]


def months(count, noise=2, level=1000):
    random = Random(7)
    return tuple(Decimal(1000 * (level + SEASON[n % 12] + random.randint(-noise, noise))) for n in range(count))


def test_a_season_of_earlier_years_is_found():
    found = propose(Material(months(32), 8))
    expected = sum(months(36)[24:])
    assert found.method is Method.SEASONAL
    assert abs(found.amount - expected) < expected / 200
    assert found.low <= expected <= found.high
    assert found.so_far + found.rest == pytest.approx(found.amount, abs=1)


def test_the_same_ledger_gives_the_same_proposal():
    propose.cache_clear()
    first = propose(Material(months(32), 8))
    propose.cache_clear()
    assert propose(Material(months(32), 8)) == first


def test_with_few_months_the_budget_goes_on_with_the_deviation_so_far():
    budget = tuple(Decimal(1000 * (1000 + extra)) for extra in SEASON)
    held = tuple(amount + 10_000 for amount in budget[:8])
    found = propose(Material(held, 8, budget))
    assert found.method is Method.BUDGET_SHAPE
    assert found.amount == found.low == found.high == sum(budget) + 12 * 10_000


def test_noise_widens_the_interval():
    budget = (Decimal(1_000_000),) * 12
    narrow = propose(Material(months(8, noise=1), 8, budget))
    wide = propose(Material(months(8, noise=200), 8, budget))
    assert wide.high - wide.low > narrow.high - narrow.low > 0


def test_known_changes_are_added_and_named():
    change = Adjustment(Text("Saving"), Decimal(-50_000))
    plain, changed = propose(Material(months(32), 8)), propose(Material(months(32), 8, adjustments=(change,)))
    assert changed.amount == plain.amount - 50_000
    assert changed.low == plain.low - 50_000
    assert changed.adjustments == (change,)


def test_fewer_than_three_months_give_no_proposal():
    found = propose(Material(months(26), 2))
    assert isinstance(found, TooShort)
    assert found.reason.render("en").startswith("The ledger has 2 months")


def test_a_complete_year_is_what_it_is():
    found = propose(Material(months(24), 12))
    assert found.amount == found.low == found.high == sum(months(24)[12:])
    assert found.method is Method.COMPLETE


def test_months_that_are_all_alike_need_no_model():
    found = propose(Material((Decimal(100),) * 30, 6))
    assert found.amount == 1200
