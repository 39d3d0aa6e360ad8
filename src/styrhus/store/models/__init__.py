"""Everything that is stored, one model a module."""

from styrhus.store.models.assignment import Assignment
from styrhus.store.models.audit_event import AuditEvent
from styrhus.store.models.board import Board
from styrhus.store.models.budget_row import BudgetRow
from styrhus.store.models.budget_table import BudgetTable
from styrhus.store.models.condition import Condition
from styrhus.store.models.contradiction import Contradiction
from styrhus.store.models.fact import Fact
from styrhus.store.models.frame import Frame
from styrhus.store.models.frame_change import FrameChange
from styrhus.store.models.frozen_document import FrozenDocument, FrozenFile
from styrhus.store.models.funding_need import FundingNeed
from styrhus.store.models.goal import Goal
from styrhus.store.models.indicator import Indicator
from styrhus.store.models.life_log_entry import LifeLogEntry
from styrhus.store.models.membership import Membership
from styrhus.store.models.observation import Observation
from styrhus.store.models.organisation_unit import OrganisationUnit
from styrhus.store.models.outcome import Outcome
from styrhus.store.models.plan_row import KeyedRow, PlanRow
from styrhus.store.models.plan_year import PlanYear
from styrhus.store.models.progress_note import ProgressNote
from styrhus.store.models.ready_document import ReadyDocument
from styrhus.store.models.section import Section
from styrhus.store.models.service_guarantee import ServiceGuarantee
from styrhus.store.models.status_override import StatusOverride
from styrhus.store.models.target import Target
from styrhus.store.models.undertaking import Undertaking
from styrhus.store.models.user import User

__all__ = [
    "Assignment",
    "AuditEvent",
    "Board",
    "BudgetRow",
    "BudgetTable",
    "Condition",
    "Contradiction",
    "Fact",
    "Frame",
    "FrameChange",
    "FrozenDocument",
    "FrozenFile",
    "FundingNeed",
    "Goal",
    "Indicator",
    "KeyedRow",
    "LifeLogEntry",
    "Membership",
    "Observation",
    "OrganisationUnit",
    "Outcome",
    "PlanRow",
    "PlanYear",
    "ProgressNote",
    "ReadyDocument",
    "Section",
    "ServiceGuarantee",
    "StatusOverride",
    "Target",
    "Undertaking",
    "User",
]
