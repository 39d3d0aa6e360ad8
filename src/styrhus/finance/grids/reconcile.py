"""The grid held against the ledger: bought care by unit, with the difference as a row of its own."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from styrhus.finance.codes.dimension import CostType
from styrhus.finance.grids.placement_grid import GridColumn, PlacementGrid
from styrhus.finance.ledger.balance import Balance
from styrhus.values.missing import Sum, difference, total


@dataclass(frozen=True)
class Reconciled:
    """Grid and ledger for one unit in kr; `grid` is None for a unit that has bought care but no row in the grid."""

    unit: str | None
    grid: Sum | None
    ledger: Decimal | None

    @property
    def difference(self) -> Decimal | None:
        """Ledger less grid: what the grid does not account for."""
        return None if self.grid is None else difference(self.ledger, self.grid.value)


@dataclass(frozen=True)
class Reconciliation:
    """Rows by unit with their sum; `months` are those of the ledger that are in the sums.

    `is_cut` tells that the grid's year was cut to those months.
    """

    rows: tuple[Reconciled, ...]
    months: tuple[int, ...]
    is_cut: bool = False

    @property
    def total(self) -> Reconciled:
        """All units: every krona of bought care, also that of units without a row."""
        grid = total(row.grid.value for row in self.rows if row.grid is not None)
        return Reconciled("", grid, total(row.ledger for row in self.rows).value)


def reconciled(
    grid: PlacementGrid, column: GridColumn, balances: Sequence[Balance], parents: Mapping[str, str | None]
) -> Reconciliation | None:
    """A column against the ledger's bought care of its months; None when the ledger has none of that year.

    A balance counts at the nearest unit at or above its own that has rows in the grid, so that nothing is counted
    twice. `parents` gives the unit above each unit. A whole year of the grid is cut to the ledger's last month by
    days while the ledger's year is not complete.
    """
    held = [b for b in balances if b.year == column.year and b.month <= column.last]
    if not held:
        return None
    units = {row.unit for row in grid.rows}
    last = min(column.last, max(balance.month for balance in held))
    ledger: dict[str | None, Decimal] = defaultdict(Decimal)
    for balance in held:
        if balance.cost_type is CostType.BOUGHT_CARE:
            ledger[_home(balance.unit, units, parents)] += balance.amount
    rows = []
    for unit in dict.fromkeys([*(row.unit for row in grid.rows), *ledger]):
        own = _amount(grid, column, unit, last=last) if unit in units else None
        rows.append(Reconciled(unit, own, ledger.get(unit, Decimal(0))))
    return Reconciliation(tuple(rows), tuple(sorted({b.month for b in held})), last < column.last)


def _home(unit: str | None, units: set[str | None], parents: Mapping[str, str | None]) -> str | None:
    seen: set[str | None] = set()
    above = unit
    while above is not None and above not in units and above not in seen:
        seen.add(above)
        above = parents.get(above)
    return above if above in units else unit


def _amount(grid: PlacementGrid, column: GridColumn, unit: str | None, *, last: int) -> Sum:
    values = [grid.value(row, column, last) for row in grid.rows if row.unit == unit]
    return total(None if value is None else value.amount for value in values)
