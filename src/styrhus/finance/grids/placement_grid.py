"""The placement grid: rows by target group, columns by basis and year, with sub-totals and differences."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.effects import Effects, combined, group_effects, row_effects
from styrhus.finance.grids.placement import PlacementFigure, PlacementRow, Pricing, Provider
from styrhus.finance.grids.span import Span, span_of
from styrhus.finance.grids.volume import Plausibility, Volume, gathered, part_of_year, volume_of
from styrhus.values.missing import Sum, total

_ORDER = {Basis.BUDGET: 0, Basis.FORECAST: 1, Basis.OUTCOME: 2}


@dataclass(frozen=True, order=True)
class GridColumn:
    """A basis of a year; `last` is the last month that is known, 12 for a whole year."""

    year: int
    order: int
    basis: Basis
    last: int = 12

    @property
    def id(self) -> str:
        """`outcome-2018`, or `outcome-2019-08` for January–August."""
        return f"{self.basis.value}-{self.year}" + ("" if self.last == 12 else f"-{self.last:02d}")


@dataclass(frozen=True)
class Subtotal:
    """Rows added: persons on average, amount in kr, and the mean price of a day, weighted by care days.

    Only rows priced by day have part in the mean price; rows without what is added are counted as missing.
    """

    persons: Sum
    amount: Sum
    computed: Sum
    mean_price: Decimal | None
    own_share: Decimal | None


@dataclass(frozen=True)
class PlacementGrid:
    rows: tuple[PlacementRow, ...]
    columns: tuple[GridColumn, ...]
    values: Mapping[tuple[str, str], Volume]

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The target groups in the order of their rows."""
        return tuple(dict.fromkeys(row.target_group for row in self.rows))

    def rows_of(self, group: str | None) -> tuple[PlacementRow, ...]:
        """The rows of a target group, all of them for None."""
        return tuple(row for row in self.rows if group is None or row.target_group == group)

    def value(self, row: PlacementRow, column: GridColumn, last: int = 12) -> Volume | None:
        """What a row comes to; `last` cuts a whole year to January–`last`, to be compared with part of one."""
        found = self.values.get((row.id, column.id))
        if found is None or last >= column.last or column.last != 12:
            return found
        return part_of_year(found, column.year, last)

    def subtotal(self, group: str | None, column: GridColumn, last: int = 12) -> Subtotal:
        """The rows of a target group together, all of them for None."""
        rows = self.rows_of(group)
        held = [(row, self.value(row, column, last)) for row in rows]
        volumes = [value for row, value in held if row.pricing is not Pricing.AMOUNT]
        return Subtotal(
            total(None if value is None else value.persons for value in volumes),
            total(None if value is None else value.amount for _, value in held),
            total(None if value is None else value.computed for value in volumes),
            _mean_price(value for value in volumes if value is not None and value.pricing is Pricing.DAY),
            _own_share(held),
        )

    def effects(self, row: PlacementRow, before: GridColumn, after: GridColumn) -> Effects | None:
        """Why a row differs from `before` to `after`."""
        return row_effects(*self._pair(row, before, after))

    def group_effects(self, group: str | None, before: GridColumn, after: GridColumn) -> Effects | None:
        """Why a target group differs; for None the groups added, with the mix within each."""
        if group is None:
            return combined(self.group_effects(name, before, after) for name in self.groups)
        return group_effects([self._pair(row, before, after) for row in self.rows_of(group)])

    def _pair(self, row: PlacementRow, before: GridColumn, after: GridColumn) -> tuple[Volume | None, Volume | None]:
        last = min(before.last, after.last)
        return self.value(row, before, last), self.value(row, after, last)

    def verdicts(self, column: GridColumn) -> Mapping[Plausibility, int]:
        """How many rows of a column are of each plausibility."""
        found: dict[Plausibility, int] = {}
        for row in self.rows:
            value = self.value(row, column)
            word = None if value is None else value.plausibility
            if word is not None:
                found[word] = found.get(word, 0) + 1
        return found


def _mean_price(values: Iterable[Volume]) -> Decimal | None:
    known = [(v.price, v.care_days) for v in values if v.price is not None and v.care_days is not None]
    days = sum((days for _, days in known), Decimal(0))
    return sum((price * days for price, days in known), Decimal(0)) / days if days else None


def _own_share(held: Sequence[tuple[PlacementRow, Volume | None]]) -> Decimal | None:
    """Care days in own provision, per cent of all care days that are known."""
    days = [(row, value.care_days) for row, value in held if value is not None and value.care_days is not None]
    whole = sum((count for _, count in days), Decimal(0))
    own = sum((count for row, count in days if row.provider is Provider.OWN), Decimal(0))
    return own * 100 / whole if whole else None


def placement_grid(rows: Sequence[PlacementRow], figures: Sequence[PlacementFigure]) -> PlacementGrid:
    """The grid of all figures: a year's own figures, or the months of the year gathered where it has none."""
    pricing = {row.id: row.pricing for row in rows}
    years = {(f.basis, span_of(f.period).year) for f in figures if f.row in pricing}
    columns, values = [], {}
    for basis, year in years:
        column = _column(figures, basis, year)
        columns.append(column)
        for row in rows:
            found = _value(figures, row, column)
            if found is not None:
                values[row.id, column.id] = found
    return PlacementGrid(tuple(rows), tuple(sorted(columns)), values)


def _column(figures: Sequence[PlacementFigure], basis: Basis, year: int) -> GridColumn:
    spans = [span_of(f.period) for f in figures if f.basis is basis]
    last = max(span.last for span in spans if span.year == year)
    return GridColumn(year, _ORDER[basis], basis, last)


def _value(figures: Sequence[PlacementFigure], row: PlacementRow, column: GridColumn) -> Volume | None:
    own = [f for f in figures if f.row == row.id and f.basis is column.basis]
    whole = next((f for f in own if f.period == str(column.year)), None)
    if whole is not None:
        return volume_of(whole, row.pricing)
    parts = [f for f in own if span_of(f.period).year == column.year]
    return gathered(parts, row.pricing, Span(column.year, 1, column.last)) if parts else None


def newest(grid: PlacementGrid, year: int, basis: Basis) -> GridColumn | None:
    """The column of a basis that is nearest to `year`, not after it."""
    found = [column for column in grid.columns if column.basis is basis and column.year <= year]
    return found[-1] if found else None
