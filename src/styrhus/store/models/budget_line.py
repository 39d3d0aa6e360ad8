"""A row of the part that holds BudgetLine records."""

from django.db import models

from styrhus.finance.budget.version import BudgetLine as BudgetLineRecord
from styrhus.store.exact_decimal import ExactDecimalField
from styrhus.store.models.plan_row import KeyedRow


class BudgetLine(KeyedRow):
    record = BudgetLineRecord
    kind_name = "budget_line"

    m01 = ExactDecimalField(null=True)
    m02 = ExactDecimalField(null=True)
    m03 = ExactDecimalField(null=True)
    m04 = ExactDecimalField(null=True)
    m05 = ExactDecimalField(null=True)
    m06 = ExactDecimalField(null=True)
    m07 = ExactDecimalField(null=True)
    m08 = ExactDecimalField(null=True)
    m09 = ExactDecimalField(null=True)
    m10 = ExactDecimalField(null=True)
    m11 = ExactDecimalField(null=True)
    m12 = ExactDecimalField(null=True)
    budget = models.CharField(max_length=80)
    unit = models.CharField(max_length=80)
    cost_type = models.TextField()
    label = models.TextField(blank=True)
    account = models.TextField(blank=True)
    project = models.TextField(blank=True)
    kind = models.TextField()
    amount = ExactDecimalField()
    periodisation = models.CharField(max_length=80, null=True)
    last_year = models.IntegerField(null=True)
    source = models.TextField(blank=True)
    note = models.TextField(blank=True)
