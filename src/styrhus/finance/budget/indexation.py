"""A version copied to another year or purpose, with price, wage, payroll overhead and demography, each effect shown."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, localcontext
from enum import StrEnum

from styrhus.finance.budget.periodisation import ORE, PRECISION
from styrhus.finance.budget.version import BudgetLine, LineKind
from styrhus.finance.codes.dimension import CostType
from styrhus.finance.months import MONTHS
from styrhus.finance.rounding import Unreachable, rounded_to_total
from styrhus.values.number import round_half_up


class Effect(StrEnum):
    """Why the copy differs from what it is copied from, in the order in which the effects are reckoned."""

    FALLS_AWAY = "falls_away"
    FULL_YEAR = "full_year"
    PRICE = "price"
    WAGE = "wage"
    OVERHEAD = "overhead"
    DEMOGRAPHY = "demography"
    ONE_OFF = "one_off"
    RECKONED = "reckoned"
    """Capital cost of the investments as they stand in the new year."""


Effects = Mapping[Effect, Decimal]
UNRATED = {LineKind.UNFINANCED_DEFICIT, LineKind.SAVING}
"""Lines that stand as they were decided: no price or demography works on them."""
RATED = (Effect.PRICE, Effect.WAGE, Effect.OVERHEAD, Effect.DEMOGRAPHY)


@dataclass(frozen=True)
class Rates:
    """Percent a cost type: `prices` for price, of staff for wages, `demography` for volume.

    `overhead_from` and `overhead_to` are the payroll overhead in percent before and after; both or none.
    """

    prices: Mapping[CostType, Decimal] = field(default_factory=dict)
    demography: Mapping[CostType, Decimal] = field(default_factory=dict)
    overhead_from: Decimal | None = None
    overhead_to: Decimal | None = None

    @property
    def overhead_change(self) -> Decimal:
        """Percentage points of pay."""
        if self.overhead_from is None or self.overhead_to is None:
            return Decimal(0)
        return self.overhead_to - self.overhead_from


def indexed(amount: Decimal, cost_type: CostType, rates: Rates) -> dict[Effect, Decimal]:
    """The effects of the rates on an amount in kr, reckoned one upon the other and each rounded to the öre.

    Order: base → price, or wage for staff → payroll overhead → demography. Overhead works on the pay in the staff
    cost after the wage rise, which is cost / (1 + old overhead/100); demography works on all that came before. So new
    amount = amount + sum of the effects, exactly.
    """
    with localcontext() as context:
        context.prec = PRECISION
        first = Effect.WAGE if cost_type is CostType.STAFF else Effect.PRICE
        found = {first: _percent(amount, rates.prices.get(cost_type))}
        now = amount + found[first]
        if cost_type is CostType.STAFF and rates.overhead_from is not None:
            found[Effect.OVERHEAD] = _percent(now / (1 + rates.overhead_from / 100), rates.overhead_change)
            now += found[Effect.OVERHEAD]
        found[Effect.DEMOGRAPHY] = _percent(now, rates.demography.get(cost_type))
        return {effect: change for effect, change in found.items() if change}


def alone(amount: Decimal, cost_type: CostType, rates: Rates) -> dict[Effect, Decimal]:
    """What each rate would give on the amount by itself; the rest of its effect comes from the ones before it."""
    found: dict[Effect, Decimal] = {}
    for only in _one_at_a_time(rates):
        found |= indexed(amount, cost_type, only)
    return found


def _one_at_a_time(rates: Rates) -> tuple[Rates, ...]:
    overhead = Rates(overhead_from=rates.overhead_from, overhead_to=rates.overhead_to)
    return Rates(prices=rates.prices), overhead, Rates(demography=rates.demography)


def _percent(amount: Decimal, rate: Decimal | None) -> Decimal:
    return round_half_up(amount * rate / 100, ORE) if rate else Decimal(0)


def scaled_months(line: BudgetLine, amount: Decimal) -> dict[str, Decimal | None]:
    """The months that a line was given, in the same proportions for another amount; they add up to it when they did."""
    given = line.months
    if not line.amount or all(month is None for month in given) or amount == line.amount:
        return dict(zip(MONTHS, given, strict=True))
    with localcontext() as context:
        context.prec = PRECISION
        shares = [None if month is None else month * amount / line.amount for month in given]
        known = [share for share in shares if share is not None]
        whole = amount if len(known) == len(shares) and sum(filter(None, given)) == line.amount else None
        try:
            rounded = iter(rounded_to_total(known, ORE, total=whole))
        except Unreachable:
            rounded = iter([round_half_up(share, ORE) for share in known])
    return {name: None if share is None else next(rounded) for name, share in zip(MONTHS, shares, strict=True)}


@dataclass
class Ledger:
    """Effects as they are gathered, by unit and cost type."""

    base: dict[tuple[str | None, CostType], Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    effects: dict[tuple[str | None, CostType], dict[Effect, Decimal]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(Decimal))
    )
    alone: dict[Effect, Decimal] = field(default_factory=lambda: defaultdict(Decimal))

    def add(self, place: tuple[str | None, CostType], effect: Effect, amount: Decimal) -> None:
        if amount and place[1].is_net_cost:
            self.effects[place][effect] += amount

    def total(self, effect: Effect) -> Decimal:
        return sum((found.get(effect, Decimal(0)) for found in self.effects.values()), Decimal(0))


def fresh_ids(prefix: str, taken: Sequence[str] | set[str]) -> Iterator[str]:
    """Short names `prefix-1`, `prefix-2` … that nothing has yet."""
    known, number = set(taken), 0
    while True:
        number += 1
        if (key := f"{prefix[:70].rstrip('-')}-{number}") not in known:
            yield key
