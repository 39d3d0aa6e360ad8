"""Which file holds which part of the dossier, and the limits that a file must keep."""

from dataclasses import dataclass

from styrhus.finance.fact import Contradiction, Fact
from styrhus.finance.frame import Frame, FrameChange
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
    CsvPart("facts", "facts.csv", Fact),
    CsvPart("contradictions", "contradictions.csv", Contradiction),
)
