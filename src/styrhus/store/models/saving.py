"""A row of the part that holds Saving records."""

from django.db import models

from styrhus.finance.savings.saving import Saving as SavingRecord
from styrhus.store.exact_decimal import ExactDecimalField
from styrhus.store.models.plan_row import KeyedRow


class Saving(KeyedRow):
    record = SavingRecord
    kind_name = "saving"

    name = models.TextField()
    unit = models.CharField(max_length=80, null=True)
    cost_type = models.TextField(null=True)
    requirement = models.CharField(max_length=80, null=True)
    owner = models.TextField(blank=True)
    status = models.TextField()
    full_year_effect = ExactDecimalField()
    start_year = models.IntegerField()
    start_month = models.IntegerField()
    ramp_months = models.IntegerField()
    end_year = models.IntegerField(null=True)
    end_month = models.IntegerField(null=True)
    one_off_cost = ExactDecimalField(null=True)
    one_off_year = models.IntegerField(null=True)
    depends_on = models.JSONField(default=list)
    depends_on_others = models.TextField(blank=True)
    measured_by = models.TextField()
    measured_row = models.CharField(max_length=80, null=True)
    baseline = ExactDecimalField(null=True)
    evidence = models.TextField(blank=True)
    note = models.TextField(blank=True)
