"""Round scales for axes, and labels moved apart so that none covers another."""

from collections.abc import Sequence
from decimal import Decimal
from math import ceil, floor, log10

from styrhus.paper.charts.theme import LINE
from styrhus.values.number import decimals_of

_STEPS = (1, 2, 2.5, 5, 10)


def round_scale(low: float, high: float, *, ticks: int = 5) -> tuple[float, ...]:
    """Tick values at round steps from at or below `low` to at or above `high`, about `ticks` of them."""
    if low == high:
        low, high = low - (abs(low) or 1) * 0.05, high + (abs(high) or 1) * 0.05
    rough = (high - low) / max(ticks - 1, 1)
    power = 10 ** floor(log10(rough))
    step = next(factor * power for factor in _STEPS if factor * power >= rough * 0.999)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return tuple(round(number * step, 10) for number in range(first, last + 1))


def tick_format(ticks: Sequence[float]) -> str:
    """The d3 format with as many decimals as the step between ticks needs."""
    step = Decimal(repr(round(ticks[1] - ticks[0], 10))).normalize() if len(ticks) > 1 else Decimal(1)
    return f",.{decimals_of(step)}f"


def apart(wanted: Sequence[float], *, gap: float = LINE, lowest: float, highest: float) -> tuple[float, ...]:
    """Positions near `wanted`, at least `gap` apart and, as far as they fit, from `lowest` to `highest`."""
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    placed: list[float] = []
    for index in order:
        placed.append(max(wanted[index], placed[-1] + gap if placed else lowest))
    ceiling = highest
    for place in reversed(range(len(placed))):
        placed[place] = min(placed[place], ceiling)
        ceiling = placed[place] - gap
    positions = dict(zip(order, placed, strict=True))
    return tuple(positions[index] for index in range(len(wanted)))
