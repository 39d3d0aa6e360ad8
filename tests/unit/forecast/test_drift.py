"""A drifting rate followed through counts."""

import numpy as np
import pytest

from styrhus.forecast.placements.ahead import Ahead, ahead, together
from styrhus.forecast.placements.drift import Followed, follow
from styrhus.forecast.placements.gamma import all_three, digamma, log_gamma


def _follow(counts: np.ndarray, exposure: np.ndarray | None = None) -> Followed:
    seen = np.ones_like(counts) if exposure is None else exposure
    level = np.log((counts.sum(axis=1) + 0.5) / np.maximum(seen.sum(axis=1), 1))
    return follow(counts, seen, 0, level=level, spread=1.5)


def _ahead(counts: np.ndarray, exposure: np.ndarray | None = None, count: int = 12) -> Ahead:
    return ahead(_follow(counts, exposure), count, 2000, np.random.default_rng(1))


@pytest.mark.parametrize(
    ("at", "values"),
    [
        (0.5, (0.5723649429, -1.9635100260, 4.9348022005)), (1.0, (0.0, -0.5772156649, 1.6449340668)),
        (10.0, (12.8018274801, 2.2517525890, 0.1051663357)),
    ],
)  # fmt: skip
def test_functions_of_the_gamma_distribution(at, values) -> None:
    x = np.array([at])
    assert [one[0] for one in all_three(x)] == pytest.approx(values, abs=1e-8)
    assert (log_gamma(x)[0], digamma(x)[0]) == pytest.approx(values[:2], abs=1e-8)


def test_an_even_rate_is_known_as_well_as_its_count_allows() -> None:
    counts = np.random.default_rng(5).poisson(8.0, (1, 84)).astype(float)
    found = _ahead(counts).rate[:, 0].mean(axis=1)
    assert found.mean() == pytest.approx(counts.mean(), rel=0.08)
    assert 1 / np.sqrt(counts.sum()) < np.log(found).std() < 4 / np.sqrt(counts.sum())


def test_a_rate_that_drifts_is_followed_to_where_it_is_and_spreads_on() -> None:
    random = np.random.default_rng(7)
    rate = np.exp(np.log(30) + np.cumsum(0.08 * random.standard_normal(84)))
    found = _ahead(random.poisson(rate)[None].astype(float)).rate[:, 0]
    assert np.median(found[:, 0]) == pytest.approx(rate[-1], rel=0.25)
    assert np.log(found[:, 11]).std() > 1.3 * np.log(found[:, 0]).std()


def test_after_a_shift_the_old_level_is_forgotten() -> None:
    random = np.random.default_rng(9)
    counts = np.concatenate([random.poisson(20.0, 40), random.poisson(8.0, 30)])[None].astype(float)
    assert np.median(_ahead(counts).rate) == pytest.approx(8.0, rel=0.15)


def test_a_season_comes_back() -> None:
    season = 1 + 0.5 * np.cos(2 * np.pi * np.arange(72) / 12)
    counts = np.random.default_rng(11).poisson(20 * season)[None].astype(float)
    found = np.median(_ahead(counts).rate[:, 0], axis=0)
    assert found[0] > 1.8 * found[6]


def test_months_that_come_in_lumps_have_their_own_noise() -> None:
    random = np.random.default_rng(13)
    even = random.poisson(12.0, (1, 84)).astype(float)
    lumpy = random.poisson(12.0 * random.gamma(2.0, 0.5, (1, 84))).astype(float)
    spread = [np.log(_ahead(counts).noisy(random)[:, 0, 5]).std() for counts in (even, lumpy)]
    assert spread[1] > 2 * spread[0]


def test_a_stream_nobody_came_to_has_a_small_rate_and_not_none() -> None:
    found = _ahead(np.zeros((1, 60))).rate
    assert 0 < np.median(found) < 0.03
    assert np.isfinite(found).all()


def test_months_that_were_not_seen_tell_nothing() -> None:
    counts = np.random.default_rng(15).poisson(6.0, (1, 48)).astype(float)
    seen = np.ones((1, 48))
    seen[0, :24] = 0
    hidden = counts.copy()
    hidden[0, :24] = 0
    assert np.median(_ahead(hidden, seen).rate) == pytest.approx(counts[0, 24:].mean(), rel=0.2)


def test_streams_that_drift_in_step_show_in_their_sum() -> None:
    random = np.random.default_rng(17)
    parts, whole = random.lognormal(0, 0.1, (2000, 6, 1)), random.lognormal(np.log(6), 0.3, (2000, 1))
    found = together(parts, whole, np.ones(6))
    assert np.quantile(found.sum(axis=1), (0.1, 0.9)) == pytest.approx(np.quantile(whole, (0.1, 0.9)), rel=0.02)
