"""A target of an indicator for a year."""

from django.db import models

from styrhus.plan.target import Target as TargetRecord
from styrhus.store.exact_decimal import ExactDecimalField
from styrhus.store.models.plan_row import PlanRow


class Target(PlanRow):
    record = TargetRecord
    kind_name = "target"
    identity = ("indicator", "year", "part")

    indicator = models.CharField(max_length=80)
    year = models.IntegerField()
    part = models.TextField(blank=True)
    kind = models.TextField()
    value = ExactDecimalField(null=True)
    change = ExactDecimalField(null=True)
    partly = ExactDecimalField(null=True)
    tolerance = ExactDecimalField(null=True)
    reference = models.TextField(blank=True)
    printed = models.TextField(blank=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["plan_year", "indicator", "year", "part"], name="target_once"),)
