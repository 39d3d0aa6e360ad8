"""The placement grid as lines of a table: groups, rows, sub-totals and the total, and which columns are compared."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.placement import PlacementRow, Pricing
from styrhus.finance.grids.placement_grid import GridColumn, PlacementGrid
from styrhus.paper.blocks import Align, Cell, Column, Row, RowKind
from styrhus.reports.parts.grid_cells import known_words
from styrhus.reports.sentences import text_cell
from styrhus.reports.setting import Setting
from styrhus.values.text import Text, msg

LABEL_SHARE = 4


@dataclass(frozen=True)
class Pair:
    """Two columns of the grid that are compared, the earlier or the budget first."""

    before: GridColumn
    after: GridColumn

    @property
    def last(self) -> int:
        """The last month that both know; whole years are cut to it."""
        return min(self.before.last, self.after.last)


def column_words(column: GridColumn) -> Text:
    """`outcome 2018`, or `outcome January–August 2019` for part of a year."""
    return known_words(column.basis, column.year, column.last)


def default_pair(grid: PlacementGrid, year: int) -> Pair | None:
    """What answers first: the year's outcome or forecast against its budget, else its budget against the past."""
    amounts = [c for c in grid.columns if grid.subtotal(None, c).amount.value is not None]
    of_year = {c.basis: c for c in amounts if c.year == year}
    budget = of_year.get(Basis.BUDGET)
    for basis in (Basis.OUTCOME, Basis.FORECAST):
        if budget is not None and basis in of_year:
            return Pair(budget, of_year[basis])
    earlier = [c for c in amounts if c.year < year and c.basis is not Basis.BUDGET]
    if earlier and budget is not None:
        return Pair(earlier[-1], budget)
    return Pair(amounts[-2], amounts[-1]) if len(amounts) > 1 else None


Line = tuple[PlacementRow | None, str | None]
"""A row; or (None, group) for the sub-total of a group, and (None, None) for the total."""


def lines_of(grid: PlacementGrid) -> Iterator[Line]:
    """The rows with a sub-total after each group of several rows, and the total."""
    for group in grid.groups:
        rows = grid.rows_of(group)
        yield from ((row, group) for row in rows)
        if len(rows) > 1:
            yield None, group
    yield None, None


def grid_rows(setting: Setting, grid: PlacementGrid, cells: Callable[[Line], Sequence[Cell]]) -> tuple[Row, ...]:
    """Headings of groups, lines, sub-totals and the total, with the cells that `cells` gives for each."""
    found: list[Row] = []
    before: str | None = None
    for row, group in lines_of(grid):
        if row is None:
            kind = RowKind.TOTAL if group is None else RowKind.SUBTOTAL
            words = msg("Total") if group is None else msg("Sum {group}", group=group)
            found.append(Row((text_cell(setting.say(words)), *cells((row, group))), kind))
            continue
        several = len(grid.rows_of(group)) > 1
        if several and group != before:
            found.append(Row((text_cell(group or ""),), RowKind.HEADING))
        before = group
        name = row.name if several or row.name.startswith(group or "") else f"{group}: {row.name}"
        found.append(Row((text_cell(_named(setting, row, name), indent=int(several)), *cells((row, group)))))
    return tuple(found)


def _named(setting: Setting, row: PlacementRow, name: str) -> str:
    return f"{name} ({setting.say(msg('per month'))})" if row.pricing is Pricing.MONTH else name


def heads(setting: Setting, first: Text, words: Sequence[Text]) -> tuple[Column, ...]:
    """A wide column of names, then columns of numbers."""
    numbers = (Column(setting.say(word), Align.RIGHT) for word in words)
    return (Column(setting.say(first), width=LABEL_SHARE), *numbers)
