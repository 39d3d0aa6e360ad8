"""Own units that are full at times, against the event simulation."""

from random import Random

import numpy as np
import pytest

from styrhus.forecast import Capacity, Lever, LeverKind, OverflowRule, Stream
from styrhus.forecast.placements.outcome import outcome
from styrhus.values.problem import ProblemsError
from tests.reference import placements as reference
from tests.unit.forecast.worlds import plain, world

OWN, OUTSIDE = Stream("Barn", "hvb", "own"), Stream("Barn", "hvb", "external")
RUNS = 400


def unit(come=3.0, there=10, draws=1024):
    hazard = [[0.02, 0.015, 0.01, 0.008, 0.007, 0.006, 0.005, 0.005]] * 2
    residents = [(0, 40 * number, 0) for number in range(there)] + [(1, 100, 0)] * 4
    return world(
        hazard=hazard, arrivals=[come, 1.0], residents=residents, months=9, price=[3000, 5000], draws=draws,
        streams=(OWN, OUTSIDE),
    )  # fmt: skip


@pytest.mark.parametrize("rule", OverflowRule)
def test_a_full_unit_agrees_with_the_event_simulation(rule):
    found, places = unit(), 12
    random, simple = Random(7), plain(found)
    beds = reference.Beds(0, 1, places, rule is OverflowRule.RETURNS)
    runs = np.array(
        [reference.care_days(simple, reference.with_beds(reference.stays(simple, random), beds)) for _ in range(RUNS)]
    )
    total, (own, outside), _ = outcome(found, (), (Capacity(OWN, places, OUTSIDE, rule),))
    all_days = runs.sum(axis=(1, 2)).mean()
    for told, seen in ((own, runs[:, 0]), (outside, runs[:, 1])):
        whole = seen.sum(axis=1)
        allowed = 0.01 * all_days + 3.5 * whole.std() / RUNS**0.5
        assert abs(told.whole.care_days.mean - whole.mean()) < allowed
        wide = np.percentile(whole, 90) - np.percentile(whole, 10)
        assert told.whole.care_days.p90 - told.whole.care_days.p10 == pytest.approx(wide, rel=0.2)
    cost = (runs * np.array([3000, 5000])[:, None]).sum(axis=(1, 2))
    assert total.whole.cost.mean == pytest.approx(cost.mean(), rel=0.03)
    assert total.whole.cost.p90 == pytest.approx(np.percentile(cost, 90), rel=0.05)


@pytest.mark.parametrize("rule", OverflowRule)
def test_nobody_is_lost_and_a_full_house_is_sure(rule):
    found = unit(come=8.0)
    free = outcome(found)
    full = outcome(found, (), (Capacity(OWN, 10, OUTSIDE, rule),))
    assert full[0].whole.care_days.mean == pytest.approx(free[0].whole.care_days.mean, rel=2e-3)
    both = sum(stream.whole.care_days.mean for stream in full[1])
    assert both == pytest.approx(free[0].whole.care_days.mean, rel=2e-3)
    assert full[1][0].months[-1].persons.p95 <= 10.01
    width, free_width = (one[1][0].months[-1].persons.p90 - one[1][0].months[-1].persons.p10 for one in (full, free))
    assert width < free_width / 4


def test_beds_that_are_never_short_change_nothing():
    found = unit()
    assert outcome(found, (), (Capacity(OWN, 200, OUTSIDE),)) == outcome(found)


def test_more_places_take_home_those_who_were_placed_outside():
    found, bounds = unit(come=6.0), (Capacity(OWN, 10, OUTSIDE, OverflowRule.RETURNS),)
    few, more = (outcome(found, levers, bounds) for levers in ((), (Lever(LeverKind.CAPACITY, 4, OWN, start=2),)))
    assert more[1][0].months[0] == few[1][0].months[0]
    assert more[1][0].months[-1].persons.mean > few[1][0].months[-1].persons.mean + 3.5
    assert more[0].whole.cost.mean < few[0].whole.cost.mean


@pytest.mark.parametrize("rule", OverflowRule)
def test_persons_taken_home_need_beds_too(rule):
    found = unit(come=3.0)
    home = Lever(LeverKind.HOME_PERSONS, 4, OUTSIDE)
    free = outcome(found, (home,))
    full = outcome(found, (home,), (Capacity(OWN, 10, OUTSIDE, rule),))
    assert full[1][0].whole.persons.mean < 10.01 < free[1][0].whole.persons.mean
    closed = outcome(found, (home,), (Capacity(OWN, 0, OUTSIDE, rule),))[1][0]
    kept = outcome(found, (Lever(LeverKind.INFLOW, -1.0),))[1][0] if rule is OverflowRule.STAYS else None
    expected = kept.whole.persons.mean if kept else 0
    assert closed.whole.persons.mean == pytest.approx(expected, rel=0.02, abs=1e-6)


def test_a_capacity_of_a_stream_that_is_not_there_is_told():
    with pytest.raises(ProblemsError, match="no stream Unga"):
        outcome(unit(), (), (Capacity(Stream("Unga"), 3, OUTSIDE),))
