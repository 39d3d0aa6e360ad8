"""Proposes the full year from the months of the ledger, with an interval; made once for the same months."""

from decimal import Decimal
from functools import lru_cache

from styrhus.forecast.ledger.material import LEAST_MONTHS, SEASONS, Material, Method, Proposal, TooShort
from styrhus.forecast.ledger.methods import by_budget_shape
from styrhus.forecast.ledger.seasonal import Rest, by_season

ZERO = Decimal(0)
KRONA = Decimal(1)


@lru_cache(maxsize=2048)
def propose(material: Material) -> Proposal | TooShort:
    """The year so far, what is likely of the months that are left, and the known changes.

    With 24 months or more: the seasonal methods that were best on earlier months (`seasonal.by_season`), else the
    shape of the budget (`methods.by_budget_shape`). TooShort with fewer than three months of the year.
    """
    this_year = material.months[len(material.months) - material.of_year :]
    if material.of_year < LEAST_MONTHS:
        return TooShort(material.of_year)
    left = 12 - material.of_year
    rest = _rest(material, this_year, left)
    so_far = sum(this_year, ZERO)
    known = sum((change.amount for change in material.adjustments), ZERO)
    middle, low, high = (so_far + Decimal(round(value)) + known for value in (rest.middle, rest.low, rest.high))
    return Proposal(
        middle.quantize(KRONA), low.quantize(KRONA), high.quantize(KRONA), rest.methods[0], len(material.months),
        so_far, Decimal(round(rest.middle)), left, material.adjustments, rest.methods,
    )  # fmt: skip


def _rest(material: Material, this_year: tuple[Decimal, ...], left: int) -> Rest:
    if not left:
        return Rest(0.0, 0.0, 0.0, (Method.COMPLETE,))
    budget = [float(amount or 0) for amount in material.budget]
    if len(material.months) >= SEASONS:
        whole = budget if None not in material.budget else ()
        found = by_season([float(amount) for amount in material.months], left, whole)
        if found is not None:
            return found
    return by_budget_shape([float(amount) for amount in this_year], budget)
