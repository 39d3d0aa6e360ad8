"""What savings have given, month by month: measured where a rule says how, else as stated, else missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from styrhus.finance.savings.grounds import Grounds, grounds
from styrhus.finance.savings.measured import Books, Month
from styrhus.finance.savings.planned import Twelve, planned_months, rounded
from styrhus.finance.savings.saving import MeasuredBy, Saving, SavingEffect, SavingStatus

UNDER_WAY = {SavingStatus.DECIDED, SavingStatus.STARTED, SavingStatus.REALISED, SavingStatus.PAUSED}
"""Those that can be measured: an idea has changed nothing yet, and what is abandoned is no longer the reason."""


class Known(StrEnum):
    """How a realised effect is known."""

    LEDGER = "ledger"
    VOLUME = "volume"
    STATED = "stated"
    MISSING = "missing"
    MIXED = "mixed"


@dataclass(frozen=True)
class Realised:
    """The effect of a month in kr, None when nobody knows it."""

    amount: Decimal | None = None
    known: Known = Known.MISSING


RealisedYear = tuple[Realised, ...]
"""Twelve months, January first."""


def realised(
    savings: Sequence[Saving], effects: Sequence[SavingEffect], books: Books, year: int
) -> Mapping[str, RealisedYear]:
    """The twelve months of each saving by id.

    A month is measured when the saving has a complete rule, is under way, has begun and has not ended, and the
    ledger or the grid has the month; else it is what was stated, else it is missing. Savings that share a ground
    share what is measured there by their planned effects of the month (in equal parts where they plan none).
    """
    measuring = _Measuring(
        {saving.id: saving for saving in savings if saving.status in UNDER_WAY}, tuple(effects), books, year
    )
    stated = {(e.saving, e.month): e.amount for e in effects if not e.planned and e.year == year}
    return {
        saving.id: tuple(
            _month(saving, stated.get((saving.id, month)), measuring.share(saving, (year, month)))
            for month in range(1, 13)
        )
        for saving in savings
    }


def _month(saving: Saving, stated: Decimal | None, measured: Decimal | None) -> Realised:
    if measured is not None:
        return Realised(measured, Known.VOLUME if saving.measured_by is MeasuredBy.VOLUME else Known.LEDGER)
    return Realised() if stated is None else Realised(stated, Known.STATED)


@dataclass(frozen=True)
class _Measuring:
    """The savings that can be measured, with what they share."""

    savings: Mapping[str, Saving]
    effects: tuple[SavingEffect, ...]
    books: Books
    year: int

    @cached_property
    def _grounds(self) -> Grounds:
        return grounds(tuple(self.savings.values()), self.books.below, self.books.row_units)

    @cached_property
    def _plans(self) -> Mapping[str, Twelve]:
        return {key: planned_months(saving, self.year, self.effects) for key, saving in self.savings.items()}

    def share(self, saving: Saving, month: Month) -> Decimal | None:
        """The saving's share of what its ground gave; None when it is not measured this month."""
        ground = self._grounds.of.get(saving.id)
        if ground is None or saving.baseline is None or not runs(saving, month):
            return None
        effect = self.books.effect(ground, saving.baseline, month)
        if effect is None:
            return None
        sharing = [key for key in self._grounds.sharing[ground] if runs(self.savings[key], month)]
        weights = [max(self._plans[key][month[1] - 1], Decimal(0)) for key in sharing]
        return shares(effect, weights)[sharing.index(saving.id)]


def runs(saving: Saving, month: Month) -> bool:
    """Whether the saving has begun and not ended in a month."""
    begun = month >= (saving.start_year, saving.start_month)
    return begun and (saving.end_year is None or month <= (saving.end_year, saving.end_month or 12))


def shares(amount: Decimal, weights: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """An amount divided by weights to the öre, adding up to it; in equal parts where all weights are zero."""
    total = sum(weights, Decimal(0))
    parts = [Fraction(w) for w in weights] if total else [Fraction(1)] * len(weights)
    whole, gathered, before, found = sum(parts), Fraction(0), Decimal(0), []
    for part in parts:
        gathered += part
        level = rounded(Fraction(amount) * gathered / whole)
        found.append(level - before)
        before = level
    return tuple(found)


def known_of(months: Sequence[Realised]) -> Known:
    """How the effect of several months together is known; the months that are missing are left aside."""
    kinds = {month.known for month in months if month.amount is not None}
    if not kinds:
        return Known.MISSING
    return kinds.pop() if len(kinds) == 1 else Known.MIXED


def known_sum(months: Sequence[Realised]) -> Decimal | None:
    """What is known of several months together; None when nothing is."""
    amounts = [month.amount for month in months if month.amount is not None]
    return sum(amounts, Decimal(0)) if amounts else None
