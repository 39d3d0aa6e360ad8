"""Rounding so that the parts of a sum still add up to it: the largest remainder method."""

from collections.abc import Sequence
from decimal import ROUND_FLOOR, Decimal

from styrhus.values.number import round_half_up


class Unreachable(ValueError):
    """No rounding of the values, each up or down to its nearest steps, adds up to the wanted total."""


def rounded_to_total(values: Sequence[Decimal], decimals: int, *, total: Decimal | None = None) -> tuple[Decimal, ...]:
    """Each value rounded up or down to `decimals` so that together they are `total`.

    `total` is the exact sum rounded half up unless another one is asked for, in the same unit and already
    rounded. Those whose remainders are largest are rounded up, of equal ones the first; so the distance from
    the exact values is the least possible. Unreachable when `total` lies too far off. Source: the largest
    remainder method (Hamilton), which elections to the Riksdag do not use but tables of shares do.
    """
    step = Decimal(1).scaleb(-decimals)
    floors = [value.quantize(step, rounding=ROUND_FLOOR) for value in values]
    wanted = round_half_up(sum(values, Decimal(0)), decimals) if total is None else total
    missing = (wanted - sum(floors, Decimal(0))) / step
    remainders = [(value - floor, -index) for index, (value, floor) in enumerate(zip(values, floors, strict=True))]
    raised = sorted((pair for pair in remainders if pair[0]), reverse=True)
    if missing != int(missing) or not 0 <= missing <= len(raised):
        raise Unreachable(f"{len(values)} values cannot be rounded to {wanted}")
    up = {-index for _, index in raised[: int(missing)]}
    return tuple(floor + step if index in up else floor for index, floor in enumerate(floors))
