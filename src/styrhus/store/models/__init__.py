"""Everything that is stored, one model a module."""

from styrhus.store.models.account_rule import AccountRule
from styrhus.store.models.accrual import Accrual
from styrhus.store.models.assignment import Assignment
from styrhus.store.models.audit_event import AuditEvent
from styrhus.store.models.balance import Balance
from styrhus.store.models.board import Board
from styrhus.store.models.budget_line import BudgetLine
from styrhus.store.models.budget_row import BudgetRow
from styrhus.store.models.budget_table import BudgetTable
from styrhus.store.models.budget_version import BudgetVersion
from styrhus.store.models.caseload_import import CaseloadImport
from styrhus.store.models.code_name import CodeName
from styrhus.store.models.condition import Condition
from styrhus.store.models.contradiction import Contradiction
from styrhus.store.models.fact import Fact
from styrhus.store.models.frame import Frame
from styrhus.store.models.frame_change import FrameChange
from styrhus.store.models.frozen_document import FrozenDocument, FrozenFile
from styrhus.store.models.frozen_forecast import FrozenForecast
from styrhus.store.models.funding_need import FundingNeed
from styrhus.store.models.goal import Goal
from styrhus.store.models.grant_instalment import GrantInstalment
from styrhus.store.models.income_support_figure import IncomeSupportFigure
from styrhus.store.models.indicator import Indicator
from styrhus.store.models.investment import Investment
from styrhus.store.models.labour_market_places import LabourMarketPlaces
from styrhus.store.models.ledger_import import ClosedMonth, LedgerImport, LedgerPeriod, LedgerSource
from styrhus.store.models.ledger_month import LedgerMonth
from styrhus.store.models.life_log_entry import LifeLogEntry
from styrhus.store.models.membership import Membership
from styrhus.store.models.observation import Observation
from styrhus.store.models.organisation_unit import OrganisationUnit
from styrhus.store.models.outcome import Outcome
from styrhus.store.models.periodisation_key import PeriodisationKey
from styrhus.store.models.placement_figure import PlacementFigure
from styrhus.store.models.placement_row import PlacementRow
from styrhus.store.models.plan_row import KeyedRow, PlanRow
from styrhus.store.models.plan_year import PlanYear
from styrhus.store.models.position import Position
from styrhus.store.models.progress_note import ProgressNote
from styrhus.store.models.ready_document import ReadyDocument
from styrhus.store.models.reception_cohort import ReceptionCohort
from styrhus.store.models.reception_scenario import ReceptionScenario
from styrhus.store.models.reception_terms import ReceptionTerms
from styrhus.store.models.reserve_item import ReserveItem
from styrhus.store.models.saving import Saving
from styrhus.store.models.saving_effect import SavingEffect
from styrhus.store.models.saving_lever import SavingLever
from styrhus.store.models.savings_requirement import SavingsRequirement
from styrhus.store.models.section import Section
from styrhus.store.models.service_guarantee import ServiceGuarantee
from styrhus.store.models.status_override import StatusOverride
from styrhus.store.models.stream_capacity import StreamCapacity
from styrhus.store.models.surplus_project import SurplusProject
from styrhus.store.models.target import Target
from styrhus.store.models.undertaking import Undertaking
from styrhus.store.models.unit_forecast import UnitForecast
from styrhus.store.models.unit_rule import UnitRule
from styrhus.store.models.user import User

__all__ = [
    "AccountRule",
    "Accrual",
    "Assignment",
    "AuditEvent",
    "Balance",
    "Board",
    "BudgetLine",
    "BudgetRow",
    "BudgetTable",
    "BudgetVersion",
    "CaseloadImport",
    "ClosedMonth",
    "CodeName",
    "Condition",
    "Contradiction",
    "Fact",
    "Frame",
    "FrameChange",
    "FrozenDocument",
    "FrozenFile",
    "FrozenForecast",
    "FundingNeed",
    "Goal",
    "GrantInstalment",
    "IncomeSupportFigure",
    "Indicator",
    "Investment",
    "KeyedRow",
    "LabourMarketPlaces",
    "LedgerImport",
    "LedgerMonth",
    "LedgerPeriod",
    "LedgerSource",
    "LifeLogEntry",
    "Membership",
    "Observation",
    "OrganisationUnit",
    "Outcome",
    "PeriodisationKey",
    "PlacementFigure",
    "PlacementRow",
    "PlanRow",
    "PlanYear",
    "Position",
    "ProgressNote",
    "ReadyDocument",
    "ReceptionCohort",
    "ReceptionScenario",
    "ReceptionTerms",
    "ReserveItem",
    "Saving",
    "SavingEffect",
    "SavingLever",
    "SavingsRequirement",
    "Section",
    "ServiceGuarantee",
    "StatusOverride",
    "StreamCapacity",
    "SurplusProject",
    "Target",
    "Undertaking",
    "UnitForecast",
    "UnitRule",
    "User",
]
