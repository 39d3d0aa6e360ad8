"""A row of the part that holds SavingLever records."""

from django.db import models

from styrhus.forecast.kept import SavingLever as SavingLeverRecord
from styrhus.store.exact_decimal import ExactDecimalField
from styrhus.store.models.plan_row import PlanRow


class SavingLever(PlanRow):
    record = SavingLeverRecord
    kind_name = "saving_lever"
    identity = ("saving",)

    saving = models.CharField(max_length=80)
    levers = models.JSONField(default=list)
    computed_effect = ExactDecimalField(null=True)
    joint_effect = ExactDecimalField(null=True)
    digest = models.TextField(blank=True)
    computed_on = models.DateField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["plan_year", "saving"], name="saving_lever_once"),)
