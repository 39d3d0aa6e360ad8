"""Monthly series carried on: seasons are found, intervals hold, and nothing in the past can break them."""

import numpy as np
import pytest

from styrhus.forecast.series import monthly_draws

SEASON = 1 + 0.4 * np.sin(2 * np.pi * np.arange(12) / 12)


def seasonal(years: int, level: float = 200.0) -> np.ndarray:
    noise = np.random.default_rng(4).normal(1, 0.03, 12 * years)
    return (level * np.tile(SEASON, years) * noise)[None]


def walks(streams: int, months: int, seed: int) -> np.ndarray:
    random = np.random.default_rng(seed)
    rate = 30 * np.exp(np.cumsum(random.normal(0, 0.03, (streams, months)), axis=1))
    return random.poisson(rate).astype(float)


def width(draws: np.ndarray) -> float:
    low, high = np.percentile(draws, [10, 90], axis=0)
    return float((high - low).mean())


@pytest.mark.parametrize(
    "history",
    [
        np.full((2, 3), np.nan), np.zeros((3, 5)), np.full((1, 40), 7.0), np.full((1, 1), 7.0),
        np.array([[1.0, np.nan, 3.0]]), np.zeros((0, 5)), np.zeros((2, 0)), np.array([[np.nan, 4.0, 5.0, np.nan]]),
        np.array([[0.0] * 30 + [900.0]]), np.array([[1e6, 0.0] * 20]),
    ],
    ids=["nothing known", "zeros", "alike", "one month", "a gap", "no stream", "no month", "late gap", "jump", "wild"],
)  # fmt: skip
def test_no_past_gives_anything_but_numbers_from_zero_up(history):
    draws = monthly_draws(history, 12, draws=200)
    assert draws.shape == (200, len(history), 12)
    assert np.isfinite(draws).all()
    assert (draws >= 0).all()


def test_a_season_is_carried_on():
    found = np.median(monthly_draws(seasonal(5), 12, draws=400), axis=0)[0]
    assert np.abs(found / (200 * SEASON) - 1).max() < 0.1


def test_the_same_seed_gives_the_same_draws():
    history = walks(2, 30, 1)
    assert (monthly_draws(history, 6, draws=50, seed=3) == monthly_draws(history, 6, draws=50, seed=3)).all()
    assert (monthly_draws(history, 6, draws=50, seed=3) != monthly_draws(history, 6, draws=50, seed=4)).any()


def test_what_is_missing_widens():
    history = walks(1, 48, 2)
    late, thin = history.copy(), history.copy()
    late[0, -4:] = np.nan
    thin[0, 5:40:2] = np.nan
    whole = width(monthly_draws(history, 6))
    assert width(monthly_draws(late, 6)) > 1.2 * whole
    assert width(monthly_draws(thin, 6)) > whole


def test_a_short_series_is_wider_than_a_calm_long_one():
    long = np.full((1, 48), 50.0) + np.tile([0.0, 1.0], 24)
    assert width(monthly_draws(long[:, :3], 12)) > 2 * width(monthly_draws(long, 12))


def test_further_ahead_is_wider():
    drift = 200 * np.exp(np.cumsum(np.random.default_rng(5).normal(0, 0.04, (3, 60)), axis=1))
    low, high = np.percentile(monthly_draws(drift, 24), [10, 90], axis=0)
    assert ((high - low)[:, -1] > 2 * (high - low)[:, 0]).all()


def test_one_method_alone_can_be_asked_for():
    history = walks(1, 36, 6)
    middle = np.median(monthly_draws(history, 3, draws=4000, method="naive"), axis=0)[0]
    assert middle == pytest.approx([history[0, -1]] * 3, rel=0.03)


def test_the_interval_holds_four_times_of_five_on_worlds_that_drift():
    inside, yearly, errors, naive = [], [], 0.0, 0.0
    for seed in range(25):
        world = walks(4, 72, seed)
        draws = monthly_draws(world[:, :60], 12, draws=500)
        low, median, high = np.percentile(draws, [10, 50, 90], axis=0)
        came = world[:, 60:]
        inside.append(((low <= came) & (came <= high)).mean())
        bounds = np.percentile(draws.sum(axis=2), [10, 90], axis=0)
        yearly.append(((bounds[0] <= came.sum(axis=1)) & (came.sum(axis=1) <= bounds[1])).mean())
        errors += np.abs(median - came).sum()
        naive += np.abs(world[:, 59:60] - came).sum()
    assert 0.74 <= np.mean(inside) <= 0.88
    assert 0.70 <= np.mean(yearly) <= 0.92
    assert errors < naive
