"""The gap account: what is required less what is realised less what is identified and still to come."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from styrhus.finance.savings.planned import planned_months, spread
from styrhus.finance.savings.realised import RealisedYear
from styrhus.finance.savings.saving import Saving, SavingEffect, SavingsRequirement, SavingStatus

IDENTIFIED = {SavingStatus.DECIDED, SavingStatus.STARTED, SavingStatus.REALISED}
"""Those whose planned effect counts; ideas stand apart, paused and abandoned ones count for nothing more."""


@dataclass(frozen=True)
class GapMonth:
    """One month, or several together, in kr.

    `planned` is the identified effect as planned. What is known of it is `realised`; what lies ahead is `to_come`.
    `unconfirmed` is planned effect of months gone that nobody has measured or stated: it is not counted, and so is
    part of the gap. `at_risk` is the part of `to_come` that rests on a measure that is paused or abandoned, `ideas`
    what ideas would give ahead; neither changes the gap.
    """

    required: Decimal = Decimal(0)
    planned: Decimal = Decimal(0)
    realised: Decimal = Decimal(0)
    to_come: Decimal = Decimal(0)
    unconfirmed: Decimal = Decimal(0)
    at_risk: Decimal = Decimal(0)
    ideas: Decimal = Decimal(0)

    @property
    def gap(self) -> Decimal:
        """Requirement − identified (still to come) − realised: positive is what is missing."""
        return self.required - self.to_come - self.realised

    @property
    def unidentified(self) -> Decimal:
        """Requirement − all that is identified as planned, realised or not."""
        return self.required - self.planned

    def __add__(self, other: "GapMonth") -> "GapMonth":
        return GapMonth(*(getattr(self, name) + getattr(other, name) for name in FIELDS))


FIELDS = ("required", "planned", "realised", "to_come", "unconfirmed", "at_risk", "ideas")


@dataclass(frozen=True)
class GapAccount:
    """A year's account as it stands at the end of `month` (0: before the year has begun)."""

    year: int
    month: int
    months: tuple[GapMonth, ...]

    @property
    def whole(self) -> GapMonth:
        """The whole year."""
        return total(self.months)

    @property
    def so_far(self) -> GapMonth:
        """January to `month`."""
        return total(self.months[: self.month])

    @property
    def accumulated(self) -> tuple[GapMonth, ...]:
        """January to each month."""
        return tuple(total(self.months[:count]) for count in range(1, 13))


def total(months: Iterable[GapMonth]) -> GapMonth:
    """Several months together."""
    return sum(months, GapMonth())


@dataclass(frozen=True)
class Measures:
    """Savings with what is known of them: `given` is by saving, see `realised`; `threatened` those `at_risk`."""

    savings: Sequence[Saving]
    effects: Sequence[SavingEffect]
    given: Mapping[str, RealisedYear]
    threatened: frozenset[str] = frozenset()


def gap_account(requirements: Sequence[SavingsRequirement], measures: Measures, year: int, month: int) -> GapAccount:
    """The account of a year at the end of `month`.

    The requirements of the year are taken in equal parts from their first month. They add up: one that is divided
    among units must not be repeated for the whole.
    """
    required = [spread(r.amount, r.first_month) for r in requirements if r.year == year]
    months = [GapMonth(required=sum((held[index] for held in required), Decimal(0))) for index in range(12)]
    for saving in measures.savings:
        plan = planned_months(saving, year, measures.effects)
        for index in range(12):
            known = measures.given[saving.id][index].amount
            if index < month:
                months[index] += _gone(saving, plan[index], known)
            else:
                months[index] += _ahead(saving, plan[index], saving.id in measures.threatened)
    return GapAccount(year, month, tuple(months))


def _gone(saving: Saving, plan: Decimal, known: Decimal | None) -> GapMonth:
    """What a saving adds to a month that is over."""
    counted = plan if saving.status in IDENTIFIED else Decimal(0)
    if known is None:
        return GapMonth(planned=counted, unconfirmed=counted)
    return GapMonth(planned=counted, realised=known)


def _ahead(saving: Saving, plan: Decimal, threatened: bool) -> GapMonth:
    """What a saving adds to a month to come."""
    if saving.status is SavingStatus.IDEA:
        return GapMonth(ideas=plan)
    if saving.status not in IDENTIFIED:
        return GapMonth()
    return GapMonth(planned=plan, to_come=plan, at_risk=plan if threatened else Decimal(0))


def gaps_by_unit(
    requirements: Sequence[SavingsRequirement], measures: Measures, year: int, month: int
) -> dict[str | None, GapAccount]:
    """An account for each unit with a requirement or a saving (None: the board as a whole); together the board's."""
    units = dict.fromkeys([*(r.unit for r in requirements if r.year == year), *(s.unit for s in measures.savings)])
    return {
        unit: gap_account(
            [r for r in requirements if r.unit == unit],
            replace(measures, savings=[s for s in measures.savings if s.unit == unit]),
            year,
            month,
        )
        for unit in units
    }


def at_risk(savings: Sequence[Saving]) -> frozenset[str]:
    """The savings whose effect rests, directly or through others, on one that is paused or abandoned."""
    stopped = {s.id for s in savings if s.status in {SavingStatus.PAUSED, SavingStatus.ABANDONED}}
    found: set[str] = set()
    while more := {s.id for s in savings if s.id not in found | stopped and {*s.depends_on} & (stopped | found)}:
        found |= more
    return frozenset(found)
