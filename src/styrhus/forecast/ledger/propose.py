"""Proposes the full year from the months of the ledger, with an interval; made once for the same months."""

from decimal import Decimal
from functools import lru_cache

from styrhus.forecast.ledger.material import LEAST_MONTHS, SEASONS, Material, Method, Proposal, TooShort
from styrhus.forecast.ledger.methods import Rest, by_budget_shape, by_season

ZERO = Decimal(0)
KRONA = Decimal(1)


@lru_cache(maxsize=2048)
def propose(material: Material) -> Proposal | TooShort:
    """The year so far, what is likely of the months that are left, and the known changes.

    With 24 months or more: exponential smoothing with additive season (`methods.by_season`), else the shape of the
    budget (`methods.by_budget_shape`). TooShort with fewer than three months of the year.
    """
    this_year = material.months[len(material.months) - material.of_year :]
    if material.of_year < LEAST_MONTHS:
        return TooShort(material.of_year)
    left = 12 - material.of_year
    rest, method = _rest(material, this_year, left)
    so_far = sum(this_year, ZERO)
    known = sum((change.amount for change in material.adjustments), ZERO)
    middle, low, high = (so_far + Decimal(round(value)) + known for value in (rest.middle, rest.low, rest.high))
    return Proposal(
        middle.quantize(KRONA), low.quantize(KRONA), high.quantize(KRONA), method, len(material.months), so_far,
        Decimal(round(rest.middle)), left, material.adjustments,
    )  # fmt: skip


def _rest(material: Material, this_year: tuple[Decimal, ...], left: int) -> tuple[Rest, Method]:
    if not left:
        return Rest(0.0, 0.0, 0.0), Method.COMPLETE
    if len(material.months) >= SEASONS:
        found = by_season([float(amount) for amount in material.months], left)
        if found is not None:
            return found, Method.SEASONAL
    budget = [float(amount or 0) for amount in material.budget]
    return by_budget_shape([float(amount) for amount in this_year], budget), Method.BUDGET_SHAPE
