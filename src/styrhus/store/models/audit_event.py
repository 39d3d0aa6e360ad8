"""What was changed, by whom and when; only ever added to."""

from enum import StrEnum
from typing import Any, NoReturn

from django.conf import settings
from django.db import models

from styrhus.store.models.board import Board
from styrhus.store.models.plan_year import PlanYear


class How(StrEnum):
    """What became of the object."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


class AuditIsAppendOnlyError(Exception):
    """Somebody tried to change or remove a line of the audit trail."""


class AppendOnly(models.QuerySet["AuditEvent"]):
    """A query set that can add and read, nothing else; the database has triggers for the rest."""

    def update(self, **kwargs: Any) -> NoReturn:
        raise AuditIsAppendOnlyError("update")

    def delete(self) -> NoReturn:
        raise AuditIsAppendOnlyError("delete")


class AuditEvent(models.Model):
    """One object changed by one action.

    `changes` maps a field to its old and new value, in the records' JSON form; the old ones of a new object are
    null, as are the new ones of a removed object. `revision` is that of the plan year after the action.
    """

    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    action = models.CharField(max_length=40)
    board = models.ForeignKey(Board, on_delete=models.PROTECT, null=True, related_name="+")
    plan_year = models.ForeignKey(PlanYear, on_delete=models.PROTECT, null=True, related_name="+")
    how = models.CharField(max_length=10, choices=[(how.value, how.value) for how in How])
    kind = models.CharField(max_length=40)
    key = models.TextField()
    changes = models.JSONField()
    revision = models.PositiveIntegerField(null=True)

    objects = AppendOnly.as_manager()

    class Meta:
        indexes = (
            models.Index(fields=["plan_year", "revision"], name="audit_by_revision"),
            models.Index(fields=["board", "at"], name="audit_by_time"),
        )

    def __str__(self) -> str:
        return f"{self.action} {self.kind} {self.key}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AuditIsAppendOnlyError("save")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AuditIsAppendOnlyError("delete")
