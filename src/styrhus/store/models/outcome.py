"""An outcome of an indicator in a period."""

from django.db import models

from styrhus.plan.outcome import Outcome as OutcomeRecord
from styrhus.store.exact_decimal import ExactDecimalField
from styrhus.store.models.plan_row import PlanRow


class Outcome(PlanRow):
    record = OutcomeRecord
    kind_name = "outcome"
    identity = ("indicator", "period", "part", "preliminary")

    indicator = models.CharField(max_length=80)
    period = models.TextField()
    part = models.TextField(blank=True)
    value = ExactDecimalField(null=True)
    mark = models.TextField(blank=True)
    printed = models.TextField(blank=True)
    preliminary = models.BooleanField()
    awaiting = models.TextField(blank=True)
    measured = models.IntegerField(null=True)
    as_of = models.DateField(null=True)
    source = models.TextField(blank=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["plan_year", "indicator", "period", "part", "preliminary"], name="outcome_once"
            ),
        )
