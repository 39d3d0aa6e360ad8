"""The grids of a dossier: placements, income support and reception, with the goals that they are held against."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from styrhus.dossier.dossier import Dossier
from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.national import National, norm_index
from styrhus.finance.grids.placement import PlacementRow
from styrhus.finance.grids.placement_grid import GridColumn, PlacementGrid, newest, placement_grid
from styrhus.finance.grids.reconcile import Reconciliation, reconciled
from styrhus.finance.grids.span import Span
from styrhus.finance.grids.support import SupportValue, TargetPath, norm_gap, support_values, target_path
from styrhus.finance.grids.volume import Volume, made
from styrhus.plan.indicator import Indicator
from styrhus.values.missing import difference


@lru_cache(maxsize=64)
def placements_of(dossier: Dossier) -> PlacementGrid:
    """The placement grid."""
    return placement_grid(dossier.placement_rows, dossier.placement_figures)


@lru_cache(maxsize=64)
def support_of(dossier: Dossier) -> tuple[SupportValue, ...]:
    """Income support by year, basis and unit, earliest first."""
    return support_values(dossier.income_support)


def reconciliation_of(dossier: Dossier, column: GridColumn) -> Reconciliation | None:
    """A column of the placement grid against the ledger; None without a ledger of that year."""
    parents = {unit.id: unit.parent for unit in dossier.organisation}
    return reconciled(placements_of(dossier), column, dossier.balances, parents)


@dataclass(frozen=True)
class PlacementGoal:
    """A target in persons of a row, what it costs at the budget's price, and what the budget has, in kr."""

    row: PlacementRow
    indicator: Indicator
    target: Decimal
    volume: Volume
    budget: Decimal | None

    @property
    def gap(self) -> Decimal | None:
        """Budget less cost: negative when the budget does not pay for the target."""
        return difference(self.budget, self.volume.computed)


def placement_goals(dossier: Dossier) -> tuple[PlacementGoal, ...]:
    """The rows whose indicator has a target of the plan year, at the price of the year's budget."""
    year = dossier.plan.year
    grid = placements_of(dossier)
    column = newest(grid, year, Basis.BUDGET)
    found = []
    for row in grid.rows:
        target = target_of(dossier, row.indicator, year)
        budget = None if column is None or column.year != year else grid.value(row, column)
        if target is None or row.indicator is None or budget is None or budget.price is None:
            continue
        volume = made(row.pricing, Span(year), target, budget.price)
        found.append(PlacementGoal(row, dossier.indicator_by_id[row.indicator], target, volume, budget.amount))
    return tuple(found)


def target_of(dossier: Dossier, indicator: str | None, year: int) -> Decimal | None:
    """The value of the whole indicator's target of a year."""
    targets = dossier.targets_of(indicator) if indicator else ()
    return next((t.value for t in targets if t.year == year and not t.part), None)


@dataclass(frozen=True)
class SupportGoal:
    """The way to the year-end target of households; `start_ref` and `goal_ref` are addresses of what it begins with."""

    indicator: Indicator
    budget: SupportValue
    path: TargetPath
    start_ref: str
    goal_ref: str


def support_goal(dossier: Dossier, unit: str | None = None) -> SupportGoal | None:
    """The target against the budget of the plan year; None while indicator, start, target or mean cost is missing."""
    year = dossier.plan.year
    budget = support_value(dossier, Basis.BUDGET, year, unit)
    if budget is None or budget.indicator not in dossier.indicator_by_id or budget.indicator is None:
        return None
    goal, mean_cost = target_of(dossier, budget.indicator, year), budget.mean_cost or _known_cost(dossier, unit)
    start, start_ref = _start(dossier, budget, unit)
    if goal is None or start is None or mean_cost is None:
        return None
    path = target_path(start, goal, mean_cost, budget=budget.paid)
    indicator = dossier.indicator_by_id[budget.indicator]
    return SupportGoal(indicator, budget, path, start_ref, f"target.{indicator.id}.{year}")


def support_value(dossier: Dossier, basis: Basis, year: int, unit: str | None = None) -> SupportValue | None:
    """The value of a basis, year and unit."""
    key = (basis, year, unit)
    return next((v for v in support_of(dossier) if (v.basis, v.year, v.unit) == key), None)


def _start(dossier: Dossier, budget: SupportValue, unit: str | None) -> tuple[Decimal | None, str]:
    """Households at the end of the year before: as reported in the grid, else as the indicator's outcome."""
    before = dossier.plan.year - 1
    for basis in (Basis.OUTCOME, Basis.FORECAST):
        held = support_value(dossier, basis, before, unit)
        if held is not None and held.households_at_end is not None:
            return held.households_at_end, f"support.{basis.value}-{before}.households_at_end"
    for outcome in dossier.outcomes_of(budget.indicator or ""):
        if outcome.period == str(before) and not outcome.part and outcome.value is not None:
            return outcome.value, f"outcome.{outcome.indicator}.{before}"
    return None, ""


def _known_cost(dossier: Dossier, unit: str | None) -> Decimal | None:
    """The mean cost that was last reported, where the budget says none."""
    known = [v.mean_cost for v in support_of(dossier) if v.unit == unit and v.basis is Basis.OUTCOME and v.mean_cost]
    return known[-1] if known else None


@dataclass(frozen=True)
class NormGap:
    """How the frame is counted up beside the norm; indices with the year before as 100, `amount` in kr.

    `national` is the source of the norm where the grid itself has none.
    """

    year: int
    frame: Decimal
    norm: Decimal | None
    amount: Decimal | None
    national: National | None


def norm_gap_of(dossier: Dossier, unit: str | None = None) -> NormGap | None:
    """The gap of the plan year; None while nobody has told what the frame is counted up by."""
    year = dossier.plan.year
    budget = support_value(dossier, Basis.BUDGET, year, unit)
    if budget is None or budget.norm is None:
        return None
    held = [support_value(dossier, basis, year, unit) for basis in (Basis.OUTCOME, Basis.FORECAST)]
    own = next((value.norm for value in held if value is not None and value.norm is not None), None)
    national = None if own is not None else norm_index(year)
    norm = own if own is not None else national.value if national else None
    return NormGap(year, budget.norm, norm, norm_gap(budget.paid, budget.norm, norm), national)
