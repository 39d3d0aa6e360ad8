"""Prices of counts carried on: the latest price, and what prices have risen by."""

import numpy as np

from styrhus.forecast.series.smooth import Array

RISE, SURE = 0.025, 0.01
"""Rise of a price in a year that is expected, and how sure that is (one standard deviation)."""
WOBBLE = 0.03
"""Spread of a price a year ahead around its rise."""
WORTH = 3.0
"""Years' worth of the expectation."""


def price_draws(history: Array, count: int, *, months_each: int, draws: int, random: np.random.Generator) -> Array:
    """Draws (D, S, count) of the price a person and month from `history` (S, T); NaN for a stream without any.

    The latest price rises by a yearly rate: that of the priced streams together, drawn towards `RISE`, and spreads
    with the square root of time. The mean price of a year is that of its middle.
    """
    size, length = history.shape
    known = ~np.isnan(history) & (history > 0)
    rate, sure = _rise(np.where(known, history, np.nan), months_each)
    last = length - 1 - known[:, ::-1].argmax(axis=1) if length else np.zeros(size, dtype=int)
    latest = np.where(known.any(axis=1), history[np.arange(size), last], np.nan) if length else np.full(size, np.nan)
    since = (length - 1 - last)[:, None] * months_each + np.arange(1, count + 1) + (months_each - 1) / 2
    years = since / 12
    rates = rate + sure * random.standard_normal((draws, 1, 1))
    steps = random.standard_normal((draws, size, count)) * WOBBLE / np.sqrt(12)
    begin = random.standard_normal((draws, size, 1)) * WOBBLE * np.sqrt(np.maximum(since[:, :1] - 1, 0) / 12)
    found: Array = latest[:, None] * np.exp(rates * years + begin + np.cumsum(steps, axis=2))
    return found


def _rise(history: Array, months_each: int) -> tuple[float, float]:
    """Yearly log rise of the prices seen, drawn towards what is expected, and its standard deviation."""
    found, weight = [], []
    for row in history:
        at = np.flatnonzero(~np.isnan(row))
        years = (at[-1] - at[0]) * months_each / 12 if len(at) > 1 else 0.0
        if years >= 1:
            found.append(float(np.log(row[at[-1]] / row[at[0]]) / years))
            weight.append(years)
    if not found:
        return RISE, SURE
    own, years = float(np.median(found)), float(np.mean(weight))
    return (own * years + RISE * WORTH) / (years + WORTH), SURE
