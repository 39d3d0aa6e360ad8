"""A row of the part that holds SavingEffect records."""

from django.db import models

from styrhus.finance.savings.saving import SavingEffect as SavingEffectRecord
from styrhus.store.exact_decimal import ExactDecimalField
from styrhus.store.models.plan_row import PlanRow


class SavingEffect(PlanRow):
    record = SavingEffectRecord
    kind_name = "saving_effect"
    identity = ("saving", "year", "month", "planned")

    saving = models.CharField(max_length=80)
    year = models.IntegerField()
    month = models.IntegerField()
    planned = models.BooleanField()
    amount = ExactDecimalField()
    stated_by = models.TextField(blank=True)
    stated_on = models.DateField(null=True)
    evidence = models.TextField(blank=True)
    synthetic = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["plan_year", "saving", "year", "month", "planned"],
                name="saving_effect_once",
            ),
        )
