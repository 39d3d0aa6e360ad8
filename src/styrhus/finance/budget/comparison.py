"""Versions of the budget side by side, and the closing accounts as the ledger has them, as one table in kr."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from styrhus.finance.budget.amounts import NO_UNIT, net_cost_of, summed
from styrhus.finance.budget.source import BudgetSource, version_of
from styrhus.finance.budget.tree import Branch, branches, unit_today, within
from styrhus.finance.budget.version import VersionKind
from styrhus.finance.codes.dimension import CostType
from styrhus.finance.labels import label
from styrhus.finance.table import Cell, Column, ColumnKind, Row, RowKind, Sign, Table, TableKind
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit

Key = tuple[str, CostType | None]
Amounts = Mapping[Key, Decimal]
LEDGER = "ledger-"
"""What the id of a column begins with that is the closing accounts of a year in the ledger."""
DASH = Cell(mark="–")
COLUMN_KINDS = {
    VersionKind.COUNCIL: ColumnKind.COUNCIL_BUDGET,
    VersionKind.INTERNAL: ColumnKind.INTERNAL_BUDGET,
    VersionKind.REVISED: ColumnKind.REVISED_BUDGET,
    VersionKind.FORECAST: ColumnKind.FORECAST,
    VersionKind.CLOSING: ColumnKind.OUTCOME,
}


class By(StrEnum):
    """What the rows are."""

    UNITS = "units"
    COST_TYPES = "cost_types"
    BOTH = "both"


@dataclass(frozen=True)
class View:
    """`columns` are ids of versions or `ledger-<year>`; `change` the two of them to compare, earlier first.

    `top` is the unit to show alone, with what is below it; `deepest` how many levels of units are rows.
    """

    columns: tuple[str, ...]
    by: By = By.UNITS
    change: tuple[str, str] | None = None
    top: str = ""
    deepest: int = 9


def ledger_years(source: BudgetSource) -> tuple[int, ...]:
    """The years that the ledger has whole, so that their sum is an outcome of the year."""
    years = {month.year for month in source.ledger_months}
    held = {year: {m.month for m in source.ledger_months if m.year == year} for year in years}
    return tuple(sorted(year for year, months in held.items() if months == set(range(1, 13))))


def column_amounts(source: BudgetSource, column: str, year: int) -> dict[Key, Decimal]:
    """Net cost in kr by unit and cost type; ended units with one successor are added to it as of `year`.

    NoVersion when there is no such version.
    """
    if column.startswith(LEDGER) and column.removeprefix(LEDGER).isdecimal():
        return _ledger(source, int(column.removeprefix(LEDGER)), year)
    return summed(
        net_cost_of(source, column), lambda e: (unit_today(source.organisation, e.unit, year) or NO_UNIT, e.cost_type)
    )


def _ledger(source: BudgetSource, of: int, year: int) -> dict[Key, Decimal]:
    found: dict[Key, Decimal] = {}
    for balance in source.balances:
        if balance.year == of and (balance.cost_type is None or balance.cost_type.is_net_cost):
            key = (unit_today(source.organisation, balance.unit, year) or NO_UNIT, balance.cost_type)
            found[key] = found.get(key, Decimal(0)) + balance.amount
    return found


def comparison_table(source: BudgetSource, view: View, year: int, *, language: str = "sv") -> Table:
    """The versions as columns of a table in kr, costs positive; rows without anything in a version show a dash.

    Subtotals and the total are the sums of their rows, exactly; the change column counts a dash as no amount.
    """
    rows = _Rows(source, view, year, language)
    return Table(
        id="budget",
        caption=_say(msg("Net cost by version"), language),
        kind=TableKind.ALLOCATION,
        unit=Unit.KR,
        sign=Sign.COST_POSITIVE,
        row_heading=_say(msg("Cost type") if view.by is By.COST_TYPES else msg("Unit"), language),
        columns=tuple(_columns(source, view, language)),
        rows=tuple(rows.all()),
    )


def _say(text: Text, language: str) -> str:
    return text.render(language)


def _columns(source: BudgetSource, view: View, language: str) -> Iterator[Column]:
    for column in view.columns:
        if column.startswith(LEDGER):
            of = int(column.removeprefix(LEDGER))
            name = _say(msg("Outcome {year}", year=of), language)
            yield Column(id=column, label=name, kind=ColumnKind.OUTCOME, year=of)
        else:
            held = version_of(source, column)
            kind = COLUMN_KINDS.get(held.kind, ColumnKind.BUDGET)
            yield Column(id=column, label=held.name, kind=kind, year=held.year)
    if view.change is not None:
        name = _say(msg("Change"), language)
        yield Column(id="change", label=name, kind=ColumnKind.CHANGE, change_of=view.change)


@dataclass
class _Rows:
    """The rows of a comparison while they are made."""

    source: BudgetSource
    view: View
    year: int
    language: str
    amounts: dict[str, Amounts] = field(default_factory=dict)

    def __post_init__(self) -> None:
        scope = within(self.source.organisation, self.view.top) if self.view.top else None
        for column in self.view.columns:
            found = column_amounts(self.source, column, self.year)
            self.amounts[column] = {key: amount for key, amount in found.items() if scope is None or key[0] in scope}

    def all(self) -> Iterator[Row]:
        """Every row, the total last."""
        everything = [key for amounts in self.amounts.values() for key in amounts]
        units = {unit for unit, _ in everything}
        if self.view.by is By.COST_TYPES:
            yield from self._cost_types("", units, None)
        else:
            for branch in branches(self.source.organisation, units):
                yield from self._branch(branch, None)
            known = {unit.id for unit in self.source.organisation}
            for unit in sorted(units - known):
                yield from self._leaf(f"unit-{unit.strip('-') or 'none'}", self._say(msg("No unit")), {unit}, None)
        yield self._row("total", self._say(msg("Net cost")), RowKind.TOTAL, self._keys(units))

    def _branch(self, branch: Branch, parent: str | None) -> Iterator[Row]:
        unit = branch.unit
        if not branch.below or branch.depth + 1 >= self.view.deepest:
            yield from self._leaf(unit.id, unit.name, branch.ids, parent)
            return
        sums = self._row(unit.id, unit.name, RowKind.SUBTOTAL, self._keys(branch.ids), parent=parent)
        yield sums.model_copy(update={"organisation_unit": unit.id})
        if self._keys({unit.id}):
            name = self._say(msg("{unit}, joint", unit=unit.name))
            yield from self._leaf(f"{unit.id}-joint", name, {unit.id}, unit.id)
        for below in branch.below:
            yield from self._branch(below, unit.id)

    def _leaf(self, key: str, name: str, units: "set[str] | frozenset[str]", parent: str | None) -> Iterator[Row]:
        both = self.view.by is By.BOTH
        row = self._row(key, name, RowKind.SUBTOTAL if both else RowKind.LINE, self._keys(units), parent=parent)
        one = next(iter(units)) if len(units) == 1 else key
        known = {unit.id for unit in self.source.organisation}
        yield row.model_copy(update={"organisation_unit": one if one in known else None})
        if both:
            yield from self._cost_types(f"{key}-", units, key)

    def _cost_types(self, prefix: str, units: "set[str] | frozenset[str]", parent: str | None) -> Iterator[Row]:
        for kind in (*CostType, None):
            keys = {key for key in self._keys(units) if key[1] is kind}
            if keys:
                name = label(kind) if kind else msg("Unknown account")
                place = kind.value.replace("_", "-") if kind else "unknown"
                yield self._row(f"{prefix}{place}", self._say(name), RowKind.LINE, keys, parent=parent)

    def _keys(self, units: "set[str] | frozenset[str]") -> set[Key]:
        return {key for amounts in self.amounts.values() for key in amounts if key[0] in units}

    def _row(self, key: str, name: str, kind: RowKind, keys: set[Key], *, parent: str | None = None) -> Row:
        found = [self._sum(column, keys) for column in self.view.columns]
        cells = [DASH if amount is None else Cell(value=amount) for amount in found]
        if self.view.change is not None:
            first, last = (self._sum(column, keys) for column in self.view.change)
            known = first is not None or last is not None
            cells.append(Cell(value=(last or Decimal(0)) - (first or Decimal(0))) if known else DASH)
        return Row(id=key, label=name, kind=kind, parent=parent, cells=tuple(cells))

    def _sum(self, column: str, keys: set[Key]) -> Decimal | None:
        amounts = self.amounts[column] if column in self.amounts else column_amounts(self.source, column, self.year)
        held = [amounts[key] for key in keys if key in amounts]
        return sum(held, Decimal(0)) if held else None

    def _say(self, text: Text) -> str:
        return _say(text, self.language)


def matching(source: BudgetSource, year: int) -> Sequence[str]:
    """The versions of a year and the year before, as they are printed: what a reader compares first."""
    return [version.id for version in source.budget_versions if version.year in {year, year - 1}]
