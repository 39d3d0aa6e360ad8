"""A document as it was decided: the plan that it was written from, and the files, never changed afterwards."""

from typing import Any, NoReturn

from django.conf import settings
from django.db import models

from styrhus.store.models.plan_year import PlanYear


class FrozenDocumentError(Exception):
    """Somebody tried to change or remove a decided version."""


class NeverChanged(models.QuerySet[Any]):
    """A query set that can add and read; the database has triggers for the rest."""

    def update(self, **kwargs: Any) -> NoReturn:
        raise FrozenDocumentError("update")

    def delete(self) -> NoReturn:
        raise FrozenDocumentError("delete")


class Unchangeable(models.Model):
    """A row that is only ever added."""

    objects = NeverChanged.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise FrozenDocumentError("save")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise FrozenDocumentError("delete")


class FrozenDocument(Unchangeable):
    """A version counted from 1 within its kind and period (`2019-08`, empty for plans).

    `plan` is the plan folder as a zip file and `plan_hash` its SHA-256.

    `program` is the version of the program that wrote it.
    """

    plan_year = models.ForeignKey(PlanYear, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    period = models.CharField(max_length=10, blank=True, default="")
    number = models.PositiveIntegerField()
    title = models.TextField()
    decided_on = models.DateField()
    paragraph = models.TextField()
    registry_number = models.TextField(blank=True)
    plan = models.BinaryField()
    plan_hash = models.CharField(max_length=64)
    revision = models.PositiveIntegerField()
    program = models.CharField(max_length=40)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["plan_year", "kind", "period", "number"], name="frozen_document_once"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"


class FrozenFile(Unchangeable):
    """One written format of a decided version; `hash` is the SHA-256 of `content`."""

    document = models.ForeignKey(FrozenDocument, on_delete=models.PROTECT, related_name="files")
    suffix = models.CharField(max_length=8)
    content = models.BinaryField()
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["document", "suffix"], name="frozen_file_once"),)

    def __str__(self) -> str:
        return self.suffix
