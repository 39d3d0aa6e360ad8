"""A document of a plan that somebody has called ready."""

from django.conf import settings
from django.db import models

from styrhus.store.models.plan_year import PlanYear


class ReadyDocument(models.Model):
    """`period` as in a frozen one; `stamp` names the content of the plan that was ready.

    With another content it is ready no longer.
    """

    plan_year = models.ForeignKey(PlanYear, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=40)
    period = models.CharField(max_length=10, blank=True, default="")
    stamp = models.UUIDField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["plan_year", "kind", "period"], name="ready_document_once"),)

    def __str__(self) -> str:
        return self.kind
