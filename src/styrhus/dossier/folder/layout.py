"""Which file holds which part of the dossier, and the limits that a file must keep."""

from dataclasses import dataclass

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
from styrhus.forecast.frozen import FrozenForecast
from styrhus.forecast.kept import SavingLever, StreamCapacity
from styrhus.plan.assignment import Assignment, ProgressNote
from styrhus.plan.goal import Goal
from styrhus.plan.indicator import Indicator, LifeLogEntry
from styrhus.plan.organisation import OrganisationUnit
from styrhus.plan.outcome import Outcome, StatusOverride
from styrhus.plan.target import Target
from styrhus.plan.undertaking import Condition, FundingNeed, Observation, ServiceGuarantee, Undertaking
from styrhus.values.record import Record

FORMAT = 1
PLAN_FILE = "plan.toml"
TABLES_FILE = "budget/tables.toml"
TEXT_FOLDER = "text"
ECONOMY_FOLDER = "economy"
LARGEST_FILE = 20 * 1024 * 1024
"""Bytes. A plan is some hundred kB; anything near this is the wrong file."""


@dataclass(frozen=True)
class TomlPart:
    """A file of records under one repeated heading, such as [[goal]]."""

    field: str
    file: str
    heading: str
    record: type[Record]


@dataclass(frozen=True)
class CsvPart:
    """A file of one record a row, with the record's field names as header."""

    field: str
    file: str
    record: type[Record]


@dataclass(frozen=True)
class JsonPart:
    """A folder with a file for each record, named as its id."""

    field: str
    folder: str
    record: type[Record]


TOML_PARTS = (
    TomlPart("goals", "goals.toml", "goal", Goal),
    TomlPart("indicators", "indicators.toml", "indicator", Indicator),
    TomlPart("undertakings", "undertakings.toml", "undertaking", Undertaking),
    TomlPart("guarantees", "guarantees.toml", "guarantee", ServiceGuarantee),
    TomlPart("conditions", "conditions.toml", "condition", Condition),
    TomlPart("needs", "needs.toml", "need", FundingNeed),
)
CSV_PARTS = (
    CsvPart("targets", "targets.csv", Target),
    CsvPart("outcomes", "outcomes.csv", Outcome),
    CsvPart("overrides", "overrides.csv", StatusOverride),
    CsvPart("life_log", "life_log.csv", LifeLogEntry),
    CsvPart("assignments", "assignments.csv", Assignment),
    CsvPart("progress", "progress.csv", ProgressNote),
    CsvPart("observations", "observations.csv", Observation),
    CsvPart("organisation", "organisation.csv", OrganisationUnit),
    CsvPart("frames", "frames.csv", Frame),
    CsvPart("frame_changes", "frame_changes.csv", FrameChange),
    CsvPart("unit_rules", "economy/unit_rules.csv", UnitRule),
    CsvPart("account_rules", "economy/account_rules.csv", AccountRule),
    CsvPart("code_names", "economy/code_names.csv", CodeName),
    CsvPart("budget_versions", "economy/budget_versions.csv", BudgetVersion),
    CsvPart("periodisation_keys", "economy/periodisation_keys.csv", PeriodisationKey),
    CsvPart("budget_lines", "economy/budget_lines.csv", BudgetLine),
    CsvPart("positions", "economy/positions.csv", Position),
    CsvPart("reserve_items", "economy/reserve_items.csv", ReserveItem),
    CsvPart("surplus_projects", "economy/surplus_projects.csv", SurplusProject),
    CsvPart("investments", "economy/investments.csv", Investment),
    CsvPart("savings_requirements", "economy/savings_requirements.csv", SavingsRequirement),
    CsvPart("savings", "economy/savings.csv", Saving),
    CsvPart("saving_effects", "economy/saving_effects.csv", SavingEffect),
    CsvPart("saving_levers", "economy/saving_levers.csv", SavingLever),
    CsvPart("capacities", "economy/capacities.csv", StreamCapacity),
    CsvPart("unit_forecasts", "economy/unit_forecasts.csv", UnitForecast),
    CsvPart("accruals", "economy/accruals.csv", Accrual),
    CsvPart("placement_rows", "economy/placement_rows.csv", PlacementRow),
    CsvPart("placement_figures", "economy/placement_figures.csv", PlacementFigure),
    CsvPart("income_support", "economy/income_support.csv", IncomeSupportFigure),
    CsvPart("reception_cohorts", "economy/reception_cohorts.csv", ReceptionCohort),
    CsvPart("grant_instalments", "economy/grant_instalments.csv", GrantInstalment),
    CsvPart("reception_scenarios", "economy/reception_scenarios.csv", ReceptionScenario),
    CsvPart("reception_terms", "economy/reception_terms.csv", ReceptionTerms),
    CsvPart("labour_market_places", "economy/labour_market_places.csv", LabourMarketPlaces),
    CsvPart("ledger_months", "economy/ledger_months.csv", LedgerMonth),
    CsvPart("balances", "economy/balances.csv", Balance),
    CsvPart("facts", "facts.csv", Fact),
    CsvPart("contradictions", "contradictions.csv", Contradiction),
)
JSON_PARTS = (JsonPart("forecasts", "forecasts", FrozenForecast),)
