"""A row of the part that holds SurplusProject records."""

from django.db import models

from styrhus.finance.budget.reserve import SurplusProject as SurplusProjectRecord
from styrhus.store.exact_decimal import ExactDecimalField
from styrhus.store.models.plan_row import KeyedRow


class SurplusProject(KeyedRow):
    record = SurplusProjectRecord
    kind_name = "surplus_project"

    budget = models.CharField(max_length=80)
    name = models.TextField()
    unit = models.CharField(max_length=80, null=True)
    amount = ExactDecimalField()
    motive = models.TextField(blank=True)
    later_funding = models.TextField(blank=True)
    decision = models.TextField(blank=True)
