"""What a forecast is made from: spells, counts, the months ahead."""

from styrhus.forecast.material.counts import Counts
from styrhus.forecast.material.horizon import Horizon
from styrhus.forecast.material.spells import OPEN, Spells
from styrhus.forecast.material.stream import Stream

__all__ = ["OPEN", "Counts", "Horizon", "Spells", "Stream"]
