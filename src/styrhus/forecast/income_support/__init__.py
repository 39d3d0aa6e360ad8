"""Income support: households by how long they have had it, what they cost, and what a measure would change.

from styrhus.forecast.income_support import SupportHistory, fit_support

fitted = fit_support(history, months=12)
base = fitted.forecast()
fewer = fitted.forecast([Lever(LeverKind.INFLOW, -0.10)], [Places(40, start=3)])
"""

from styrhus.forecast.income_support.history import SupportHistory, YearLevel
from styrhus.forecast.income_support.make import FittedSupport, fit_support
from styrhus.forecast.income_support.parameters import BANDS, STATES, SupportParameters
from styrhus.forecast.income_support.places import Places

__all__ = [
    "BANDS", "STATES", "FittedSupport", "Places", "SupportHistory", "SupportParameters", "YearLevel", "fit_support",
]  # fmt: skip
