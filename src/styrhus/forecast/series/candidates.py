"""The methods that a series can be carried on with; all of them for many series at once."""

import numpy as np

from styrhus.forecast.series import season, smooth
from styrhus.forecast.series.smooth import Array

NAMES = (
    "naive", "seasonal_naive", "mean_12", "ses", "damped", "theta", "ses_season", "damped_season", "theta_season",
    "reverting_season",
)  # fmt: skip


def forecasts(series: Array, count: int) -> Array:
    """Every method's forecast of the months after the last, (len(NAMES), B, count), from (B, T) with NaN.

    Series that begin late begin with NaN; a month missing later is bridged. Never below zero, never NaN: a series
    without any value is carried on with zero.
    """
    if not series.shape[1]:
        return np.zeros((len(NAMES), len(series), count))
    factor = season.factors(series)
    level = series / season.spread(factor, series.shape[1])
    again = season.ahead(factor, count)
    found = np.stack([
        _last(series, count), _year_ago(series, count), _mean(series, count),
        smooth.level_only(series, count), smooth.damped(series, count), smooth.theta(series, count),
        smooth.level_only(level, count) * again, smooth.damped(level, count) * again,
        smooth.theta(level, count) * again, smooth.reverting(level, count) * again,
    ])  # fmt: skip
    return np.maximum(np.nan_to_num(found), 0.0)


def _filled(series: Array) -> Array:
    """Gaps carry the value before them."""
    known = np.where(~np.isnan(series), np.arange(series.shape[1]), 0)
    return np.asarray(np.take_along_axis(series, np.maximum.accumulate(known, axis=1), axis=1))


def _last(series: Array, count: int) -> Array:
    return np.repeat(_filled(series)[:, -1:], count, axis=1)


def _year_ago(series: Array, count: int) -> Array:
    filled, length = _filled(series), series.shape[1]
    if length < season.YEAR:
        return _last(series, count)
    found = filled[:, length - season.YEAR + np.arange(count) % season.YEAR]
    return np.where(np.isnan(found), _last(series, count), found)


def _mean(series: Array, count: int) -> Array:
    latest = _filled(series)[:, -season.YEAR :]
    known = ~np.isnan(latest)
    mean = np.nan_to_num(latest).sum(axis=1) / np.maximum(known.sum(axis=1), 1)
    return np.repeat(mean[:, None], count, axis=1)
