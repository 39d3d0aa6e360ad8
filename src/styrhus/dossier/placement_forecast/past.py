"""What has been, by stream and month, from spells or counts, in Decimals for pages and tables."""

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from math import isnan

from styrhus.dossier.placement_forecast.fitted import YEAR_MONTHS, Material
from styrhus.forecast import Counts, Spells, Stream
from styrhus.forecast.material.horizon import day_of
from styrhus.forecast.placements.history import history
from styrhus.forecast.placements.turnover import Turnover, turnover

Month = tuple[int, int]
Flow = tuple[Turnover, Turnover | None]
CENT = Decimal("0.01")


@dataclass(frozen=True)
class Amounts:
    """Mean persons a day and cost in kr of a stretch of time; None is not known."""

    persons: Decimal | None = None
    cost: Decimal | None = None

    @property
    def is_known(self) -> bool:
        return self.persons is not None or self.cost is not None


@dataclass(frozen=True)
class Past:
    """`held` by stream and month; a month that the data tell only the beginning of is counted up to its length.

    `complete` is false when the last month was counted up.
    """

    months: tuple[Month, ...]
    streams: tuple[Stream, ...]
    held: Mapping[tuple[Stream, Month], Amounts]
    complete: bool

    def month(self, streams: Iterable[Stream], month: Month) -> Amounts:
        """The streams together; what is not known of one of them is not known of all, but for streams without price."""
        return _added([self.held.get((stream, month), Amounts()) for stream in streams])

    def stretch(self, streams: Sequence[Stream], months: Sequence[Month]) -> Amounts:
        """The mean of persons weighted by days, and the sum of cost; None where any month is unknown."""
        parts = [self.month(streams, month) for month in months]
        days = [monthrange(*month)[1] for month in months]
        persons, cost = [part.persons for part in parts], [part.cost for part in parts]
        known = [value for value in persons if value is not None]
        spent = [value for value in cost if value is not None]
        if not parts:
            return Amounts()
        return Amounts(
            sum((v * d for v, d in zip(known, days, strict=True)), Decimal(0)) / sum(days)
            if len(known) == len(parts)
            else None,
            sum(spent, Decimal(0)) if len(spent) == len(parts) else None,
        )


def _added(parts: Sequence[Amounts]) -> Amounts:
    persons = [part.persons for part in parts if part.persons is not None]
    cost = [part.cost for part in parts if part.cost is not None]
    return Amounts(
        sum(persons, Decimal(0)) if persons and len(persons) == len(parts) else None,
        sum(cost, Decimal(0)) if cost else None,
    )


@lru_cache(maxsize=8)
def past_of(material: Material, first_year: int) -> Past:
    """The months from January of `first_year`, or from where the material begins, to where it ends."""
    if isinstance(material.data, Spells):
        return _of_spells(material.data, material.last_month, first_year)
    return _of_counts(material.data, first_year)


@lru_cache(maxsize=8)
def flows_of(material: Material) -> Mapping[Stream, Flow]:
    """Who came and left in the last year of spells, and in the one before; nothing for counts."""
    return turnover(material.data) if isinstance(material.data, Spells) else {}


def _of_spells(spells: Spells, last: Month, first_year: int) -> Past:
    begun = day_of(spells.first)
    first = max((begun.year, begun.month), (first_year, 1))
    if first > last:
        return Past((), spells.streams, {}, complete=True)
    found = history(spells, first, last)
    length = monthrange(*last)[1]
    told = day_of(spells.as_of).day
    held = {}
    for stream, persons, cost in zip(spells.streams, found.persons.tolist(), found.cost.tolist(), strict=True):
        for month, many, spent in zip(found.months, persons, cost, strict=True):
            scale = length / told if month == last else 1.0
            held[stream, month] = Amounts(_decimal(many), _kronor(spent * scale))
    return Past(found.months, spells.streams, held, complete=told == length)


def _of_counts(counts: Counts, first_year: int) -> Past:
    """A yearly count stands in each of its months; cost = persons × price of a person and month."""
    held, months = {}, []
    begin = counts.first[0] * YEAR_MONTHS + counts.first[1] - 1
    for number in range(begin, begin + len(counts) * counts.months_each):
        month = (number // YEAR_MONTHS, number % YEAR_MONTHS + 1)
        if month[0] < first_year:
            continue
        months.append(month)
        at = (number - begin) // counts.months_each
        for place, stream in enumerate(counts.streams):
            persons, price = float(counts.persons[place, at]), float(counts.price[place, at])
            held[stream, month] = Amounts(_decimal(persons), _kronor(persons * price))
    return Past(tuple(months), counts.streams, held, complete=True)


def _decimal(value: float) -> Decimal | None:
    return None if isnan(value) else Decimal(repr(value)).quantize(CENT)


def _kronor(value: float) -> Decimal | None:
    return None if isnan(value) else Decimal(round(value))
