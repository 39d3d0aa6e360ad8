"""The journal of what was imported of cases: spells, counts and population, with nothing that tells who anybody is."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models

from styrhus.store.models.board import Board


class CaseloadImport(models.Model):
    """One file that was brought in; its rows lie in the data folder as Parquet, named by `stamp`.

    The file itself is not kept, only its name, its hash and the counts. `kind` is spells, counts or population; the
    latest import of a kind that is not undone is what counts. `persons` is how many pseudonyms the spells had, `as_of`
    the last day that they tell of; `first` and `last` are the periods of the counts. `headings` and `mapping` are how
    the file was read, so that the next with the same headings is offered the same.
    """

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="caseload_imports")
    stamp = models.UUIDField(default=uuid.uuid4, unique=True)
    kind = models.CharField(max_length=20)
    file_name = models.TextField()
    digest = models.CharField(max_length=64)
    rows = models.PositiveBigIntegerField()
    persons = models.PositiveBigIntegerField(null=True)
    as_of = models.DateField(null=True)
    first = models.CharField(max_length=10)
    last = models.CharField(max_length=10)
    synthetic = models.BooleanField(default=False)
    headings = models.JSONField(default=list)
    mapping = models.JSONField(default=dict)
    imported_at = models.DateTimeField()
    imported_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return f"{self.board.key} {self.file_name}"
