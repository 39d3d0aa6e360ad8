"""Amounts by unit and cost type as one table in kr, whose subtotals and total are the sums of their rows."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from styrhus.finance.budget.amounts import NO_UNIT
from styrhus.finance.budget.tree import Branch, branches, within
from styrhus.finance.codes.cost_type_words import COST_TYPE_WORDS
from styrhus.finance.codes.dimension import CostType
from styrhus.finance.table import Cell, Column, ColumnKind, Row, RowKind, Sign, Table, TableKind
from styrhus.plan.organisation import OrganisationUnit
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit

Key = tuple[str, CostType | None]
"""Unit, or "-" for none, and cost type, None for accounts that nothing knows."""
Amounts = Mapping[Key, Decimal]
DASH = Cell(mark="–")


class By(StrEnum):
    """What the rows are."""

    UNITS = "units"
    COST_TYPES = "cost_types"
    BOTH = "both"


@dataclass(frozen=True)
class Layout:
    """`top` is the unit to show alone, with what is below it; `deepest` how many levels of units are rows."""

    by: By = By.UNITS
    top: str = ""
    deepest: int = 9


PLAIN = Layout()


@dataclass(frozen=True)
class Grid:
    """Columns with their amounts in kr; a change column has none and is the difference of the two that it names."""

    organisation: tuple[OrganisationUnit, ...]
    columns: tuple[Column, ...]
    amounts: Mapping[str, Amounts]
    layout: Layout = PLAIN
    language: str = "sv"

    def table(self, caption: Text, *, key: str) -> Table:
        """The table, the total last; rows without anything in a column show a dash, which a change counts as none."""
        scope = within(self.organisation, self.layout.top) if self.layout.top else None
        held = {
            column: {place: amount for place, amount in found.items() if scope is None or place[0] in scope}
            for column, found in self.amounts.items()
        }
        by_cost_type = self.layout.by is By.COST_TYPES
        return Table(
            id=key, caption=self.say(caption), kind=TableKind.ALLOCATION, unit=Unit.KR, sign=Sign.COST_POSITIVE,
            row_heading=self.say(msg("Cost type") if by_cost_type else msg("Unit")),
            columns=self.columns, rows=tuple(_Rows(self, held).all()),
        )  # fmt: skip

    def say(self, text: Text) -> str:
        return text.render(self.language)


@dataclass(frozen=True)
class _Rows:
    """The rows of a grid; `amounts` are those within its scope."""

    grid: Grid
    amounts: Mapping[str, Amounts]

    def all(self) -> Iterator[Row]:
        everything = [key for amounts in self.amounts.values() for key in amounts]
        units = {unit for unit, _ in everything}
        if self.grid.layout.by is By.COST_TYPES:
            yield from self._cost_types("", units, None)
        else:
            yield from self._units(units)
        yield self._row("total", self.grid.say(msg("Net cost")), RowKind.TOTAL, self._keys(units))

    def _units(self, units: Set[str]) -> Iterator[Row]:
        tops = branches(self.grid.organisation, units)
        # The one unit above all others says what the total says; its parts are the rows.
        while len(tops) == 1 and tops[0].below:
            yield from self._joint(tops[0], None)
            tops = tops[0].below
        for branch in tops:
            yield from self._branch(branch, None)
        known = {unit.id for unit in self.grid.organisation}
        for unit in sorted(units - known):
            key = "no-unit" if unit == NO_UNIT else f"unknown-{unit}"
            name = self.grid.say(msg("No unit")) if unit == NO_UNIT else unit
            yield from self._leaf((key, name), {unit}, None)

    def _branch(self, branch: Branch, parent: str | None) -> Iterator[Row]:
        unit = branch.unit
        if not branch.below or branch.depth + 1 >= self.grid.layout.deepest:
            yield from self._leaf((unit.id, unit.name), branch.ids, parent)
            return
        row = self._row(unit.id, unit.name, RowKind.SUBTOTAL, self._keys(branch.ids), parent=parent)
        yield row.model_copy(update={"organisation_unit": unit.id})
        yield from self._joint(branch, unit.id)
        for below in branch.below:
            yield from self._branch(below, unit.id)

    def _joint(self, branch: Branch, parent: str | None) -> Iterator[Row]:
        """A unit's own money beside that of the units below it."""
        unit = branch.unit
        if self._keys({unit.id}):
            name = self.grid.say(msg("{unit}, joint", unit=unit.name))
            yield from self._leaf((f"{unit.id}-joint", name), {unit.id}, parent)

    def _leaf(self, named: tuple[str, str], units: Set[str], parent: str | None) -> Iterator[Row]:
        key, name = named
        both = self.grid.layout.by is By.BOTH
        row = self._row(key, name, RowKind.SUBTOTAL if both else RowKind.LINE, self._keys(units), parent=parent)
        known = {unit.id for unit in self.grid.organisation}
        own = next((unit for unit in (key, *units) if unit in known and unit in units), None)
        yield row.model_copy(update={"organisation_unit": own})
        if both:
            yield from self._cost_types(f"{key}-", units, key)

    def _cost_types(self, prefix: str, units: Set[str], parent: str | None) -> Iterator[Row]:
        for kind in (*CostType, None):
            keys = {key for key in self._keys(units) if key[1] is kind}
            if keys:
                name = COST_TYPE_WORDS[kind] if kind else msg("Unknown account")
                place = kind.value.replace("_", "-") if kind else "unknown"
                yield self._row(f"{prefix}{place}", self.grid.say(name), RowKind.LINE, keys, parent=parent)

    def _keys(self, units: Set[str]) -> set[Key]:
        return {key for amounts in self.amounts.values() for key in amounts if key[0] in units}

    def _row(self, key: str, name: str, kind: RowKind, keys: Set[Key], *, parent: str | None = None) -> Row:
        cells = tuple(self._cell(column, keys) for column in self.grid.columns)
        return Row(id=key, label=name, kind=kind, parent=parent, cells=cells)

    def _cell(self, column: Column, keys: Set[Key]) -> Cell:
        if column.kind is not ColumnKind.CHANGE or column.change_of is None:
            amount = self._sum(column.id, keys)
            return DASH if amount is None else Cell(value=amount)
        first, last = (self._sum(name, keys) for name in column.change_of)
        if first is None and last is None:
            return DASH
        return Cell(value=(last or Decimal(0)) - (first or Decimal(0)))

    def _sum(self, column: str, keys: Set[Key]) -> Decimal | None:
        amounts = self.amounts.get(column, {})
        held = [amounts[key] for key in keys if key in amounts]
        return sum(held, Decimal(0)) if held else None


def whole(amounts: Sequence[Amounts]) -> dict[Key, Decimal]:
    """Columns added up, for a total column; a key that none has is absent."""
    found: dict[Key, Decimal] = {}
    for column in amounts:
        for key, amount in column.items():
            found[key] = found.get(key, Decimal(0)) + amount
    return found
