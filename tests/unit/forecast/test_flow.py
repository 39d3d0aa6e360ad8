"""The engine agrees with an event simulation that shares no code with it, and keeps what must be kept."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from random import Random
from statistics import fmean, quantiles, stdev

import numpy as np
import pytest
from hypothesis import given, settings

from styrhus.forecast import Horizon, Lever, LeverKind
from styrhus.forecast.placements.flow import care_days, prices
from styrhus.forecast.placements.outcome import outcome
from tests.reference import placements as reference
from tests.unit.forecast.worlds import plain, world, worlds

RUNS = 1000
ENOUGH = 15
"""Persons; with fewer a sum of them has lumps, which three cumulants tell nothing of."""


@settings(max_examples=12, deadline=None, derandomize=True)
@given(worlds())
def test_the_engine_agrees_with_the_event_simulation(found):
    simple, random = plain(found), Random(20190831)
    runs = [reference.care_days(simple, reference.stays(simple, random)) for _ in range(RUNS)]
    engine = care_days(found)[0]
    for stream, months in enumerate(engine):
        for month, days in enumerate(months):
            seen = [run[stream][month] for run in runs]
            assert abs(days - fmean(seen)) < 4.5 * stdev(seen) / RUNS**0.5 + 0.004 * days + 0.01
    if found.arrivals[0].sum() + len(found.residents.stream) < ENOUGH:
        return
    price = prices(found)[0]
    costs = [sum(float(price[s, m]) * one for s, row in enumerate(run) for m, one in enumerate(row)) for run in runs]
    told = outcome(found)[0].whole.cost
    cuts = quantiles(costs, n=20)
    wide = stdev(costs)
    for own, seen in ((told.p10, cuts[1]), (told.p50, cuts[9]), (told.p90, cuts[17])):
        assert abs(own - seen) <= 0.2 * wide
    assert (told.p90 - told.p10) == pytest.approx(cuts[17] - cuts[1], rel=0.12)


HAZARD = [[0.02, 0.01, 0.006, 0.005, 0.004, 0.004, 0.003, 0.003]] * 3
MOVES = [[0, 0.4, 0.2], [0.1, 0, 0.3], [0, 0, 0]]
PEOPLE = [(0, 10, 0), (0, 400, 0), (1, 3000, 0), (2, 90, 35), (1, 0, 0)]


def told(found):
    total, streams, years = outcome(found)
    for forecast in (total, *streams):
        for measures in (forecast.whole, *forecast.months, *forecast.years):
            yield from (measures.persons, measures.care_days, measures.cost)
    yield from (year.measures.cost for year in years)


@given(worlds())
@settings(max_examples=20, deadline=None)
def test_nothing_is_negative_or_out_of_order(found):
    for one in told(found):
        values = (one.p5, one.p10, one.p25, one.p50, one.p75, one.p90, one.p95)
        assert np.isfinite(values).all()
        assert values[0] >= 0
        assert list(values) == sorted(values)


def test_persons_are_conserved():
    """Who never leaves care is there from entry on, in whatever stream."""
    always = [[0, 0.6, 0.4], [0.5, 0, 0.5], [1, 0, 0]]
    found = world(hazard=HAZARD, arrivals=[1.0, 2.0, 0.5], moves=always, residents=PEOPLE[:3], months=24)
    days = care_days(found)[0].sum(axis=0)
    lengths = np.array(found.horizon.lengths)
    expected = lengths * (3 + 3.5 * (np.arange(24) + 0.5))
    # Who moves within a month enters evenly over it, with the mean moment kept by a share that enters in the next.
    assert days == pytest.approx(expected, rel=0.012)
    assert days[2:] == pytest.approx(expected[2:], rel=1e-3)
    assert days.sum() == pytest.approx(expected.sum(), rel=1e-4)


def test_a_resident_with_a_planned_end_is_there_until_then():
    found = world(hazard=[[0.0] * 8], arrivals=[0.0], residents=[(0, 50, 32), (0, 50, 1)], months=2)
    assert care_days(found)[0, 0] == pytest.approx([31, 0])


def test_groups_add_up():
    """Two groups that have nothing to do with each other are forecast as each by itself."""
    one = world(hazard=HAZARD, arrivals=[1, 2, 3], moves=MOVES, residents=PEOPLE)
    two = world(hazard=HAZARD[:1], arrivals=[4], residents=[(0, 5, 0)])
    apart = np.zeros((4, 4))
    apart[:3, :3] = MOVES
    both = world(hazard=[*HAZARD, HAZARD[0]], arrivals=[1, 2, 3, 4], moves=apart, residents=[*PEOPLE, (3, 5, 0)])
    joined = np.concatenate([care_days(one), care_days(two)], axis=1)
    assert care_days(both) == pytest.approx(joined, rel=1e-5)


def test_no_uncertainty_and_the_same_numbers_again():
    found = world(hazard=HAZARD, arrivals=[1, 2, 3], moves=MOVES, residents=PEOPLE)
    again = world(hazard=HAZARD, arrivals=[1, 2, 3], moves=MOVES, residents=PEOPLE)
    assert outcome(found) == outcome(again)


def test_days_before_the_horizon_are_lived_through():
    """A forecast from the middle of a month goes on as if that month had been forecast too."""
    whole = world(hazard=HAZARD, arrivals=[31, 28, 31], moves=MOVES, residents=PEOPLE[:2], months=3)
    whole.arrivals[:] = np.array([31, 28, 31]) / 10
    later = replace(
        whole,
        waited=31,
        horizon=Horizon(2019, 2, 2),
        arrivals=whole.arrivals[:, :, 1:],
        pace=whole.pace[:, :, 1:],
        price=whole.price[:, :, 1:],
    )
    assert care_days(later) == pytest.approx(care_days(whole)[:, :, 1:], rel=1e-5)


def test_what_time_series_know_better_is_a_factor():
    found = world(hazard=HAZARD, arrivals=[3, 2, 1], moves=MOVES, residents=PEOPLE)
    factor = np.ones_like(found.arrivals)
    factor[:, 1, 2:] = 1.25
    assert care_days(replace(found, correction=factor)) == pytest.approx(care_days(found) * factor, rel=1e-6)


def test_several_threads_may_ask_one_world():
    """Each gets the answer to its own lever, whatever is kept for the next."""
    found = world(hazard=HAZARD, arrivals=[3, 2, 1], moves=MOVES, residents=PEOPLE)
    levers = [Lever(kind, -0.05 * n) for n in range(1, 9) for kind in (LeverKind.INFLOW, LeverKind.STAY)]
    alone = [outcome(found, (lever,)) for lever in levers]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(lambda lever: outcome(found, (lever,)), levers * 3)) == alone * 3


def test_a_wider_price_between_persons_widens_the_cost_alone():
    narrow = world(hazard=HAZARD, arrivals=[1, 2, 3], residents=PEOPLE, draws=512)
    wide = world(hazard=HAZARD, arrivals=[1, 2, 3], residents=PEOPLE, draws=512, spread=0.8)
    first, second = outcome(narrow)[0].whole, outcome(wide)[0].whole
    assert second.care_days == first.care_days
    assert second.cost.p90 - second.cost.p10 > 1.1 * (first.cost.p90 - first.cost.p10)
    assert second.cost.mean == pytest.approx(first.cost.mean)
