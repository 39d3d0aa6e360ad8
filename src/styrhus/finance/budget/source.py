"""What the budget is read from: any value with these parts, such as a dossier."""

from collections.abc import Hashable, Sequence
from typing import Protocol

from styrhus.finance.budget.investment import Investment
from styrhus.finance.budget.position import Position
from styrhus.finance.budget.reserve import ReserveItem, SurplusProject
from styrhus.finance.budget.version import BudgetLine, BudgetVersion, PeriodisationKey
from styrhus.finance.frame import Frame
from styrhus.finance.ledger.balance import Balance, LedgerMonth
from styrhus.plan.organisation import OrganisationUnit


class BudgetSource(Hashable, Protocol):
    """The parts that a budget is made of; hashable, so that what is made of it can be kept."""

    @property
    def organisation(self) -> tuple[OrganisationUnit, ...]: ...
    @property
    def budget_versions(self) -> tuple[BudgetVersion, ...]: ...
    @property
    def periodisation_keys(self) -> tuple[PeriodisationKey, ...]: ...
    @property
    def budget_lines(self) -> tuple[BudgetLine, ...]: ...
    @property
    def positions(self) -> tuple[Position, ...]: ...
    @property
    def reserve_items(self) -> tuple[ReserveItem, ...]: ...
    @property
    def surplus_projects(self) -> tuple[SurplusProject, ...]: ...
    @property
    def investments(self) -> tuple[Investment, ...]: ...
    @property
    def frames(self) -> tuple[Frame, ...]: ...
    @property
    def balances(self) -> tuple[Balance, ...]: ...
    @property
    def ledger_months(self) -> tuple[LedgerMonth, ...]: ...


class NoVersion(LookupError):
    """There is no budget version of that id."""


def version_of(source: BudgetSource, key: str) -> BudgetVersion:
    """The version by its id; NoVersion when there is none."""
    for version in source.budget_versions:
        if version.id == key:
            return version
    raise NoVersion(key)


def in_force(source: BudgetSource, key: str) -> tuple[BudgetVersion, ...]:
    """The version with what it is added to, and every adopted supplementary one that is added to any of them."""
    found = list(stack_of(source, key))
    while more := [v for v in source.budget_versions if v.adopted and v not in found and _adds_to(v, found)]:
        found += more
    return tuple(found)


def _adds_to(version: BudgetVersion, found: Sequence[BudgetVersion]) -> bool:
    return version.is_added and version.based_on in {held.id for held in found}


def stack_of(source: BudgetSource, key: str) -> tuple[BudgetVersion, ...]:
    """The version and, for a supplementary one, what it is added to, lowest first; a cycle ends where it closes."""
    found = [version_of(source, key)]
    known: Sequence[str] = [version.id for version in source.budget_versions]
    while found[-1].is_added and found[-1].based_on in known:
        below = version_of(source, str(found[-1].based_on))
        if below in found:
            break
        found.append(below)
    return tuple(reversed(found))
