"""Versions of the budget side by side, and the closing accounts as the ledger has them."""

from collections.abc import Iterator
from decimal import Decimal

from styrhus.finance.budget.amounts import NO_UNIT, net_cost_of, summed
from styrhus.finance.budget.grid import PLAIN, Grid, Key, Layout
from styrhus.finance.budget.source import BudgetSource, version_of
from styrhus.finance.budget.tree import unit_today
from styrhus.finance.budget.version import VersionKind
from styrhus.finance.table import Column, ColumnKind, Table
from styrhus.values.text import msg

LEDGER = "ledger-"
"""What the id of a column begins with that is the closing accounts of a year in the ledger."""
COLUMN_KINDS = {
    VersionKind.COUNCIL: ColumnKind.COUNCIL_BUDGET,
    VersionKind.INTERNAL: ColumnKind.INTERNAL_BUDGET,
    VersionKind.REVISED: ColumnKind.REVISED_BUDGET,
    VersionKind.FORECAST: ColumnKind.FORECAST,
    VersionKind.CLOSING: ColumnKind.OUTCOME,
}


def ledger_years(source: BudgetSource) -> tuple[int, ...]:
    """The years that the ledger has whole, so that their sum is an outcome of the year."""
    held: dict[int, set[int]] = {}
    for month in source.ledger_months:
        held.setdefault(month.year, set()).add(month.month)
    return tuple(sorted(year for year, months in held.items() if months == set(range(1, 13))))


def column_amounts(source: BudgetSource, column: str, year: int) -> dict[Key, Decimal]:
    """Net cost in kr by unit and cost type of a version, or of `ledger-<year>`.

    Units that have ended and have one successor are added to it as of `year`. NoVersion when there is no such version.
    """
    if is_ledger(column):
        return _ledger(source, int(column.removeprefix(LEDGER)), year)
    return summed(
        net_cost_of(source, column), lambda e: (unit_today(source.organisation, e.unit, year) or NO_UNIT, e.cost_type)
    )


def is_ledger(column: str) -> bool:
    """Whether a column is a year of the ledger."""
    return column.startswith(LEDGER) and column.removeprefix(LEDGER).isdecimal()


def _ledger(source: BudgetSource, of: int, year: int) -> dict[Key, Decimal]:
    found: dict[Key, Decimal] = {}
    for balance in source.balances:
        if balance.year == of and (balance.cost_type is None or balance.cost_type.is_net_cost):
            key = (unit_today(source.organisation, balance.unit, year) or NO_UNIT, balance.cost_type)
            found[key] = found.get(key, Decimal(0)) + balance.amount
    return found


def comparison_table(
    source: BudgetSource, columns: tuple[str, ...], year: int, *,
    change: tuple[str, str] | None = None, layout: Layout = PLAIN, language: str = "sv",
) -> Table:  # fmt: skip
    """The versions, or years of the ledger, as columns of a table in kr, costs positive.

    `change` names the two to compare, the earlier first; both must be among the columns.
    """
    amounts = {column: column_amounts(source, column, year) for column in columns}
    headed = (*_columns(source, columns, language), *_change(change, language))
    return Grid(source.organisation, headed, amounts, layout, language).table(msg("Net cost by version"), key="budget")


def _columns(source: BudgetSource, columns: tuple[str, ...], language: str) -> Iterator[Column]:
    for column in columns:
        if is_ledger(column):
            of = int(column.removeprefix(LEDGER))
            name = msg("Outcome {year}", year=of).render(language)
            yield Column(id=column, label=name, kind=ColumnKind.OUTCOME, year=of)
        else:
            held = version_of(source, column)
            kind = COLUMN_KINDS.get(held.kind, ColumnKind.BUDGET)
            yield Column(id=column, label=held.name, kind=kind, year=held.year)


def _change(change: tuple[str, str] | None, language: str) -> Iterator[Column]:
    if change is not None:
        yield Column(id="change", label=msg("Change").render(language), kind=ColumnKind.CHANGE, change_of=change)
