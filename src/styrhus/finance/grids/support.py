"""What income support comes to: net, the volume that the frame pays for, and the way to a year-end target."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.income_support import IncomeSupportFigure
from styrhus.finance.grids.span import YEAR_MONTHS, Span, span_of
from styrhus.values.missing import difference, total

HUNDRED = Decimal(100)


@dataclass(frozen=True)
class SupportValue:
    """A basis of a year: households on average a month, mean cost in kr a household and month, payments in kr.

    `months` are those that the figures stand for. `computed` is households × mean cost × months.
    """

    basis: Basis
    year: int
    months: int
    last: int
    households: Decimal | None = None
    households_at_end: Decimal | None = None
    mean_cost: Decimal | None = None
    paid: Decimal | None = None
    repaid: Decimal | None = None
    norm: Decimal | None = None
    unit: str | None = None
    indicator: str | None = None
    missing: int = 0

    @property
    def net(self) -> Decimal | None:
        """Paid less repaid; None when either is missing."""
        return difference(self.paid, self.repaid)

    @property
    def computed(self) -> Decimal | None:
        """What the payments come to by volume and price."""
        if self.households is None or self.mean_cost is None:
            return None
        return self.households * self.mean_cost * self.months

    @property
    def affordable(self) -> Decimal | None:
        """Households on average a month that the payments are enough for: paid / (mean cost × months)."""
        return affordable(self.paid, self.mean_cost, self.months)


def affordable(budget: Decimal | None, mean_cost: Decimal | None, months: int = YEAR_MONTHS) -> Decimal | None:
    """Households a month that an amount pays for; None without amount or mean cost."""
    return None if budget is None or not mean_cost or not months else budget / (mean_cost * months)


def support_values(figures: Sequence[IncomeSupportFigure]) -> tuple[SupportValue, ...]:
    """One value for each year, basis and unit: the year's own figure, or its months put together."""
    keys = {(span_of(f.period).year, f.basis, f.unit) for f in figures}
    return tuple(_value(figures, key) for key in sorted(keys, key=lambda k: (k[0], _RANK[k[1]], k[2] or "")))


_RANK = {Basis.BUDGET: 0, Basis.FORECAST: 1, Basis.OUTCOME: 2}


def _value(figures: Sequence[IncomeSupportFigure], key: tuple[int, Basis, str | None]) -> SupportValue:
    year, basis, unit = key
    own = [f for f in figures if (span_of(f.period).year, f.basis, f.unit) == key]
    whole = next((f for f in own if f.period == str(year)), None)
    if whole is not None:
        return SupportValue(
            basis, year, YEAR_MONTHS, YEAR_MONTHS, whole.households, whole.households_at_end, whole.mean_cost,
            whole.paid, whole.repaid, whole.norm, unit, whole.indicator,
        )  # fmt: skip
    own.sort(key=lambda f: span_of(f.period).last)
    spans = [span_of(f.period) for f in own]
    months, last = sum(span.months for span in spans), spans[-1].last
    paid, repaid = total(f.paid for f in own), total(f.repaid for f in own)
    return SupportValue(
        basis, year, months, last, _mean_households(own, spans), own[-1].households_at_end, _mean_cost(own, spans),
        None if paid.is_partial else paid.value, None if repaid.is_partial else repaid.value, own[-1].norm, unit,
        next((f.indicator for f in own if f.indicator), None), missing=last - months,
    )  # fmt: skip


def _mean_households(own: Sequence[IncomeSupportFigure], spans: Sequence[Span]) -> Decimal | None:
    """The mean of the months that have a number."""
    known = [(f.households, span.months) for f, span in zip(own, spans, strict=True) if f.households is not None]
    months = sum(count for _, count in known)
    return sum((households * count for households, count in known), Decimal(0)) / months if months else None


def _mean_cost(own: Sequence[IncomeSupportFigure], spans: Sequence[Span]) -> Decimal | None:
    """Weighted by households: what was paid, or households × mean cost, over all household months."""
    cost = volume = Decimal(0)
    for figure, span in zip(own, spans, strict=True):
        if not figure.households:
            continue
        count = figure.households * span.months
        amount = figure.mean_cost * count if figure.mean_cost is not None else figure.paid
        if amount is not None:
            cost, volume = cost + amount, volume + count
    return cost / volume if volume else None


@dataclass(frozen=True)
class PathMonth:
    """A month on the way: households at its end, on average in it, and what they cost (kr)."""

    month: int
    at_end: Decimal
    households: Decimal
    cost: Decimal


@dataclass(frozen=True)
class TargetPath:
    """From `start` households at the beginning of the year to `goal` at its end, the same number each month.

    `average` is (start + goal) / 2 and `cost` is average × mean cost × 12, in kr. `budget` is what is paid for it,
    `affordable` the households on average that it is enough for.
    """

    start: Decimal
    goal: Decimal
    mean_cost: Decimal
    budget: Decimal | None
    months: tuple[PathMonth, ...]

    @property
    def average(self) -> Decimal:
        return (self.start + self.goal) / 2

    @property
    def cost(self) -> Decimal:
        return self.average * self.mean_cost * YEAR_MONTHS

    @property
    def affordable(self) -> Decimal | None:
        return affordable(self.budget, self.mean_cost)

    @property
    def gap(self) -> Decimal | None:
        """Budget less cost: negative when the budget does not pay for the way to the target."""
        return difference(self.budget, self.cost)

    @property
    def goal_gap(self) -> Decimal | None:
        """Budget less a whole year at the target."""
        return difference(self.budget, self.goal * self.mean_cost * YEAR_MONTHS)

    @property
    def level_within_budget(self) -> Decimal | None:
        """The year-end level whose way the budget pays for: 2 × affordable − start; it can be below zero."""
        return None if self.affordable is None else self.affordable * 2 - self.start


def target_path(start: Decimal, goal: Decimal, mean_cost: Decimal, *, budget: Decimal | None = None) -> TargetPath:
    """The straight way to the target; a month's households are the mean of its beginning and its end."""
    step = (goal - start) / YEAR_MONTHS
    months = []
    for month in range(1, YEAR_MONTHS + 1):
        at_end = goal if month == YEAR_MONTHS else start + step * month
        households = start + step * (month * 2 - 1) / 2
        months.append(PathMonth(month, at_end, households, households * mean_cost))
    return TargetPath(start, goal, mean_cost, budget, tuple(months))


def norm_gap(amount: Decimal | None, frame: Decimal | None, norm: Decimal | None) -> Decimal | None:
    """What the norm costs beyond what the frame is counted up by, in kr: amount × (norm / frame − 1).

    `frame` and `norm` are indices of the same base (100 is the year before), `amount` the budget of the year.
    """
    return None if amount is None or not frame or norm is None else amount * (norm / frame - 1)
