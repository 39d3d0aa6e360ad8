"""A log rate that drifts, followed through monthly counts: how much it drifts is learnt, never assumed.

The log rate of a month is level + deviation + season: the level has a trend that dies out, the deviation is an
autoregression (a random walk where nothing of it is lost). Each way to move (`beliefs.Ways`) is a dynamic generalised
linear model whose monthly update is conjugate: the log rate's mean and variance become those of a gamma distribution,
the count is then negative binomial, and the marginal likelihood of the counts weighs the ways against each other.
Source: West, Harrison and Migon, Dynamic generalized linear models and Bayesian forecasting, JASA 80 (1985).
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from styrhus.forecast.placements.beliefs import SEASONS, Ways, ways
from styrhus.forecast.placements.gamma import all_three, log_gamma
from styrhus.forecast.placements.parameters import Array

LEVEL, DEVIATION, TREND, SEASON = range(4)
HARMONICS = 3
SIZE = SEASON + 2 * HARMONICS
TREND_LASTS = 0.96
"""What is left of a trend after a month: half of it after a year and a half."""
BREAK_SPREAD = 0.6
POOL = 6.0
"""Streams' worth of belief in `beliefs` when streams of one board tell how streams of it move."""


@dataclass(frozen=True, eq=False)
class Followed:
    """S rates followed to the last month: `weight` (S, H), `mean` (S, H, SIZE), `cov` (S, H, SIZE, SIZE).

    The H ways here are those of `beliefs` times its seasons; `ways` (H,) is repeated accordingly.
    """

    ways: Ways
    weight: Array
    mean: Array
    cov: Array
    month: int


def follow(
    counts: Array,
    exposure: Array,
    month: int,
    *,
    level: Array,
    spread: float,
    seasons: tuple[tuple[float, float], ...] = SEASONS,
    alone: int = 0,
) -> Followed:
    """Follow S rates through counts (S, T) with exposures (S, T), zero where nothing was seen.

    `month` is the month of the year (0–11) of the first count; `level` (S,) and `spread` say where the log rates
    begin. The last `alone` of the S rates do not take part in telling how the others move.
    """
    size, length = counts.shape
    options = ways(length)
    scales = [(scale, share) for scale, share in seasons if scale == 0 or length >= 24]
    parts = []
    for scale, _ in scales:
        parts.append(_filter((counts, exposure), month, options, scale=scale, start=(level, spread)))
    share = np.concatenate([options.share * weight for _, weight in scales])
    likelihood = np.concatenate([part[2] for part in parts], axis=1)
    names = ("step", "lasting", "noise", "slope", "broken")
    step, lasting, noise, slope, broken = (np.tile(getattr(options, name), len(scales)) for name in names)
    repeated = Ways(step, lasting, noise, slope, broken, share / share.sum())
    return Followed(
        repeated, _weigh(likelihood, repeated.share, size - alone),
        np.concatenate([part[0] for part in parts], axis=1), np.concatenate([part[1] for part in parts], axis=1),
        (month + length) % 12,
    )  # fmt: skip


def _weigh(likelihood: Array, share: Array, pooled: int) -> Array:
    """Posterior of the ways (S, H): what the pooled streams have in common moves what is believed of each."""
    scaled = np.exp(likelihood - likelihood.max(axis=1, keepdims=True))
    belief = share
    for _ in range(8 if pooled > 1 else 0):
        weight = belief * scaled[:pooled]
        weight /= weight.sum(axis=1, keepdims=True)
        belief = (POOL * share + weight.sum(axis=0)) / (POOL + pooled)
    weight = np.where(np.arange(len(scaled))[:, None] < pooled, belief, share) * scaled
    return np.asarray(weight / weight.sum(axis=1, keepdims=True))


def season_of(month: int) -> Array:
    """The six waves of a month of the year, (2 · HARMONICS,); not to be written to."""
    return np.asarray(_waves()[month % 12])


@cache
def _waves() -> Array:
    turn = 2 * np.pi * np.arange(12)[:, None] / 12 * np.arange(1, HARMONICS + 1)
    found = np.stack([np.cos(turn), np.sin(turn)], axis=2).reshape(12, -1)
    found.setflags(write=False)
    return np.asarray(found)


def _filter(
    data: tuple[Array, Array], month: int, options: Ways, *, scale: float, start: tuple[Array, float]
) -> tuple[Array, Array, Array]:
    """Mean (S, H, SIZE), covariance and log likelihood (S, H) after all months.

    Within, the components come first, (SIZE, S, H) and (SIZE, SIZE, S, H): numpy then goes through long rows of
    streams and ways instead of nine numbers at a time, which takes a fifth of the time.
    """
    counts, exposure = data
    shape, size = (len(counts), len(options)), SIZE if scale else SEASON
    mean, cov = np.zeros((size, *shape)), np.zeros((size, size, *shape))
    mean[LEVEL] = start[0][:, None]
    cov[LEVEL, LEVEL] = start[1] ** 2
    cov[DEVIATION, DEVIATION] = np.where(options.lasting < 1, options.step**2 / (1 - options.lasting**2 + 1e-12), 0)
    cov[TREND, TREND] = options.slope**2
    for wave in range(size - SEASON):
        cov[SEASON + wave, SEASON + wave] = (scale / (wave // 2 + 1)) ** 2
    likelihood, facing = np.zeros(shape), np.ones(size)
    facing[TREND] = 0
    for t in range(counts.shape[1]):
        if t:
            _advance(mean, cov, options, t)
        if scale:
            facing[SEASON:] = season_of(month + t)
        seen = exposure[:, t] > 0
        if seen.any():
            likelihood += _update(mean, cov, facing, (counts[:, t], exposure[:, t], seen, options.noise))
    whole_mean, whole_cov = np.zeros((*shape, SIZE)), np.zeros((*shape, SIZE, SIZE))
    whole_mean[:, :, :size] = np.moveaxis(mean, 0, -1)
    whole_cov[:, :, :size, :size] = np.moveaxis(cov, (0, 1), (-2, -1))
    return whole_mean, whole_cov, likelihood


def _advance(mean: Array, cov: Array, options: Ways, t: int) -> None:
    """One month on, in place."""
    mean[LEVEL] += mean[TREND]
    cov[LEVEL] += cov[TREND]
    cov[:, LEVEL] += cov[:, TREND]
    mean[TREND] *= TREND_LASTS
    cov[TREND] *= TREND_LASTS
    cov[:, TREND] *= TREND_LASTS
    cov[TREND, TREND] += options.slope**2 * (1 - TREND_LASTS**2)
    mean[DEVIATION] *= options.lasting
    cov[DEVIATION] *= options.lasting
    cov[:, DEVIATION] *= options.lasting
    cov[DEVIATION, DEVIATION] += options.step**2
    cov[LEVEL, LEVEL] += np.where(options.broken == t, BREAK_SPREAD**2, 0.0)


def _update(mean: Array, cov: Array, facing: Array, seen: tuple[Array, Array, NDArray[np.bool_], Array]) -> Array:
    """What one month's counts tell, in place; their log likelihood (S, H)."""
    count, exposure, known, noise = seen
    size = len(facing)
    gain = (facing @ cov.reshape(size, -1)).reshape(mean.shape)
    before = (facing @ mean.reshape(size, -1)).reshape(mean.shape[1:])
    before += np.log(np.where(known, exposure, 1.0))[:, None]
    wide = np.maximum((facing @ gain.reshape(size, -1)).reshape(before.shape), 0.0) + noise + 1e-9
    shape, y = gamma_shape(wide), count[:, None]
    whole, log_mean, _ = all_three(shape)
    after_whole, after, after_wide = all_three(shape + y)
    log_rate = log_mean - before
    more = np.log(np.exp(log_rate) + 1)
    after -= more
    shrink = np.clip(1 - after_wide / wide, 0.0, 1.0) / wide * known[:, None]
    mean += gain * ((after - before) / wide * known[:, None])
    gain *= np.sqrt(shrink)
    for row in range(size):
        cov[row] -= gain[row] * gain
    found = after_whole - whole - log_gamma(y + 1.0) + shape * (log_rate - more) - y * more
    return np.asarray(found * known[:, None])


def gamma_shape(variance: Array) -> Array:
    """Shape of the gamma distribution whose logarithm has this variance (trigamma inverted to its second term)."""
    return np.asarray((1 + np.sqrt(1 + 2 * variance)) / (2 * variance))
