"""What is likely to come: the only room where amounts become floating point numbers, and only here.

from styrhus.caseload import read_spells
from styrhus.forecast import Lever, LeverKind, fit

fitted = fit(read_spells("placements.csv").spells, months=24)
base = fitted.forecast()
less = fitted.forecast([Lever(LeverKind.INFLOW, -0.10)])
"""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from styrhus.forecast.lever import Capacity, Lever, LeverKind, OverflowRule
    from styrhus.forecast.make import Fitted, fit
    from styrhus.forecast.material import OPEN, Counts, Horizon, Spells, Stream
    from styrhus.forecast.result import Distribution, Forecast, Measures, StreamForecast, YearForecast

_HOMES = {
    "Capacity": "lever", "Lever": "lever", "LeverKind": "lever", "OverflowRule": "lever",
    "Fitted": "make", "fit": "make",
    "OPEN": "material", "Counts": "material", "Horizon": "material", "Spells": "material", "Stream": "material",
    "Distribution": "result", "Forecast": "result", "Measures": "result", "StreamForecast": "result",
    "YearForecast": "result",
}  # fmt: skip
"""Where each name lives. They are read when asked for: pages that forecast nothing must not wait for numpy."""

__all__ = [
    "OPEN", "Capacity", "Counts", "Distribution", "Fitted", "Forecast", "Horizon", "Lever", "LeverKind", "Measures",
    "OverflowRule", "Spells", "Stream", "StreamForecast", "YearForecast", "fit",
]  # fmt: skip


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"styrhus.forecast has no {name}")
    return getattr(importlib.import_module(f"styrhus.forecast.{_HOMES[name]}"), name)
