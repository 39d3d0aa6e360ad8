"""Reception: who was there, came and left by year, and the state grant that each cohort brings in instalments."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.reception import CountedAt, GrantInstalment, ReceptionCohort
from styrhus.finance.grids.span import YEAR_MONTHS, span_of
from styrhus.values.missing import Sum, total

_RANK = {Basis.OUTCOME: 0, Basis.FORECAST: 1, Basis.BUDGET: 2}


@dataclass(frozen=True)
class YearFlow:
    """A group in a year, in persons: opening + received − left = closing.

    `received` tells each part; `left` follows when the other three are known. `middle` is the count at mid-year.
    """

    group: str
    year: int
    basis: Basis
    opening: Decimal | None
    received: tuple[tuple[str, Decimal | None], ...]
    middle: Decimal | None
    closing: Decimal | None

    @property
    def arrived(self) -> Sum:
        """All parts of the reception together."""
        return total(persons for _, persons in self.received)

    @property
    def left(self) -> Decimal | None:
        """Those who moved on, aged out or left: opening + received − closing."""
        arrived = self.arrived
        if self.opening is None or self.closing is None or arrived.value is None or arrived.is_partial:
            return None
        return self.opening + arrived.value - self.closing


def year_flows(cohorts: Sequence[ReceptionCohort]) -> tuple[YearFlow, ...]:
    """Groups and years in which anything was counted; the outcome goes before a forecast and that before a budget."""
    counts = _counts(cohorts)
    groups = dict.fromkeys(c.group for c in cohorts)
    years = sorted({span_of(c.period).year for c in cohorts})
    return tuple(flow for group in groups for year in years if (flow := _flow(counts, group, year)) is not None)


Counts = dict[tuple[str, int, CountedAt, str], tuple[Basis, Decimal | None]]


def _counts(cohorts: Sequence[ReceptionCohort]) -> Counts:
    """What is known by group, year, point and part; the months of a flow are added."""
    held: dict[tuple[str, int, CountedAt, str], list[ReceptionCohort]] = defaultdict(list)
    for cohort in cohorts:
        held[cohort.group, span_of(cohort.period).year, cohort.at, cohort.part].append(cohort)
    found: Counts = {}
    for key, rows in held.items():
        best = min((row.basis for row in rows if row.persons is not None), key=_RANK.__getitem__, default=None)
        if best is None:
            best = rows[0].basis
        own = [row for row in rows if row.basis is best]
        whole = [row for row in own if row.period == str(key[1])]
        counted = total(row.persons for row in whole or own)
        found[key] = (best, own[-1].persons if key[2] is not CountedAt.FLOW else counted.value)
    return found


def _flow(counts: Counts, group: str, year: int) -> YearFlow | None:
    def at(point: CountedAt, of: int) -> Decimal | None:
        return counts.get((group, of, point, ""), (Basis.OUTCOME, None))[1]

    own = {key: held for key, held in counts.items() if key[:2] == (group, year)}
    if not own:
        return None
    received = tuple((key[3], held[1]) for key, held in own.items() if key[2] is CountedAt.FLOW)
    opening = at(CountedAt.OPENING, year)
    if opening is None:
        opening = at(CountedAt.CLOSING, year - 1)
    basis = max((held[0] for held in own.values()), key=_RANK.__getitem__)
    return YearFlow(group, year, basis, opening, received, at(CountedAt.MIDDLE, year), at(CountedAt.CLOSING, year))


@dataclass(frozen=True)
class GrantIncome:
    """What a cohort (those of a group received in a year) brings in kr in a year, by instalments."""

    group: str
    cohort: int
    year: int
    amount: Decimal


def grant_incomes(
    cohorts: Sequence[ReceptionCohort], instalments: Sequence[GrantInstalment]
) -> tuple[GrantIncome, ...]:
    """The grant by cohort and the year that it is paid in.

    People received in a month get each instalment `months_after` it. A year's reception without months is spread
    evenly over its twelve months. The amount is that in force the year of reception. The best known basis counts.
    """
    sums: dict[tuple[str, int, int], Decimal] = defaultdict(Decimal)
    for group, year, month, persons in received_by_month(cohorts):
        for instalment in _in_force(instalments, group, year):
            paid = year + (month - 1 + instalment.months_after) // YEAR_MONTHS
            sums[group, year, paid] += persons * instalment.amount
    return tuple(GrantIncome(*key, amount) for key, amount in sorted(sums.items()))


def received_by_month(cohorts: Sequence[ReceptionCohort]) -> Iterator[tuple[str, int, int, Decimal]]:
    """Group, year, month and persons received."""
    best: dict[tuple[str, str, int], Basis] = {}
    for cohort in cohorts:
        key = (cohort.group, cohort.part, span_of(cohort.period).year)
        if cohort.at is CountedAt.FLOW and cohort.persons is not None:
            best[key] = min(best.get(key, cohort.basis), cohort.basis, key=_RANK.__getitem__)
    for cohort in cohorts:
        span = span_of(cohort.period)
        known = cohort.at is CountedAt.FLOW and cohort.persons is not None
        if known and best[cohort.group, cohort.part, span.year] is cohort.basis:
            for month in range(span.first, span.last + 1):
                yield cohort.group, span.year, month, (cohort.persons or Decimal(0)) / span.months


def _in_force(instalments: Sequence[GrantInstalment], group: str, year: int) -> list[GrantInstalment]:
    """The instalments of a group in the version that was in force in a year."""
    own = [i for i in instalments if i.group == group and i.valid_from <= year]
    latest = max((i.valid_from for i in own), default=None)
    return [i for i in own if i.valid_from == latest]
