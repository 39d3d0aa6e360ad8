"""Whether two different figures look like one figure written wrongly."""

from decimal import Decimal
from enum import StrEnum

from styrhus.review.understanding.figures_numbers import Figure
from styrhus.values.number import decimals_of, round_half_up


class Slip(StrEnum):
    """How one figure became the other: a digit, two swapped digits, or a thousand times too much or too little."""

    DIGIT = "digit"
    SWAPPED = "swapped"
    SCALE = "scale"


def slip(stated: Figure, actual: Decimal) -> Slip | None:
    """How `stated` may have come from `actual` (in the unit of `amount`); None when it is rather another fact."""
    actual = abs(actual)
    if not stated.value or not actual:
        return None
    per = stated.size / abs(stated.value)
    decimals = decimals_of(stated.value)
    for factor in (1000, Decimal("0.001")):
        if round_half_up(actual / per * factor, decimals) == abs(stated.value):
            return Slip.SCALE
    one, other = _digits(abs(stated.value), decimals), _digits(actual / per, decimals)
    if len(one) != len(other):
        return None
    unlike = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(unlike) == 1:
        return Slip.DIGIT
    swapped = len(unlike) == 2 and unlike[1] == unlike[0] + 1 and one[unlike[0]] == other[unlike[1]]
    return Slip.SWAPPED if swapped and one[unlike[1]] == other[unlike[0]] else None


def _digits(value: Decimal, decimals: int) -> str:
    return str(round_half_up(value, decimals)).replace(".", "").lstrip("0")
