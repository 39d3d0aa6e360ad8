"""The amounts of a version by unit, cost type and month."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar

from styrhus.finance.budget.entries import Entry, entries_in_force, version_entries
from styrhus.finance.budget.periodisation import NOTHING, Twelve
from styrhus.finance.budget.source import BudgetSource
from styrhus.finance.budget.version import LineKind

K = TypeVar("K", bound=Hashable)
NO_UNIT = "-"
"""Stands for money that belongs to no unit."""


def added_months(first: Twelve, second: Twelve) -> Twelve:
    """Month by month; a month that is known on one side only is what that side says."""
    return tuple(
        None if one is None and other is None else (one or Decimal(0)) + (other or Decimal(0))
        for one, other in zip(first, second, strict=True)
    )


@lru_cache(maxsize=64)
def version_months(source: BudgetSource, version: str) -> Mapping[tuple[str, str], Twelve]:
    """Net cost in kr by month for each unit's own money and cost type: (`unit` or "-", `cost type`) → twelve months.

    Neither the council's grant nor the use of surplus is in it; months are None where the budget does not say how
    the year is divided. NoVersion when there is no such version.
    """
    return _by_place(version_entries(source, version))


@lru_cache(maxsize=64)
def months_in_force(source: BudgetSource, version: str) -> Mapping[tuple[str, str], Twelve]:
    """As `version_months`, with the adopted supplementary versions that are added to it: what is followed up."""
    return _by_place(entries_in_force(source, version))


def _by_place(entries: Iterable[Entry]) -> dict[tuple[str, str], Twelve]:
    found: dict[tuple[str, str], Twelve] = {}
    for entry in entries:
        if entry.is_net_cost:
            key = (entry.unit or NO_UNIT, entry.cost_type.value)
            found[key] = added_months(found.get(key, NOTHING), entry.months)
    return found


def net_cost_of(source: BudgetSource, version: str) -> tuple[Entry, ...]:
    """The entries that the frame pays for."""
    return tuple(entry for entry in version_entries(source, version) if entry.is_net_cost)


def summed(entries: Iterable[Entry], key: Callable[[Entry], K]) -> dict[K, Decimal]:
    """The year's amounts in kr, added up by `key`; a key without entries is absent, not zero."""
    found: dict[K, Decimal] = defaultdict(Decimal)
    for entry in entries:
        found[key(entry)] += entry.amount
    return dict(found)


def version_total(source: BudgetSource, version: str) -> Decimal:
    """The net cost of a version in kr."""
    return sum((entry.amount for entry in net_cost_of(source, version)), Decimal(0))


def surplus_used(source: BudgetSource, version: str) -> Decimal:
    """How much accumulated surplus pays beside the frame, in kr (positive)."""
    used = (e for e in version_entries(source, version) if e.kind is LineKind.SURPLUS and not e.is_net_cost)
    return -sum((entry.amount for entry in used), Decimal(0))


def unfinanced(source: BudgetSource, version: str) -> Decimal:
    """The lines of unfinanced deficit, in kr: negative, because they stand for cost that has no money."""
    found = (entry for entry in net_cost_of(source, version) if entry.kind is LineKind.UNFINANCED_DEFICIT)
    return sum((entry.amount for entry in found), Decimal(0))


def falling_away(source: BudgetSource, version: str, year: int) -> tuple[Entry, ...]:
    """Temporary money whose last year is `year`: it is not there the year after."""
    return tuple(entry for entry in net_cost_of(source, version) if entry.last_year == year)
