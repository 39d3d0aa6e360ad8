"""What a forecast says of a frame: how likely it is to be held, and which frame holds with a wanted certainty."""

from bisect import bisect_right
from decimal import Decimal
from math import isfinite

from styrhus.forecast.result import YearForecast
from styrhus.values.text import Text, msg

LEAST, MOST = 0.01, 0.99
"""A forecast tells percentiles from the 1st to the 99th; what is beyond them is told as a bound."""


def probability(year: YearForecast, frame: Decimal | float | None) -> float | None:
    """The share of the year's possible costs that are within `frame` kr, read between the percentiles.

    Below the 1st percentile it is 0, above the 99th 1: show it with `told`, which says so. None where there is
    nothing to judge: no frame, a frame of zero or less, a forecast without prices.
    """
    cost = year.cost_percentiles
    if frame is None or not isfinite(frame) or frame <= 0 or not _known(cost):
        return None
    amount = float(frame)
    below = bisect_right(cost, amount)
    if below in {0, len(cost)}:
        return float(below > 0)
    low, high = cost[below - 1], cost[below]
    return (below + (amount - low) / (high - low)) / 100


def frame_for(year: YearForecast, certainty: float) -> float | None:
    """The frame in kr that holds with `certainty`; None for a forecast without prices.

    ValueError for a certainty outside 0,01–0,99, which the forecast does not tell.
    """
    if not LEAST <= certainty <= MOST:
        raise ValueError(f"a certainty between {LEAST} and {MOST}, not {certainty}")
    cost = year.cost_percentiles
    if not _known(cost):
        return None
    at = round(100 * certainty - 1, 9)
    low = int(at)
    high = min(low + 1, len(cost) - 1)
    return cost[low] + (at - low) * (cost[high] - cost[low])


def _known(cost: tuple[float, ...]) -> bool:
    return len(cost) == 99 and all(map(isfinite, cost))


def told(share: float) -> Text:
    """A probability as it is shown: whole per cent, or the bound that is all the forecast knows."""
    if share < LEAST:
        return msg("under 1 %")
    if share > MOST:
        return msg("over 99 %")
    return msg("{percent} %", percent=round(100 * share))
