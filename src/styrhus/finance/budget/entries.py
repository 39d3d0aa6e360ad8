"""What a budget version holds: its lines, and what follows from positions, reserve, projects and investments."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from styrhus.finance.budget.capital import capital_year
from styrhus.finance.budget.periodisation import TWELFTHS, Twelve, line_months, spread
from styrhus.finance.budget.position import Position
from styrhus.finance.budget.reserve import ReserveItem, ReserveState, SurplusProject
from styrhus.finance.budget.source import BudgetSource, in_force, stack_of
from styrhus.finance.budget.staffing import is_funded_elsewhere, staff_cost, staff_months
from styrhus.finance.budget.tree import central_unit
from styrhus.finance.budget.version import BudgetVersion, LineKind, VersionKind
from styrhus.finance.codes.dimension import CostType

RECKONED = {VersionKind.INTERNAL, VersionKind.REVISED, VersionKind.DRAFT}
"""Kinds of versions into which investments flow by themselves until they are adopted; then they are lines."""


@dataclass(frozen=True)
class Entry:
    """An amount of a year in kr (cost positive) with its months, and the record that it is from.

    `part` and `key` name that record; `unit` is None only when the board has no unit that is the whole of it.
    """

    unit: str | None
    cost_type: CostType
    kind: LineKind
    label: str
    amount: Decimal
    months: Twelve
    part: str
    key: str
    last_year: int | None = None

    @property
    def is_net_cost(self) -> bool:
        """Whether the frame pays for it; the grant itself and the use of surplus pay, they are not paid for."""
        return self.cost_type.is_net_cost


@lru_cache(maxsize=128)
def version_entries(source: BudgetSource, key: str) -> tuple[Entry, ...]:
    """All entries of a version, those of what a supplementary one is added to first; NoVersion when there is none.

    Positions become staff cost, with income of the same size where another than the frame pays. A parked reserve item
    lies at the whole board, a released one at its unit from its month on. Investments become capital cost in versions
    of the kinds RECKONED that are not adopted. Where a version has lines of such a kind for the unit itself, those
    count and nothing is reckoned beside them.
    """
    return tuple(entry for version in stack_of(source, key) for entry in _own(source, version))


def entries_in_force(source: BudgetSource, key: str) -> tuple[Entry, ...]:
    """All entries of a version and of the adopted supplementary versions that are added to it: what applies now."""
    return tuple(entry for version in in_force(source, key) for entry in _own(source, version))


def _own(source: BudgetSource, version: BudgetVersion) -> Iterator[Entry]:
    lines = tuple(_lines(source, version))
    given = {(entry.kind, entry.unit) for entry in lines}
    yield from lines
    for position in source.positions:
        if position.budget == version.id and (LineKind.POSITIONS, position.unit) not in given:
            yield from _position(position, central_unit(source.organisation, version.year))
    yield from _reserve(source, version, any(kind is LineKind.RESERVE for kind, _unit in given))
    for project in source.surplus_projects:
        if project.budget == version.id:
            yield from _project(project, central_unit(source.organisation, version.year))
    if version.kind in RECKONED and not version.adopted:
        held = (entry for entry in capital_entries(source, version.year) if (entry.kind, entry.unit) not in given)
        yield from held


def _lines(source: BudgetSource, version: BudgetVersion) -> Iterator[Entry]:
    keys = {key.id: key for key in source.periodisation_keys}
    for line in source.budget_lines:
        if line.budget == version.id:
            months = line_months(line, keys)
            yield Entry(
                line.unit, line.cost_type, line.kind, line.label, line.amount, months,
                "budget_lines", line.id, line.last_year,
            )  # fmt: skip


def _position(position: Position, centre: str | None) -> Iterator[Entry]:
    cost, months = staff_cost(position), staff_months(position)
    made = Entry(
        position.unit, CostType.STAFF, LineKind.POSITIONS, position.title, cost, months,
        "positions", position.id, position.last_year,
    )  # fmt: skip
    yield made
    if is_funded_elsewhere(position):
        if position.surplus_project is not None:
            yield _counter(made, centre, CostType.COUNCIL_GRANT, LineKind.SURPLUS)
        else:
            yield _counter(made, position.unit, CostType.INCOME, LineKind.POSITIONS)


def _counter(made: Entry, unit: str | None, cost_type: CostType, kind: LineKind) -> Entry:
    """What pays for an entry whose months are all known."""
    months = tuple(-month for month in made.months if month is not None)
    return replace(made, unit=unit, cost_type=cost_type, kind=kind, amount=-made.amount, months=months)


def _reserve(source: BudgetSource, version: BudgetVersion, has_line: bool) -> Iterator[Entry]:
    """Parked money at the centre, released at its unit; a reserve line of the version already holds all of it."""
    centre = central_unit(source.organisation, version.year)
    for item in source.reserve_items:
        if item.budget != version.id or item.state is ReserveState.WITHDRAWN:
            continue
        if item.state is ReserveState.RELEASED:
            yield _reserved(item, item.unit or centre, item.amount)
            if has_line:
                yield _reserved(item, centre, -item.amount)
        elif not has_line:
            yield _reserved(item, centre, item.amount)


def _reserved(item: ReserveItem, unit: str | None, amount: Decimal) -> Entry:
    first = item.month if item.state is ReserveState.RELEASED and item.month else 1
    weights = tuple(Decimal(month >= first) for month in range(1, 13))
    return Entry(
        unit, CostType.OTHER, LineKind.RESERVE, item.name, amount, spread(amount, weights),
        "reserve_items", item.id, item.last_year,
    )  # fmt: skip


def _project(project: SurplusProject, centre: str | None) -> Iterator[Entry]:
    """A surplus project's own amount beside its positions, and the surplus that pays for it."""
    if project.amount:
        months = spread(project.amount, TWELFTHS)
        made = Entry(
            project.unit or centre, CostType.OTHER, LineKind.SURPLUS, project.name, project.amount, months,
            "surplus_projects", project.id,
        )  # fmt: skip
        yield made
        yield _counter(made, centre, CostType.COUNCIL_GRANT, LineKind.SURPLUS)


def capital_entries(source: BudgetSource, year: int) -> Iterator[Entry]:
    """The capital cost of each investment in a year; months before it is in use cost nothing."""
    centre = central_unit(source.organisation, year)
    for investment in source.investments:
        found = capital_year(investment, year)
        if found is not None:
            costs = {month.month: month.cost for month in found.months}
            months = tuple(costs.get(month, Decimal(0)) for month in range(1, 13))
            yield Entry(
                investment.unit or centre, CostType.CAPITAL, LineKind.CAPITAL, investment.name, found.cost, months,
                "investments", investment.id,
            )  # fmt: skip
