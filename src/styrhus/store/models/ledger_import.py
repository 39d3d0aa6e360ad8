"""The journal of ledger imports: what came in, from which file, which months it is the evidence for."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models

from styrhus.store.exact_decimal import ExactDecimalField
from styrhus.store.models.board import Board


class LedgerImport(models.Model):
    """One file that was brought in; its raw bytes and its rows lie in the data folder, named by `stamp`, for good.

    `months` tells of each of its months (`2019-03`) the rows and the exact total; `replaced` tells for the same
    months the stamp of the import that was current before, so that the latest can be undone. `mapping` is how the
    file was read, `organisation` the number that it names its organisation with, when it does.
    """

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="ledger_imports")
    stamp = models.UUIDField(default=uuid.uuid4, unique=True)
    source = models.TextField()
    file_name = models.TextField()
    digest = models.CharField(max_length=64)
    year = models.PositiveIntegerField()
    rows = models.PositiveBigIntegerField()
    total = ExactDecimalField()
    synthetic = models.BooleanField(default=False)
    organisation = models.TextField(blank=True, default="")
    mapping = models.JSONField(default=dict)
    months = models.JSONField(default=dict)
    replaced = models.JSONField(default=dict)
    imported_at = models.DateTimeField()
    imported_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return f"{self.board.key} {self.file_name}"


class LedgerPeriod(models.Model):
    """The import that is current for a month of a source; replacing a month moves this, and adds nothing up twice."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="+")
    source = models.TextField()
    year = models.PositiveIntegerField()
    month = models.PositiveIntegerField()
    held = models.ForeignKey(LedgerImport, on_delete=models.PROTECT, related_name="periods")
    rows = models.PositiveBigIntegerField()
    total = ExactDecimalField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["board", "source", "year", "month"], name="ledger_period_once"),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.source} {self.year}-{self.month:02d}"


class ClosedMonth(models.Model):
    """A month whose ledger is not changed any more."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveIntegerField()
    month = models.PositiveIntegerField()
    closed_at = models.DateTimeField()
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["board", "year", "month"], name="month_closed_once"),)

    def __str__(self) -> str:
        return f"{self.year}-{self.month:02d}"


class LedgerSource(models.Model):
    """How files of a source are read: the mapping of their columns, remembered under a name."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    mapping = models.JSONField()
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["board", "name"], name="ledger_source_once"),)

    def __str__(self) -> str:
        return self.name
