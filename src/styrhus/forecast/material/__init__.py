"""What a forecast is made from: spells, counts, the months ahead."""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from styrhus.forecast.material.counts import Counts
    from styrhus.forecast.material.horizon import Horizon
    from styrhus.forecast.material.spells import OPEN, Spells
    from styrhus.forecast.material.stream import Stream

_HOMES = {"Counts": "counts", "Horizon": "horizon", "OPEN": "spells", "Spells": "spells", "Stream": "stream"}
"""Where each name lives. They are read when asked for: a page that shows a frozen forecast must not wait for numpy."""

__all__ = ["OPEN", "Counts", "Horizon", "Spells", "Stream"]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"styrhus.forecast.material has no {name}")
    return getattr(importlib.import_module(f"styrhus.forecast.material.{_HOMES[name]}"), name)
