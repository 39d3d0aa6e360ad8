"""A row of the part that holds UnitRule records."""

from django.db import models

from styrhus.finance.codes.rules import UnitRule as UnitRuleRecord
from styrhus.store.models.plan_row import KeyedRow


class UnitRule(KeyedRow):
    record = UnitRuleRecord
    kind_name = "unit_rule"

    dimension = models.TextField()
    first = models.TextField()
    last = models.TextField()
    unit = models.CharField(max_length=80)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    note = models.TextField(blank=True)
