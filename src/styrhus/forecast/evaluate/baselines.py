"""What one would say without an engine: the methods that a forecast must beat to be worth having."""

import numpy as np

from styrhus.forecast.evaluate.said import Said
from styrhus.forecast.series.candidates import NAMES, forecasts
from styrhus.forecast.series.smooth import Array

SIMPLE = ("naive", "seasonal_naive", "mean_12")
ETS = "ets"
VOLUME_PRICE = "volume_price"


def simple(history: Array, price: Array, lengths: Array) -> dict[str, Said]:
    """Last value, a year ago, and the mean of twelve months, of months (S, T), each with cost at the latest price."""
    found = dict(zip(NAMES, forecasts(history, len(lengths)), strict=True))
    return {name: Said.of_points(found[name], price, lengths) for name in SIMPLE}


def smoothed(history: Array, price: Array, lengths: Array) -> Said:
    """ETS(A,N,A) of statsmodels, without season under 24 months: what a forecaster's library gives."""
    return Said.of_points(np.stack([_ets(row, len(lengths)) for row in history]), price, lengths)


def _ets(row: Array, count: int) -> Array:
    import warnings

    from statsmodels.tsa.exponential_smoothing.ets import ETSModel

    known = np.flatnonzero(~np.isnan(row))
    if len(known) < 4:
        return np.repeat(row[known[-1]] if len(known) else 0.0, count)
    values = np.interp(np.arange(known[0], len(row)), known, row[known])
    if np.ptp(values) == 0:
        return np.repeat(values[-1], count)
    season = "add" if len(values) >= 24 else None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model = ETSModel(
            values, error="add", seasonal=season, seasonal_periods=12 if season else None,
            initialization_method="heuristic",
        )  # fmt: skip
        found = np.asarray(model.fit(disp=False, maxiter=60).forecast(count), dtype=float)
    return np.maximum(np.where(np.isfinite(found), found, values[-1]), 0.0)
