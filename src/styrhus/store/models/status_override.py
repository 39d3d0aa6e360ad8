"""A status set by a person against the rule."""

from django.db import models

from styrhus.plan.outcome import StatusOverride as StatusOverrideRecord
from styrhus.store.models.plan_row import PlanRow


class StatusOverride(PlanRow):
    record = StatusOverrideRecord
    kind_name = "status_override"
    identity = ("indicator", "year")

    indicator = models.CharField(max_length=80)
    year = models.IntegerField()
    status = models.TextField()
    reason = models.TextField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["plan_year", "indicator", "year"], name="status_override_once"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="status_override_has_reason"),
        )
