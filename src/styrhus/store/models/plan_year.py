"""A year of a board: the plan's metadata and its steering model."""

import uuid
from typing import ClassVar

from django.db import models

from styrhus.dossier.document import Plan
from styrhus.store.models.board import Board
from styrhus.values.record import Record


class PlanYear(models.Model):
    """The plan of one board and year.

    `revision` counts the writes, `version` is the one that last wrote the metadata or the steering model;
    `stamp` names the content and is never used twice, not even after a rollback,
    so that a copy kept under it can be trusted.
    """

    record: ClassVar[type[Record]] = Plan
    kind_name: ClassVar[str] = "plan"

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="plan_years")
    board_as_named = models.JSONField()
    steering = models.JSONField()
    revision = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=0)
    stamp = models.UUIDField(default=uuid.uuid4)
    changed_at = models.DateTimeField(auto_now=True)

    year = models.PositiveIntegerField()
    kind = models.TextField()
    title = models.TextField()
    status = models.TextField()
    last_year = models.IntegerField(null=True)
    builds_on = models.JSONField(default=list)
    registry_number = models.TextField(blank=True)
    document_date = models.DateField(null=True)
    meeting_date = models.DateField(null=True)
    paragraph = models.TextField(blank=True)
    addressee = models.TextField(blank=True)
    latest_delivery = models.DateField(null=True)
    decision_points = models.JSONField(default=list)
    appendices = models.JSONField(default=list)
    footnotes = models.JSONField(default=list)
    note = models.TextField(blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["board", "year"], name="plan_year_once"),)

    def __str__(self) -> str:
        return f"{self.board.key} {self.year}"
