"""How likely households are to leave, by how long they have had support: draws that agree with what is reported."""

import numpy as np

from styrhus.forecast.income_support.history import SupportHistory
from styrhus.forecast.income_support.parameters import BANDS, Array, survival

TYPICAL = np.array([0.20, 0.10, 0.035])
"""Share that leaves in a month of 1–3, 4–9 and 10 or more months of support, where nothing is reported. Assumed: it
makes three of five households in a month long-term, and a mean stay of a year."""
DOUBT = 0.35
"""Spread of each of them on the log scale: from half to double, nine times in ten."""
ROUGH = 0.06
"""How far from a steady state a board may be: no report is trusted more closely than this."""
PROPOSED = 16
"""Proposals for each draw that is kept."""
RECENT = 12


def leaving(history: SupportHistory, *, draws: int, random: np.random.Generator) -> Array:
    """Draws (D, 3) of the monthly probability of leaving.

    Proposals around what is typical are kept in proportion to how well they agree with households by duration and
    with those who began and ended, over the last twelve months (sampling importance resampling, Rubin 1988).
    """
    proposed = np.clip(TYPICAL * np.exp(random.normal(0, DOUBT, (draws * PROPOSED, 3))), 0.002, 0.95)
    told = _disagreement(history, proposed)
    weight = np.exp(-(told - told.min()) / 2)
    kept = random.choice(len(proposed), draws, p=weight / weight.sum())
    return np.asarray(proposed[kept])


def _disagreement(history: SupportHistory, proposed: Array) -> Array:
    """Squared distance (P,) between what proposals would give in a steady state and what is reported."""
    stays = survival(proposed)
    in_band = np.stack([stays[:, first:after].sum(axis=1) for first, after in BANDS], axis=1)
    found = np.zeros(len(proposed))
    shares = _shares(history)
    if shares is not None:
        found += (((np.log(in_band / in_band.sum(axis=1, keepdims=True)) - np.log(shares)) / (2 * ROUGH)) ** 2).sum(1)
    households = np.nanmean(history.households[-RECENT:]) if len(history.known) else np.nan
    for column in (history.started, history.ended):
        recent = column[-RECENT:]
        count = float(np.nansum(recent))
        if count > 0 and households > 0:
            rate = float(np.nanmean(recent)) / households
            found += (np.log(rate * stays.sum(axis=1))) ** 2 / (ROUGH**2 + 1 / count)
    return found


def _shares(history: SupportHistory) -> Array | None:
    """Mean share (3,) of each band over the last months that report all three; None without any."""
    whole = history.duration[-RECENT:]
    whole = whole[~np.isnan(whole).any(axis=1)]
    total = whole.sum()
    return None if not total else np.asarray((whole.sum(axis=0) + 0.5) / (total + 1.5))


def is_reported(history: SupportHistory) -> bool:
    """Whether anything tells how long households stay."""
    told = (history.started, history.ended)
    return _shares(history) is not None or any(np.nansum(column[-RECENT:]) > 0 for column in told)
