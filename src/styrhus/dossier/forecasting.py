"""Forecasts of units: what they entered, what the ledger proposes beside it, and how well they have held."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.follow_up import follow_up, latest_month
from styrhus.dossier.saving_levers import counted_share
from styrhus.finance.codes.dimension import CostType
from styrhus.finance.follow_up.cell import ALL, Cell
from styrhus.finance.follow_up.forecast import UnitForecast
from styrhus.finance.follow_up.track_record import TrackRecord, track_record
from styrhus.finance.follow_up.view import FollowUp
from styrhus.finance.savings.planned import planned_months
from styrhus.finance.savings.saving import SavingStatus
from styrhus.forecast.ledger import Adjustment, Material, Proposal, TooShort, propose
from styrhus.values.text import msg

ZERO = Decimal(0)
COUNTED = {SavingStatus.DECIDED, SavingStatus.STARTED, SavingStatus.REALISED}
"""Ideas and what is paused or abandoned change no forecast."""


@dataclass(frozen=True)
class Entered:
    """What a unit entered after one month; `rows` by cost type, or one for the whole."""

    month: int
    rows: tuple[UnitForecast, ...]

    @property
    def total(self) -> Decimal:
        return sum((row.amount for row in self.rows), ZERO)

    @property
    def comment(self) -> str:
        return "\n".join(dict.fromkeys(row.comment for row in self.rows if row.comment))

    @property
    def action(self) -> str:
        return "\n".join(dict.fromkeys(row.action for row in self.rows if row.action))

    @property
    def who(self) -> str:
        return next((row.entered_by for row in self.rows if row.entered_by), "")

    @property
    def day(self) -> date | None:
        return max((row.entered_on for row in self.rows if row.entered_on), default=None)


@lru_cache(maxsize=64)
def entered(dossier: Dossier) -> dict[str, tuple[Entered, ...]]:
    """Unit to what it entered in the plan year, the latest month first."""
    found: dict[str, dict[int, list[UnitForecast]]] = defaultdict(lambda: defaultdict(list))
    for row in dossier.unit_forecasts:
        if row.year == dossier.plan.year:
            found[row.unit][row.month].append(row)
    return {
        unit: tuple(Entered(month, tuple(by_month[month])) for month in sorted(by_month, reverse=True))
        for unit, by_month in found.items()
    }


def forecasting_units(dossier: Dossier, view: FollowUp) -> tuple[str, ...]:
    """The units that forecast: those with money of their own this year, and those that have entered any."""
    own = {unit for (unit, _), cell in view.cells.items() if _is_of_this_year(cell)} | set(entered(dossier))
    return tuple(unit.id for unit in dossier.organisation if unit.id in own)


def _is_of_this_year(cell: Cell) -> bool:
    return any(amount for part in (cell.budget, cell.actual, cell.accrued) for amount in part)


def proposal(dossier: Dossier, month: int, unit: str, cost_type: str = ALL) -> Proposal | TooShort:
    """What the ledger proposes for the full year of a unit's own money after `month`."""
    history = _history(dossier, month, unit, cost_type)
    view = follow_up(dossier, month)
    budget = [
        [cell.budget[number] for (held, kind), cell in view.cells.items() if held == unit and cost_type in {ALL, kind}]
        for number in range(12)
    ]
    months = tuple(_added(amounts) for amounts in budget)
    changes = tuple(change for change in _changes(dossier, month, unit, cost_type) if abs(change.amount) >= 1)
    return propose(Material(history[0], history[1], months, changes))


def _added(amounts: list[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, ZERO) if known else None


def _history(dossier: Dossier, month: int, unit: str, cost_type: str) -> tuple[tuple[Decimal, ...], int]:
    """Booked net cost of the months without a gap up to `month`, and how many of them are this year's."""
    held = {(row.year, row.month) for row in dossier.ledger_months}
    sums: dict[tuple[int, int], Decimal] = defaultdict(Decimal)
    for (owner, kind), amounts in _booked(dossier).items():
        if owner == unit and cost_type in {ALL, kind}:
            for key, amount in amounts.items():
                sums[key] += amount
    year = dossier.plan.year
    found: list[tuple[int, int]] = []
    at = (year, month)
    while at in held:
        found.insert(0, at)
        at = (at[0], at[1] - 1) if at[1] > 1 else (at[0] - 1, 12)
    begun = next((number for number, key in enumerate(found) if sums.get(key)), 0)
    if found and found[begun][0] == year:
        begun = min(begun, len(found) - sum(key[0] == year for key in found))
    return tuple(sums.get(key, ZERO) for key in found[begun:]), sum(key[0] == year for key in found[begun:])


@lru_cache(maxsize=16)
def _booked(dossier: Dossier) -> dict[tuple[str, str], dict[tuple[int, int], Decimal]]:
    """Unit and cost type to year and month to net cost in kr."""
    found: dict[tuple[str, str], dict[tuple[int, int], Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for row in dossier.balances:
        if row.unit and row.cost_type and row.cost_type.is_net_cost:
            found[row.unit, row.cost_type.value][row.year, row.month] += row.amount
    return found


def _changes(dossier: Dossier, month: int, unit: str, cost_type: str) -> list[Adjustment]:
    """Accruals that the ledger lacks, and what savings are to give beyond what they give in the latest month."""
    found = []
    for row in dossier.accruals:
        late = row.reverses is None or row.reverses > month
        mine = row.unit == unit and cost_type in {ALL, row.cost_type.value}
        if mine and row.year == dossier.plan.year and row.month <= month and late:
            found.append(Adjustment(msg("Accrual: {reason}", reason=row.reason), row.amount))
    for saving in dossier.savings:
        mine = saving.unit == unit and cost_type in {ALL, saving.cost_type}
        if mine and saving.status in COUNTED:
            gives = [amount or ZERO for amount in planned_months(saving, dossier.plan.year, dossier.saving_effects)]
            more = sum((gives[later] - gives[month - 1] for later in range(month, 12)), ZERO)
            share = counted_share(dossier, saving)
            told = msg("Saving: {name}", name=saving.name)
            if share < 1:
                told = msg("Saving: {name}, without what other savings also take off", name=saving.name)
            found.append(Adjustment(told, -more * share))
    return found


@lru_cache(maxsize=64)
def track_records(dossier: Dossier) -> dict[str, TrackRecord]:
    """Unit to the record of its forecasts, for units that have any to judge."""
    year = dossier.plan.year
    months = {(row.year, row.month) for row in dossier.ledger_months}
    complete = frozenset(held for held in (year - 1, year) if all((held, month) in months for month in range(1, 13)))
    view = follow_up(dossier, latest_month(dossier) or 12)

    def outcome(of: int, unit: str, cost_type: CostType | None) -> Decimal | None:
        line = view.line(unit, cost_type.value if cost_type else ALL, own=True)
        if of == year:
            return line.accumulated.actual if year in complete else line.forecast
        return line.last_year if of in complete else None

    units = {row.unit for row in dossier.unit_forecasts}
    found = {unit: track_record(dossier.unit_forecasts, unit, outcome, complete=complete) for unit in units}
    return {unit: held for unit, held in found.items() if held is not None}
