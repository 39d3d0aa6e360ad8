"""Capital cost of investments: straight-line depreciation and internal interest, month by month."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from styrhus.finance.budget.investment import Investment
from styrhus.finance.budget.periodisation import ORE
from styrhus.values.number import round_half_up


@dataclass(frozen=True)
class CapitalMonth:
    """Depreciation and interest of a month in kr."""

    month: int
    depreciation: Decimal
    interest: Decimal

    @property
    def cost(self) -> Decimal:
        return self.depreciation + self.interest


@dataclass(frozen=True)
class CapitalYear:
    """A year of an investment in kr: opening − depreciation = closing; in its first year it opens with its amount."""

    year: int
    opening: Decimal
    months: tuple[CapitalMonth, ...]

    @property
    def depreciation(self) -> Decimal:
        return sum((month.depreciation for month in self.months), Decimal(0))

    @property
    def interest(self) -> Decimal:
        return sum((month.interest for month in self.months), Decimal(0))

    @property
    def cost(self) -> Decimal:
        return self.depreciation + self.interest

    @property
    def closing(self) -> Decimal:
        return self.opening - self.depreciation


def is_reckonable(investment: Investment) -> bool:
    """Whether a schedule can be made: the lifetime is at least a year."""
    return investment.lifetime > 0


def capital_year(investment: Investment, year: int) -> CapitalYear | None:
    """The cost of a year; None before it is in use, after its lifetime, or without a lifetime.

    Depreciation is straight-line from the month in which the asset is in use (RKR R4 Materiella
    anläggningstillgångar): the first k of n months take amount × k/n, rounded to the öre, so that all of them are the
    amount. Interest of a month is rate/100/12 × the book value at the opening of the year, in the first year the
    amount (nominal method, on the internal interest that SKR proposes each year or the municipality decides).
    """
    if not is_reckonable(investment):
        return None
    held = [month for month in range(1, 13) if 0 <= _age(investment, year, month) < investment.lifetime * 12]
    if not held:
        return None
    opening = investment.amount - _depreciated(investment, _age(investment, year, held[0]))
    months = tuple(_month(investment, _age(investment, year, month), month, opening) for month in held)
    return CapitalYear(year, opening, months)


def schedule(investment: Investment) -> Iterator[CapitalYear]:
    """Every year of the investment, first to last."""
    for year in range(investment.year, investment.year + max(0, investment.lifetime) + 1):
        found = capital_year(investment, year)
        if found is not None:
            yield found


def _age(investment: Investment, year: int, month: int) -> int:
    """Whole months from the first month in use."""
    return (year - investment.year) * 12 + month - investment.month


def _depreciated(investment: Investment, months: int) -> Decimal:
    """What the first `months` months have taken."""
    return round_half_up(investment.amount * months / (investment.lifetime * 12), ORE)


def _month(investment: Investment, age: int, month: int, opening: Decimal) -> CapitalMonth:
    taken = _depreciated(investment, age + 1) - _depreciated(investment, age)
    return CapitalMonth(month, taken, round_half_up(opening * investment.interest_rate / 1200, ORE))
