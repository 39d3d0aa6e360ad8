"""A row of the part that holds SavingsRequirement records."""

from django.db import models

from styrhus.finance.savings.saving import SavingsRequirement as SavingsRequirementRecord
from styrhus.store.exact_decimal import ExactDecimalField
from styrhus.store.models.plan_row import KeyedRow


class SavingsRequirement(KeyedRow):
    record = SavingsRequirementRecord
    kind_name = "savings_requirement"

    year = models.IntegerField()
    name = models.TextField()
    amount = ExactDecimalField()
    unit = models.CharField(max_length=80, null=True)
    first_month = models.IntegerField()
    decision = models.TextField(blank=True)
    note = models.TextField(blank=True)
