"""The planned effect of a saving, month by month and year by year, in kr with öre."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from styrhus.finance.savings.saving import Saving, SavingEffect

Twelve = tuple[Decimal, ...]
"""An amount for each month, January first."""


@dataclass(frozen=True)
class YearEffect:
    """What a saving is to give, in kr: in a year, in the next, and in a whole year at full ramp.

    `one_off` is what it costs once, in that year.
    """

    this_year: Decimal
    next_year: Decimal
    full_year: Decimal
    one_off: Decimal

    @property
    def change(self) -> Decimal:
        """What the next year adds to (or, negative, takes back from) the effect of this one: what plans print."""
        return self.next_year - self.this_year

    @property
    def net(self) -> Decimal:
        """The effect of the year when the cost of getting there is paid."""
        return self.this_year - self.one_off


def planned_months(saving: Saving, year: int, effects: Sequence[SavingEffect] = ()) -> Twelve:
    """The planned effect of each month of a year, in kr with öre.

    A month at full ramp gives a twelfth of the full-year effect. With a ramp of r months the k:th month gives k/r of
    that, so that month r is the first full one; r = 0 and r = 1 begin in full. Before the start and after the end
    there is nothing. A `planned` row among `effects` replaces the month that it names. Months are rounded so that
    what has been gathered from the start is never more than half an öre from the exact amount.
    """
    told = {e.month: e.amount for e in effects if e.planned and (e.saving, e.year) == (saving.id, year)}
    first = (year - saving.start_year) * 12 + 1 - saving.start_month
    return tuple(
        told[month] if month in told else _gathered(saving, first + month) - _gathered(saving, first + month - 1)
        for month in range(1, 13)
    )


def planned(saving: Saving, year: int, effects: Sequence[SavingEffect] = ()) -> Decimal:
    """The planned effect of a whole year, in kr."""
    return sum(planned_months(saving, year, effects), Decimal(0))


def year_effect(saving: Saving, year: int, effects: Sequence[SavingEffect] = ()) -> YearEffect:
    """The effect of a year beside that of the next and that of a full year."""
    paid = saving.one_off_cost if (saving.one_off_year or saving.start_year) == year else None
    return YearEffect(
        planned(saving, year, effects), planned(saving, year + 1, effects), saving.full_year_effect, paid or Decimal(0)
    )


def lasts(saving: Saving) -> int | None:
    """How many months it gives an effect; None when it has no end."""
    if saving.end_year is None:
        return None
    return max(0, (saving.end_year - saving.start_year) * 12 + (saving.end_month or 12) - saving.start_month + 1)


def _gathered(saving: Saving, months: int) -> Decimal:
    """What `months` months from the start give together."""
    end = lasts(saving)
    count = max(0, months if end is None else min(months, end))
    ramp = max(1, saving.ramp_months)
    climbing = min(count, ramp)
    share = Fraction(climbing * (climbing + 1), 2 * ramp) + count - climbing
    exact = Fraction(saving.full_year_effect) * share / 12
    return rounded(exact)


def rounded(amount: Fraction) -> Decimal:
    """An exact amount in kr rounded half away from zero to the öre."""
    size = int(abs(amount) * 100 + Fraction(1, 2))
    return Decimal(size if amount >= 0 else -size).scaleb(-2)


def spread(amount: Decimal, first_month: int) -> Twelve:
    """An amount in equal parts over the months from `first_month` to December, to the öre and without a rest."""
    parts = 13 - first_month
    levels = [rounded(Fraction(amount) * max(0, month - first_month + 1) / parts) for month in range(13)]
    return tuple(levels[month] - levels[month - 1] for month in range(1, 13))
