"""What levers do: nothing at nought, what they say alone, and not the sum of it together."""

import numpy as np
import pytest

from styrhus.forecast import Capacity, Lever, LeverKind, Stream
from styrhus.forecast.placements.flow import care_days, prices
from styrhus.forecast.placements.lever_notes import lever_notes
from styrhus.forecast.placements.outcome import outcome
from styrhus.values.problem import ProblemsError
from tests.unit.forecast.worlds import world

OWN, OUTSIDE = Stream("Barn", "hvb", "own"), Stream("Barn", "hvb", "external")
FOSTER = Stream("Barn", "familjehem", "external")
STREAMS = (OWN, OUTSIDE, FOSTER)


@pytest.fixture
def base():
    hazard = [[0.02, 0.012, 0.008, 0.006, 0.005, 0.004, 0.004, 0.004]] * 3
    moves = [[0, 0.1, 0.3], [0.2, 0, 0.2], [0, 0.05, 0]]
    people = [(0, 30, 0)] * 5 + [(1, 200, 0)] * 10 + [(2, 900, 0), (2, 90, 60)] * 6
    return world(
        hazard=hazard, arrivals=[2, 3, 1.5], moves=moves, residents=people, months=12, price=[3000, 5000, 1500],
        streams=STREAMS, draws=256,
    )  # fmt: skip


@pytest.mark.parametrize("kind", [kind for kind in LeverKind if kind is not LeverKind.CAPACITY])
def test_a_lever_of_nought_changes_nothing(base, kind):
    assert outcome(base, (Lever(kind, 0.0),)) == outcome(base)


def test_a_lever_on_one_stream_is_the_same_as_on_all_of_them_together(base):
    """What is kept for streams that do not change is what would be reckoned anew."""
    apart = [Lever(LeverKind.STAY, -0.2, stream) for stream in STREAMS]
    assert care_days(base, apart) == pytest.approx(care_days(base, (Lever(LeverKind.STAY, -0.2),)), rel=1e-5)


def test_inflow_is_linear_in_who_comes(base):
    none, half, whole = (care_days(base, (Lever(LeverKind.INFLOW, x),))[0] for x in (-1.0, -0.5, 0.0))
    assert half == pytest.approx((none + whole) / 2, rel=1e-5)


def test_a_longer_stay_is_longer_by_so_much():
    """With an even hazard and no horizon in sight, ten per cent longer stays are ten per cent more care days."""
    settled = world(hazard=[[0.05] * 8], arrivals=[30.0], months=12)
    before, after = (care_days(settled, levers)[0, 0, -1] for levers in ((), (Lever(LeverKind.STAY, 0.10),)))
    assert after / before == pytest.approx(1.10, rel=1e-3)


def test_a_lever_starts_and_grows(base):
    lever = Lever(LeverKind.PRICE, 0.12, OUTSIDE, start=2, ramp_months=3)
    factor = prices(base, (lever,))[0, 1] / prices(base)[0, 1]
    assert factor == pytest.approx([1, 1, 1.03, 1.06, 1.09, *[1.12] * 7])
    earlier = care_days(base, (Lever(LeverKind.INFLOW, -0.5, start=4),))[0] / care_days(base)[0]
    assert earlier[:, :4] == pytest.approx(np.ones((3, 4)), rel=1e-6)
    assert (earlier[:, 4:] < 0.999).all()


def test_a_share_taken_home_leaves_the_number_of_persons(base):
    before, after = (care_days(base, levers)[0] for levers in ((), (Lever(LeverKind.HOME, 0.25, OUTSIDE),)))
    assert after[1] == pytest.approx(0.75 * before[1], rel=1e-5)
    assert after.sum(axis=0) == pytest.approx(before.sum(axis=0), rel=1e-5)
    assert outcome(base, (Lever(LeverKind.HOME, 0.25, OUTSIDE),))[0].whole.cost.mean < outcome(base)[0].whole.cost.mean


def test_persons_taken_home_are_never_more_than_there_are(base):
    lengths = np.array(base.horizon.lengths)
    before = care_days(base)[0]
    five = care_days(base, (Lever(LeverKind.HOME_PERSONS, 5, OUTSIDE),))[0]
    assert before[1] - five[1] == pytest.approx(5 * lengths, rel=1e-4)
    assert care_days(base, (Lever(LeverKind.HOME_PERSONS, 500, OUTSIDE),))[0, 1] == pytest.approx(0, abs=1e-3)
    away = care_days(base, (Lever(LeverKind.HOME_PERSONS, 3, FOSTER, to=OWN),))[0]
    assert away[0] - before[0] == pytest.approx(3 * lengths, rel=1e-4)


def test_what_a_lever_could_not_do_is_said(base):
    places = Lever(LeverKind.CAPACITY, 4, OWN)
    assert [str(note) for note in lever_notes(base, (places,), ())] == [
        "No own stream in Barn/hvb/own has a capacity; more places change nothing."
    ]
    assert not list(lever_notes(base, (places,), (Capacity(OWN, 10, OUTSIDE),)))
    few, many = (Lever(LeverKind.HOME_PERSONS, number, OUTSIDE) for number in (2, 500))
    assert not list(lever_notes(base, (few,), ()))
    assert "more cannot be taken home" in str(*lever_notes(base, (many, Lever(LeverKind.INFLOW, -0.5)), ()))


def test_levers_together_are_not_the_sum_of_each(base):
    levers = (
        Lever(LeverKind.INFLOW, -0.3), Lever(LeverKind.STAY, -0.2, OUTSIDE), Lever(LeverKind.HOME, 0.3, OUTSIDE),
    )  # fmt: skip
    cost = outcome(base)[0].whole.cost.mean
    single = sum(cost - outcome(base, (lever,))[0].whole.cost.mean for lever in levers)
    together = cost - outcome(base, levers)[0].whole.cost.mean
    assert 0.7 * single < together < 0.99 * single


@pytest.mark.parametrize(
    ("lever", "said"),
    [
        (Lever(LeverKind.INFLOW, 0.1, Stream("Unga")), "no stream Unga"),
        (Lever(LeverKind.HOME, 0.1, FOSTER), "nobody to take home"),
        (Lever(LeverKind.HOME, 0.1, OUTSIDE, to=Stream("Unga")), "nobody to take home"),
        (Lever(LeverKind.PRICE, float("nan")), "out of bounds"),
    ],
)
def test_a_lever_that_cannot_be_is_told(base, lever, said):
    with pytest.raises(ProblemsError, match=said):
        outcome(base, (lever,))
