"""Where the number of households is heading beyond its steady state, in draws."""

from itertools import pairwise

import numpy as np

from styrhus.forecast.income_support.history import SupportHistory
from styrhus.forecast.income_support.parameters import Array

LASTS = 0.9
"""Share of a change that is left a month later: a trend dies out within a year."""
TAIL = 4
"""Degrees of freedom of that course: a crisis is less rare than a normal distribution has it."""
YEARLY = 0.35
"""Share of the last year's change that goes on, where nothing but years is known."""
MONTHLY = 0.011
"""Spread of a month's own lasting change, on the log scale, where few months are seen."""
COURSE = 0.01
"""Spread of the monthly change that goes on all the time ahead: what nobody can know of the labour market. With MONTHLY
it makes 13 % in twelve months and 8 % in the mean of a year, as public monthly series of 1,000 to 50,000 households
have had it (docs/decisions/income-support-forecast.md)."""
LEVEL = 0.03
"""Doubt about the level that a board without months stands at."""
PRIOR_MONTHS = 12


def drift(history: SupportHistory, count: int, *, draws: int, random: np.random.Generator) -> Array:
    """Factors (D, count) on households: the trend of late, dying out, and what nobody can know.

    The log of the level follows the trend, a course that every draw has of its own, and a random walk whose step has
    the spread of the months seen, drawn towards MONTHLY as if twelve months of it had been seen. Boards without months
    have it wider by LEVEL.
    """
    months = _log_changes(history)
    trend = _trend(history, months) * LASTS ** np.arange(1, count + 1)
    size = _step(months)
    walk = np.cumsum(random.normal(0, size, (draws, count)) + COURSE * random.standard_t(TAIL, (draws, 1)), axis=1)
    level = 0.0 if len(months) else LEVEL
    return np.asarray(np.exp(np.cumsum(trend) + walk + random.normal(0, level, (draws, 1))))


def _log_changes(history: SupportHistory) -> Array:
    """Log changes from one reported month to the next, those of the last two years."""
    values = history.households[-25:]
    known = values > 0
    pairs = known[1:] & known[:-1]
    return np.asarray(np.log(values[1:][pairs] / values[:-1][pairs]))


def _trend(history: SupportHistory, months: Array) -> float:
    """The monthly change of late: half that of the last months, or a part of the last year's."""
    if len(months) >= 3:
        recent = months[-12:]
        return float(recent.mean() * len(recent) / (len(recent) + PRIOR_MONTHS))
    levels = sorted((level.year, level.average) for level in history.years if level.average)
    pairs = [(b / a) ** (1 / (12 * (y - x))) for (x, a), (y, b) in pairwise(levels) if a and b]
    return float(np.log(pairs[-1])) * YEARLY if pairs else 0.0


def _step(months: Array) -> float:
    """Spread of a lasting monthly change; of the months' own variance half is taken to last."""
    seen = float(np.sum((months - months.mean()) ** 2) / 2) if len(months) > 1 else 0.0
    return float(np.sqrt((seen + PRIOR_MONTHS * MONTHLY**2) / (len(months) + PRIOR_MONTHS)))
