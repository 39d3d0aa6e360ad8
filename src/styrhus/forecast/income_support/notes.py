"""What widened a forecast of income support, in words."""

import numpy as np

from styrhus.forecast.income_support.history import SupportHistory
from styrhus.forecast.income_support.stays import is_reported
from styrhus.forecast.material.horizon import Horizon
from styrhus.values.text import Text, msg


def notes(history: SupportHistory, horizon: Horizon) -> tuple[Text, ...]:
    """What is missing or uncertain, in the order of its weight."""
    found = []
    months = len(history.known)
    if not months:
        found.append(msg("No months are reported, only years: the interval is wide, and it has no season."))
    elif months < 24:
        found.append(msg("Only {months} months are reported: the interval is wider, without season.", months=months))
    missing = int(np.isnan(history.households[history.known[0] : history.known[-1]]).sum()) if months else 0
    if missing:
        found.append(msg("{count} months between the first and the last are not reported.", count=missing))
    if not is_reported(history):
        found.append(msg(
            "How long households have support is not reported: what a measure on entries or stays gives is reckoned "
            "with typical stays, and is uncertain."
        ))  # fmt: skip
    unknown = [year for year, _ in horizon.months if year > _price_year(history) and year not in history.index]
    if unknown:
        years = ", ".join(str(year) for year in dict.fromkeys(unknown))
        found.append(msg("The national norm of {years} is not known: payouts stay, wider.", years=years))
    return tuple(found)


def _price_year(history: SupportHistory) -> int:
    """The year whose prices the payout is at."""
    priced = np.flatnonzero(~np.isnan(history.paid) & (history.households > 0))
    return history.month(int(priced[-1]))[0] if len(priced) else history.payout_year
