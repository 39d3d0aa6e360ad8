"""A version as a copy of another: its lines indexed, its positions with new pay, and every effect accounted for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from styrhus.finance.budget.amounts import net_cost_of, summed
from styrhus.finance.budget.entries import RECKONED, Entry, capital_entries, version_entries
from styrhus.finance.budget.indexation import (
    UNRATED,
    Effect,
    Effects,
    Ledger,
    Rates,
    alone,
    fresh_ids,
    indexed,
    scaled_months,
)
from styrhus.finance.budget.investment import Investment
from styrhus.finance.budget.periodisation import ORE
from styrhus.finance.budget.position import Position
from styrhus.finance.budget.reserve import ReserveItem, ReserveState, SurplusProject
from styrhus.finance.budget.source import BudgetSource, stack_of, version_of
from styrhus.finance.budget.staffing import staff_cost
from styrhus.finance.budget.version import BudgetLine, BudgetVersion, LineKind, PeriodisationKey
from styrhus.finance.codes.dimension import CostType
from styrhus.finance.frame import Frame
from styrhus.finance.ledger.balance import Balance, LedgerMonth
from styrhus.finance.months import MONTHS
from styrhus.plan.organisation import OrganisationUnit
from styrhus.values.number import round_half_up

Place = tuple[str | None, CostType]


@dataclass(frozen=True)
class Copy:
    """A new version with all that belongs to it; old + effects = new by unit and cost type, in kr, exactly.

    `alone` tells what each rate would have given by itself on all of the old version.
    """

    version: BudgetVersion
    lines: tuple[BudgetLine, ...]
    positions: tuple[Position, ...]
    reserve_items: tuple[ReserveItem, ...]
    surplus_projects: tuple[SurplusProject, ...]
    old: Mapping[Place, Decimal]
    effects: Mapping[Place, Effects]
    new: Mapping[Place, Decimal]
    alone: Effects


@dataclass(frozen=True)
class Trial:
    """A source with a copy beside what it had, to see what the copy comes to before it is kept."""

    organisation: tuple[OrganisationUnit, ...]
    budget_versions: tuple[BudgetVersion, ...]
    periodisation_keys: tuple[PeriodisationKey, ...]
    budget_lines: tuple[BudgetLine, ...]
    positions: tuple[Position, ...]
    reserve_items: tuple[ReserveItem, ...]
    surplus_projects: tuple[SurplusProject, ...]
    investments: tuple[Investment, ...]
    frames: tuple[Frame, ...]
    balances: tuple[Balance, ...] = ()
    ledger_months: tuple[LedgerMonth, ...] = ()


def copied(
    source: BudgetSource, base: str, new: BudgetVersion, rates: Rates, *, one_off: Sequence[BudgetLine] = ()
) -> Copy:
    """The version `new` as a copy of `base` by the rates; NoVersion when there is no `base`.

    What is temporary and whose last year lies before the new one falls away; surplus projects follow only within the
    year. Unfinanced deficit and savings requirements are not indexed. Positions that begin within the old year and do
    not end in it cost the whole new year. `one_off` are further lines, which get the new version as theirs. Of a
    supplementary version all that it is added to is copied.
    """
    return _Copying(source, version_of(source, base), new, rates).made(one_off)


@dataclass
class _Copying:
    source: BudgetSource
    base: BudgetVersion
    new: BudgetVersion
    rates: Rates

    def __post_init__(self) -> None:
        self.told = Ledger()
        self.old = summed(net_cost_of(self.source, self.base.id), lambda e: (e.unit, e.cost_type))
        self.entries = version_entries(self.source, self.base.id)
        self.stack = {version.id for version in stack_of(self.source, self.base.id)}
        self.line_ids = fresh_ids(self.new.id, {line.id for line in self.source.budget_lines})
        self.later = self.new.year > self.base.year

    def made(self, one_off: Sequence[BudgetLine]) -> Copy:
        projects, project_ids = self._projects()
        lines = (*self._lines(), *self._released(), *self._capital_lines(), *self._one_off(one_off))
        positions = tuple(self._positions(project_ids))
        items = tuple(self._reserve())
        trial = self._trial(lines, positions, items, projects)
        new = summed(net_cost_of(trial, self.new.id), lambda e: (e.unit, e.cost_type))
        self._reckon(new)
        effects = {place: dict(found) for place, found in self.told.effects.items()}
        return Copy(
            self.new, lines, positions, items, projects, self.old, effects, new, dict(self.told.alone)
        )  # fmt: skip

    def _trial(
        self, lines: tuple[BudgetLine, ...], positions: tuple[Position, ...], items: tuple[ReserveItem, ...],
        projects: tuple[SurplusProject, ...],
    ) -> Trial:  # fmt: skip
        held = self.source
        return Trial(
            held.organisation, (*held.budget_versions, self.new), held.periodisation_keys, lines, positions, items,
            projects, held.investments, held.frames,
        )  # fmt: skip

    def _reckon(self, new: Mapping[Place, Decimal]) -> None:
        """What is reckoned anew in the new version, and so is no effect of a rate."""
        for place in dict.fromkeys((*self.old, *new, *self.told.effects)):
            told = sum(self.told.effects.get(place, {}).values(), Decimal(0))
            rest = new.get(place, Decimal(0)) - self.old.get(place, Decimal(0)) - told
            self.told.add(place, Effect.RECKONED, rest)

    def _gone(self, last_year: int | None) -> bool:
        return last_year is not None and last_year < self.new.year

    def _lines(self) -> Iterator[BudgetLine]:
        registered = {
            entry.unit for year in (self.base.year, self.new.year) for entry in capital_entries(self.source, year)
        }
        for line in self.source.budget_lines:
            again = line.kind is LineKind.CAPITAL and line.unit in registered and self.new.kind in RECKONED
            if line.budget not in self.stack or again:
                continue
            place = (line.unit, line.cost_type)
            if self._gone(line.last_year):
                self.told.add(place, Effect.FALLS_AWAY, -line.amount)
                continue
            rates = Rates() if line.kind in UNRATED else self.rates
            effects = indexed(line.amount, line.cost_type, rates)
            self._tell(place, effects, alone(line.amount, line.cost_type, rates))
            amount = line.amount + sum(effects.values(), Decimal(0))
            changed = {"id": next(self.line_ids), "budget": self.new.id, "amount": amount}
            yield line.model_copy(update={**changed, **scaled_months(line, amount)})

    def _tell(self, place: Place, effects: Effects, by_itself: Effects) -> None:
        if place[1].is_net_cost:
            for effect, amount in effects.items():
                self.told.add(place, effect, amount)
            for effect, amount in by_itself.items():
                self.told.alone[effect] += amount

    def _positions(self, projects: Mapping[str, str]) -> Iterator[Position]:
        ids = fresh_ids(f"{self.new.id}-position", {position.id for position in self.source.positions})
        counted = {entry.key for entry in self.entries if entry.part == "positions"}
        for position in self.source.positions:
            if position.budget not in self.stack:
                continue
            steps = (position, *self._steps(position)) if self._goes_on(position, projects) else (position,)
            if position.id in counted:
                self._tell_steps(position, steps)
            if len(steps) > 1:
                project = projects.get(position.surplus_project or "")
                moved = {"id": next(ids), "budget": self.new.id, "surplus_project": project}
                yield steps[-1].model_copy(update=moved)

    def _goes_on(self, position: Position, projects: Mapping[str, str]) -> bool:
        paid = position.surplus_project is None or position.surplus_project in projects
        return paid and not self._gone(position.last_year)

    def _steps(self, position: Position) -> tuple[Position, Position, Position]:
        """With the whole year, with new pay too, and with new overhead too."""
        begins = self.later and position.last_month == 12
        whole = position.model_copy(update={"first_month": 1}) if begins else position
        wage = self.rates.prices.get(CostType.STAFF, Decimal(0))
        paid = (
            whole.model_copy(update={"salary": round_half_up(whole.salary * (1 + wage / 100), ORE)}) if wage else whole
        )
        rate = paid.overhead_rate + self.rates.overhead_change
        return whole, paid, paid.model_copy(update={"overhead_rate": rate})

    def _tell_steps(self, position: Position, steps: Sequence[Position]) -> None:
        """Each step's effect on the staff cost, and on what pays for it where that is income."""
        costs = [staff_cost(step) for step in steps]
        paid_by_income = bool(position.funding) and position.surplus_project is None
        signs: tuple[tuple[Place, int], ...] = (((position.unit, CostType.STAFF), 1),)
        signs += (((position.unit, CostType.INCOME), -1),) if paid_by_income else ()
        for place, sign in signs:
            if len(costs) == 1:
                self.told.add(place, Effect.FALLS_AWAY, -sign * costs[0])
            for effect, (before, after) in zip(
                (Effect.FULL_YEAR, Effect.WAGE, Effect.OVERHEAD), pairwise(costs), strict=False
            ):
                self.told.add(place, effect, sign * (after - before))
                if effect in {Effect.WAGE, Effect.OVERHEAD}:
                    self.told.alone[effect] += sign * (after - before)

    def _reserve(self) -> Iterator[ReserveItem]:
        ids = fresh_ids(f"{self.new.id}-reserve", {item.id for item in self.source.reserve_items})
        entries = {entry.key: entry for entry in self.entries if entry.part == "reserve_items"}
        for item in self.source.reserve_items:
            if item.budget not in self.stack or item.state is not ReserveState.PARKED:
                continue
            if not self._gone(item.last_year):
                yield item.model_copy(update={"id": next(ids), "budget": self.new.id})
            elif item.id in entries:
                self._fall(entries[item.id])

    def _released(self) -> Iterator[BudgetLine]:
        """Released money belongs to its unit in the new version: it becomes a line, and leaves the reserve's line."""
        states = {item.id: item.state for item in self.source.reserve_items}
        for entry in self.entries:
            if entry.part == "reserve_items" and states[entry.key] is ReserveState.RELEASED:
                if self._gone(entry.last_year):
                    self._fall(entry)
                elif entry.unit is not None:
                    kind = LineKind.ORDINARY if entry.amount == self._amount_of(entry.key) else LineKind.RESERVE
                    yield self._line_of(entry, kind)

    def _amount_of(self, item: str) -> Decimal:
        return next(held.amount for held in self.source.reserve_items if held.id == item)

    def _capital_lines(self) -> Iterator[BudgetLine]:
        """Capital cost that investments gave the old version, as lines where the new one does not reckon it."""
        if self.new.kind not in RECKONED:
            for entry in self.entries:
                if entry.part == "investments" and entry.unit is not None:
                    yield self._line_of(entry, LineKind.CAPITAL)

    def _line_of(self, entry: Entry, kind: LineKind) -> BudgetLine:
        months = dict(zip(MONTHS, entry.months, strict=True)) if kind is LineKind.CAPITAL else {}
        made = BudgetLine(
            id=next(self.line_ids), budget=self.new.id, unit=str(entry.unit), cost_type=entry.cost_type,
            label=entry.label, kind=kind, amount=entry.amount, last_year=entry.last_year,
        )  # fmt: skip
        return made.model_copy(update=months)

    def _fall(self, entry: Entry) -> None:
        self.told.add((entry.unit, entry.cost_type), Effect.FALLS_AWAY, -entry.amount)

    def _projects(self) -> tuple[tuple[SurplusProject, ...], dict[str, str]]:
        """The surplus projects of the copy, and their new ids by the old ones."""
        held = [project for project in self.source.surplus_projects if project.budget in self.stack]
        if self.later:
            for entry in self.entries:
                if entry.part == "surplus_projects":
                    self._fall(entry)
            return (), {}
        ids = fresh_ids(f"{self.new.id}-project", {project.id for project in self.source.surplus_projects})
        new = {project.id: next(ids) for project in held}
        made = (project.model_copy(update={"id": new[project.id], "budget": self.new.id}) for project in held)
        return tuple(made), new

    def _one_off(self, lines: Sequence[BudgetLine]) -> Iterator[BudgetLine]:
        for line in lines:
            self.told.add((line.unit, line.cost_type), Effect.ONE_OFF, line.amount)
            yield line.model_copy(update={"id": next(self.line_ids), "budget": self.new.id})
