"""The dossier: one loaded, immutable value that every page, document and command reads."""

from functools import cached_property
from typing import TypeVar
from weakref import ref

from pydantic import field_validator

from styrhus.dossier.document import Board, Plan, Section
from styrhus.finance.budget.investment import Investment
from styrhus.finance.budget.position import Position
from styrhus.finance.budget.reserve import ReserveItem, SurplusProject
from styrhus.finance.budget.version import BudgetLine, BudgetVersion, PeriodisationKey
from styrhus.finance.codes.rules import AccountRule, CodeName, UnitRule
from styrhus.finance.fact import Contradiction, Fact
from styrhus.finance.follow_up.forecast import Accrual, UnitForecast
from styrhus.finance.frame import Frame, FrameChange
from styrhus.finance.grids.income_support import IncomeSupportFigure
from styrhus.finance.grids.labour_market import LabourMarketPlaces
from styrhus.finance.grids.placement import PlacementFigure, PlacementRow
from styrhus.finance.grids.reception import GrantInstalment, ReceptionCohort
from styrhus.finance.grids.reception_outlook import ReceptionScenario, ReceptionTerms
from styrhus.finance.ledger.balance import Balance, LedgerMonth
from styrhus.finance.savings.saving import Saving, SavingEffect, SavingsRequirement
from styrhus.finance.table import Table
from styrhus.forecast.frozen import FrozenForecast
from styrhus.forecast.kept import SavingLever, StreamCapacity
from styrhus.plan.assignment import Assignment, ProgressNote
from styrhus.plan.goal import Goal
from styrhus.plan.indicator import Indicator, LifeLogEntry
from styrhus.plan.organisation import OrganisationUnit
from styrhus.plan.outcome import Outcome, StatusOverride
from styrhus.plan.steering import SteeringModel
from styrhus.plan.target import Target
from styrhus.plan.undertaking import Condition, FundingNeed, Observation, ServiceGuarantee, Undertaking
from styrhus.values.record import Record


class Dossier(Record):
    """A year of one board. Order is that of the plan; references between parts are by id."""

    board: Board
    plan: Plan
    steering: SteeringModel = SteeringModel()
    goals: tuple[Goal, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    targets: tuple[Target, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    overrides: tuple[StatusOverride, ...] = ()
    life_log: tuple[LifeLogEntry, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    progress: tuple[ProgressNote, ...] = ()
    undertakings: tuple[Undertaking, ...] = ()
    guarantees: tuple[ServiceGuarantee, ...] = ()
    observations: tuple[Observation, ...] = ()
    conditions: tuple[Condition, ...] = ()
    needs: tuple[FundingNeed, ...] = ()
    organisation: tuple[OrganisationUnit, ...] = ()
    tables: tuple[Table, ...] = ()
    frames: tuple[Frame, ...] = ()
    frame_changes: tuple[FrameChange, ...] = ()
    unit_rules: tuple[UnitRule, ...] = ()
    account_rules: tuple[AccountRule, ...] = ()
    code_names: tuple[CodeName, ...] = ()
    budget_versions: tuple[BudgetVersion, ...] = ()
    periodisation_keys: tuple[PeriodisationKey, ...] = ()
    budget_lines: tuple[BudgetLine, ...] = ()
    positions: tuple[Position, ...] = ()
    reserve_items: tuple[ReserveItem, ...] = ()
    surplus_projects: tuple[SurplusProject, ...] = ()
    investments: tuple[Investment, ...] = ()
    savings_requirements: tuple[SavingsRequirement, ...] = ()
    savings: tuple[Saving, ...] = ()
    saving_effects: tuple[SavingEffect, ...] = ()
    saving_levers: tuple[SavingLever, ...] = ()
    capacities: tuple[StreamCapacity, ...] = ()
    forecasts: tuple[FrozenForecast, ...] = ()
    unit_forecasts: tuple[UnitForecast, ...] = ()
    accruals: tuple[Accrual, ...] = ()
    placement_rows: tuple[PlacementRow, ...] = ()
    placement_figures: tuple[PlacementFigure, ...] = ()
    income_support: tuple[IncomeSupportFigure, ...] = ()
    reception_cohorts: tuple[ReceptionCohort, ...] = ()
    grant_instalments: tuple[GrantInstalment, ...] = ()
    reception_scenarios: tuple[ReceptionScenario, ...] = ()
    reception_terms: tuple[ReceptionTerms, ...] = ()
    labour_market_places: tuple[LabourMarketPlaces, ...] = ()
    ledger_months: tuple[LedgerMonth, ...] = ()
    balances: tuple[Balance, ...] = ()
    facts: tuple[Fact, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    sections: tuple[Section, ...] = ()

    @field_validator("forecasts")
    @classmethod
    def _by_day(cls, held: tuple[FrozenForecast, ...]) -> tuple[FrozenForecast, ...]:
        """Files in a folder have no order of their own, so the days decide."""
        return tuple(sorted(held, key=lambda frozen: (frozen.made_on, frozen.id)))

    def __hash__(self) -> int:
        """Reckoned once, so that what is made of a dossier can be kept by it with functools.lru_cache."""
        return self._hash

    def __copy__(self) -> "Dossier":
        """Only the fields: what has been reckoned of them is not true of a copy that is changed."""
        return type(self).model_construct(**{name: getattr(self, name) for name in type(self).model_fields})

    def __eq__(self, other: object) -> bool:
        """By content; what has once been found equal is remembered.

        A cache that holds an equal dossier which is another object asks this at every look-up.
        """
        if self is other:
            return True
        if not isinstance(other, Dossier) or self._hash != other._hash:
            return False
        twin = self._twins.get(id(other))
        if twin is not None and twin() is other:
            return True
        equal = all(getattr(self, name) == getattr(other, name) for name in type(self).model_fields)
        if equal:
            self._twins[id(other)] = ref(other)
            other._twins[id(self)] = ref(self)
        return equal

    @cached_property
    def _twins(self) -> "dict[int, ref[Dossier]]":
        return {}

    @cached_property
    def _hash(self) -> int:
        return hash(tuple(getattr(self, name) for name in type(self).model_fields))

    @cached_property
    def goal_by_id(self) -> dict[str, Goal]:
        return {goal.id: goal for goal in self.goals}

    @cached_property
    def indicator_by_id(self) -> dict[str, Indicator]:
        return {indicator.id: indicator for indicator in self.indicators}

    @cached_property
    def assignment_by_id(self) -> dict[str, Assignment]:
        return {assignment.id: assignment for assignment in self.assignments}

    @cached_property
    def table_by_id(self) -> dict[str, Table]:
        return {table.id: table for table in self.tables}

    @cached_property
    def fact_by_id(self) -> dict[str, Fact]:
        return {fact.id: fact for fact in self.facts}

    @cached_property
    def unit_by_id(self) -> dict[str, OrganisationUnit]:
        return {unit.id: unit for unit in self.organisation}

    def children_of(self, goal: str) -> tuple[Goal, ...]:
        """The goals that name `goal` as a parent, in plan order."""
        return tuple(g for g in self.goals if goal in g.parents)

    def indicators_of(self, goal: str) -> tuple[Indicator, ...]:
        """The indicators of a goal, in plan order; parts of a composite index are not among them."""
        return tuple(i for i in self.indicators if i.goal == goal and i.part_of is None)

    def targets_of(self, indicator: str) -> tuple[Target, ...]:
        return self._targets.get(indicator, ())

    def outcomes_of(self, indicator: str) -> tuple[Outcome, ...]:
        return self._outcomes.get(indicator, ())

    @cached_property
    def _targets(self) -> dict[str, tuple[Target, ...]]:
        return _grouped(self.targets)

    @cached_property
    def _outcomes(self) -> dict[str, tuple[Outcome, ...]]:
        return _grouped(self.outcomes)


T = TypeVar("T", Target, Outcome)


def _grouped(rows: tuple[T, ...]) -> dict[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = {}
    for row in rows:
        groups.setdefault(row.indicator, []).append(row)
    return {indicator: tuple(group) for indicator, group in groups.items()}
