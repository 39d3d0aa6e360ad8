"""The truth of made-up boards lies within the intervals as often as they say; benchmarks/ has the larger trial."""

import numpy as np
import pytest

from benchmarks.subjects.calibration import flat, rank, tried, within
from benchmarks.subjects.worlds import plain, uneven
from styrhus.forecast import Distribution
from styrhus.forecast.material.horizon import day_of
from styrhus.forecast.placements.history import history

WORLDS = 40
"""Of each kind: eighty together, among which a share of 0.8 has a standard error of 0.045."""
SLACK = 0.11


def test_intervals_hold_what_they_promise() -> None:
    found = [*tried(plain, range(WORLDS), draws=400), *tried(uneven, range(WORLDS), draws=400)]
    for ranks in ([one.persons for one in found], [one.cost for one in found]):
        assert within(ranks, 0.8) == pytest.approx(0.8, abs=SLACK)
        assert within(ranks, 0.9) == pytest.approx(0.9, abs=0.08)
        assert np.mean(ranks) == pytest.approx(0.5, abs=0.1)
    assert within([each for one in found for each in one.streams], 0.8) == pytest.approx(0.8, abs=0.06)
    assert sum(one.off for one in found) < 1.05 * sum(one.naive_off for one in found)


def test_a_world_is_the_same_for_its_seed_and_its_truth_follows_on_its_past() -> None:
    one, two = plain(4), plain(4)
    assert np.array_equal(one.spells.start, two.spells.start)
    last = day_of(one.spells.as_of)
    past = history(one.spells, (last.year, last.month), (last.year, last.month))
    assert past.persons.sum() == pytest.approx(one.persons[:, 0].sum(), rel=0.3)


@pytest.mark.parametrize(("came", "expected"), [(0, 0.0), (10, 0.10), (45, 0.45), (90, 0.90), (200, 1.0)])
def test_a_rank_is_read_off_the_quantiles(came, expected) -> None:
    assert rank(Distribution(50, 5, 10, 25, 50, 75, 90, 95), came) == pytest.approx(expected, abs=1e-6)


def test_a_truth_of_nought_is_within_quantiles_of_nought() -> None:
    assert 0.1 < rank(Distribution(0.1, 0, 0, 0, 0, 0, 0.3, 1), 0) < 0.9


def test_even_ranks_are_flat() -> None:
    assert flat(np.linspace(0.0005, 0.9995, 1000)) == pytest.approx((1,) * 8, rel=0.05)
