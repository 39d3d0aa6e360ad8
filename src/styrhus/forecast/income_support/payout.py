"""What a household is paid a month, by the calendar year's norm, in draws."""

import numpy as np

from styrhus.forecast.income_support.history import SupportHistory
from styrhus.forecast.income_support.parameters import Array
from styrhus.forecast.material.horizon import Horizon

RECENT = 12
TOLD = 0.03
"""Spread of a mean cost that is told without months behind it."""
UNKNOWN = 0.03
"""Spread of the change into a calendar year whose norm is not known."""
LEAST = 0.005


def payouts(history: SupportHistory, horizon: Horizon, *, draws: int, random: np.random.Generator) -> Array:
    """Kr a household and month (D, M): the mean of late at each year's norm; NaN where nothing tells it.

    A year without a known norm keeps the payout of the year before, and is wider.
    """
    level, year, spread = _level(history)
    found = np.empty((draws, horizon.count))
    factor, known = np.exp(random.normal(0, spread, draws)), year
    for month, (of, _) in enumerate(horizon.months):
        while known < of:
            known += 1
            index = history.index.get(known)
            factor = factor * (index if index is not None else np.exp(random.normal(0, UNKNOWN, draws)))
        found[:, month] = level * factor
    return found


def _level(history: SupportHistory) -> tuple[float, int, float]:
    """Mean kr a household and month, the year whose prices it is at, and its spread on the log scale."""
    mean = history.paid / np.where(history.households > 0, history.households, np.nan)
    places = np.flatnonzero(~np.isnan(mean))[-RECENT:]
    if not len(places):
        return (history.payout if history.payout is not None else np.nan), history.payout_year, TOLD
    years = np.array([history.month(int(place))[0] for place in places])
    base = int(years[-1])
    at_base = mean[places] * np.array([_between(history, int(year), base) for year in years])
    weight = history.households[places]
    level = float(np.average(at_base, weights=weight))
    spread = float(np.std(np.log(at_base))) / np.sqrt(len(places)) if len(places) > 2 and (at_base > 0).all() else TOLD
    return level, base, max(spread, LEAST)


def _between(history: SupportHistory, year: int, base: int) -> float:
    """The norm's known rise from one year to another; 1 for years that are not known."""
    found = 1.0
    for of in range(year + 1, base + 1):
        found *= history.index.get(of, 1.0)
    return found
