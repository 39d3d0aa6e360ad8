"""Why a unit's placements cost more or less: volume, price and mix of the rows of the grid that it pays for."""

from collections.abc import Iterable
from dataclasses import dataclass

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.grids import placements_of
from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.effects import Effects, combined, group_effects, row_effects
from styrhus.finance.grids.placement import PlacementRow
from styrhus.finance.grids.placement_grid import GridColumn, PlacementGrid
from styrhus.finance.grids.volume import Volume


@dataclass(frozen=True)
class VolumeEffects:
    """The change from `before` to `after` in kr, cost positive: each row, and all with the mix within groups."""

    before: GridColumn
    after: GridColumn
    rows: tuple[tuple[PlacementRow, Effects], ...]
    whole: Effects


def volume_effects(dossier: Dossier, units: Iterable[str]) -> VolumeEffects | None:
    """Of the rows that the units pay for: the year's budget against its outcome or forecast, else against the last.

    None when there are no two columns to compare, or no row that both have.
    """
    grid, wanted = placements_of(dossier), set(units)
    pair = _columns(grid, dossier.plan.year)
    mine = [row for row in grid.rows if row.unit in wanted]
    if pair is None or not mine:
        return None
    last = min(column.last for column in pair)
    held = {row.id: _values(grid, row, pair, last=last) for row in mine}
    rows = tuple((row, found) for row in mine if (found := row_effects(*held[row.id])) is not None)
    groups = dict.fromkeys(row.target_group for row in mine)
    whole = combined(group_effects([held[row.id] for row in mine if row.target_group == group]) for group in groups)
    return VolumeEffects(*pair, rows, whole) if rows and whole else None


def _values(
    grid: PlacementGrid, row: PlacementRow, pair: tuple[GridColumn, GridColumn], *, last: int
) -> tuple[Volume | None, Volume | None]:
    before, after = (grid.value(row, column, last) for column in pair)
    return before, after


def _columns(grid: PlacementGrid, year: int) -> tuple[GridColumn, GridColumn] | None:
    held = {(column.basis, column.year): column for column in grid.columns}
    budget = held.get((Basis.BUDGET, year))
    if budget is None:
        return None
    after = held.get((Basis.OUTCOME, year)) or held.get((Basis.FORECAST, year))
    if after is not None:
        return budget, after
    before = held.get((Basis.OUTCOME, year - 1)) or held.get((Basis.FORECAST, year - 1))
    return (before, budget) if before is not None else None
