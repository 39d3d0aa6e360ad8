"""What counts tell of the months ahead, in draws, before any lever."""

from dataclasses import dataclass

from styrhus.forecast.material.horizon import Horizon
from styrhus.forecast.material.stream import Stream
from styrhus.forecast.series.smooth import Array
from styrhus.values.text import Text


@dataclass(frozen=True, eq=False)
class World:
    """D draws of S streams over M months.

    persons  (D, S, M) mean persons a day
    price    (D, S, M) kr a person and month; NaN for a stream without any price
    stay     (D, S) mean stay in months, which counts do not tell and which is therefore drawn widely
    """

    streams: tuple[Stream, ...]
    horizon: Horizon
    persons: Array
    price: Array
    stay: Array
    seed: int
    notes: tuple[Text, ...] = ()
