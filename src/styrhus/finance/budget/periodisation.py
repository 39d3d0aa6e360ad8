"""How a year's amount falls on months: to the öre, so that the twelve add up to the year."""

from collections.abc import Mapping, Sequence
from decimal import Decimal, localcontext

from styrhus.finance.budget.version import BudgetLine, PeriodisationKey
from styrhus.finance.codes.dimension import CostType
from styrhus.finance.ledger.balance import Balance, LedgerMonth
from styrhus.finance.rounding import rounded_to_total
from styrhus.values.number import decimals_of

Twelve = tuple[Decimal | None, ...]
"""An amount for each month, January first; None where it is not known, which is never zero."""
NOTHING: Twelve = (None,) * 12
TWELFTHS = (Decimal(1),) * 12
ORE = 2
PRECISION = 80
"""Digits that a share is reckoned with, so that no rounding but the last one shows."""


class NotSpreadable(ValueError):
    """Weights that an amount cannot be spread by: some are missing, they have both signs, or all are zero."""


def spread(amount: Decimal, weights: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """`amount` × weight / sum of weights, each rounded to the öre so that together they are `amount`.

    The largest remainders are rounded up (finance.rounding); an amount with finer decimals keeps them. NotSpreadable
    when the weights add up to zero or have both signs, which would make months larger than their year.
    """
    whole = sum(weights, Decimal(0))
    if not whole or any(weight * whole < 0 for weight in weights):
        raise NotSpreadable("the weights do not say how the amount is divided")
    with localcontext() as context:
        context.prec = PRECISION
        shares = [amount * weight / whole for weight in weights]
        return rounded_to_total(shares, max(ORE, decimals_of(amount)), total=amount)


def periodise(amount: Decimal, key: PeriodisationKey | None) -> tuple[Decimal, ...]:
    """The twelve amounts of a year's amount in kr by a key, in twelfths without one; they add up to it to the öre.

    NotSpreadable when the key lacks a month: a month that nobody has said anything about is not zero.
    """
    if key is None:
        return spread(amount, TWELFTHS)
    weights = [weight for weight in key.months if weight is not None]
    if len(weights) < len(key.months):
        raise NotSpreadable(f"the key {key.id} does not have all months")
    return spread(amount, weights)


def line_months(line: BudgetLine, keys: Mapping[str, PeriodisationKey]) -> Twelve:
    """The months of a line in kr: those that are given, and the rest of the amount by its key.

    With all twelve given they stand as they are. With some given, what is left of the amount falls on the others by
    the key's weights of those months. All are None when the key cannot spread it.
    """
    given = line.months
    if all(month is not None for month in given):
        return given
    key = keys.get(line.periodisation) if line.periodisation else None
    if line.periodisation and key is None:
        return given
    weights = TWELFTHS if key is None else key.months
    open_months = [place for place, month in enumerate(given) if month is None]
    left = line.amount - sum((month for month in given if month is not None), Decimal(0))
    own = [weight for place in open_months if (weight := weights[place]) is not None]
    if len(own) < len(open_months):
        return given
    try:
        amounts = dict(zip(open_months, spread(left, own), strict=True))
    except NotSpreadable:
        return given
    return tuple(amounts.get(place, month) for place, month in enumerate(given))


def shape_of(
    balances: Sequence[Balance], months: Sequence[LedgerMonth], year: int, *,
    units: frozenset[str] | None = None, cost_type: CostType | None = None,
) -> tuple[Decimal, ...] | None:  # fmt: skip
    """The net cost of each month of a year in the ledger, in kr, as weights of a key ("last year's shape").

    `units` None is the whole board, `cost_type` None all that is net cost. None when the ledger does not have all
    twelve months, or when they cannot serve as weights; a month that it has without any row is zero.
    """
    if {month.month for month in months if month.year == year} != set(range(1, 13)):
        return None
    found = [Decimal(0)] * 12
    for balance in balances:
        wanted = balance.cost_type is cost_type if cost_type else _is_net(balance)
        if balance.year == year and wanted and (units is None or balance.unit in units):
            found[balance.month - 1] += balance.amount
    try:
        spread(Decimal(1), found)
    except NotSpreadable:
        return None
    return tuple(found)


def _is_net(balance: Balance) -> bool:
    return balance.cost_type is None or balance.cost_type.is_net_cost
