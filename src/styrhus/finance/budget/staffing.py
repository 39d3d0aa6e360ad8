"""What positions cost: FTE × months × monthly salary × (1 + payroll overhead), less the months held vacant."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from styrhus.finance.budget.periodisation import ORE, spread
from styrhus.finance.budget.position import Position
from styrhus.values.number import round_half_up

YEAR = 12


@dataclass(frozen=True)
class Filled:
    """A position's share of each month that it is filled (0–1), January first."""

    shares: tuple[Decimal, ...]

    @property
    def months(self) -> Decimal:
        return sum(self.shares, Decimal(0))


def filled(position: Position) -> Filled:
    """The months `first_month`–`last_month` without those held vacant, which are the first ones of them.

    A vacancy longer than the position leaves nothing; a part of a month is a part of it.
    """
    left = max(Decimal(0), position.vacant_months)
    shares = []
    for month in range(1, YEAR + 1):
        if not position.first_month <= month <= position.last_month:
            shares.append(Decimal(0))
            continue
        vacant = min(left, Decimal(1))
        left -= vacant
        shares.append(1 - vacant)
    return Filled(tuple(shares))


def staff_cost(position: Position) -> Decimal:
    """The year's cost in kr, rounded half up to the öre.

    FTE × months filled × salary × (1 + overhead/100). Source: how personnel budgets are reckoned in municipalities;
    the overhead (PO-pålägg) is what SKR states each year as statutory fees + insurances + collective pension.
    """
    rate = 1 + position.overhead_rate / 100
    return round_half_up(position.fte * filled(position).months * position.salary * rate, ORE)


def staff_months(position: Position) -> tuple[Decimal, ...]:
    """The cost of each month in kr: the year's by the share of each month that is filled; they add up to it."""
    shares = filled(position)
    if not shares.months:
        return (Decimal(0),) * YEAR
    return spread(staff_cost(position), shares.shares)


def vacancy_saving(position: Position) -> Decimal:
    """What the held vacancy keeps back in kr: the cost without vacancy − the cost."""
    whole = position.model_copy(update={"vacant_months": Decimal(0)})
    return staff_cost(whole) - staff_cost(position)


def year_fte(position: Position) -> Decimal:
    """Full-time equivalents over the year (årsarbetare): FTE × months filled / 12, unrounded."""
    return position.fte * filled(position).months / YEAR


def is_funded_elsewhere(position: Position) -> bool:
    """Whether another than the frame pays: a grant, another board, or accumulated surplus."""
    return bool(position.funding) or position.surplus_project is not None


def fte_sum(positions: Iterable[Position]) -> Decimal:
    """FTE as employed, whatever part of the year."""
    return sum((position.fte for position in positions), Decimal(0))
