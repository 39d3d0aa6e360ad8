"""Which model holds which part of a dossier."""

from styrhus.store import models
from styrhus.store.models import PlanRow

PARTS: dict[str, type[PlanRow]] = {
    "goals": models.Goal,
    "indicators": models.Indicator,
    "targets": models.Target,
    "outcomes": models.Outcome,
    "overrides": models.StatusOverride,
    "life_log": models.LifeLogEntry,
    "assignments": models.Assignment,
    "progress": models.ProgressNote,
    "undertakings": models.Undertaking,
    "guarantees": models.ServiceGuarantee,
    "observations": models.Observation,
    "conditions": models.Condition,
    "needs": models.FundingNeed,
    "organisation": models.OrganisationUnit,
    "frames": models.Frame,
    "frame_changes": models.FrameChange,
    "facts": models.Fact,
    "contradictions": models.Contradiction,
    "sections": models.Section,
}
"""Every part but the tables, whose rows are rows of their own."""
