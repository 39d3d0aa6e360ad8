"""A row of the part that holds BudgetVersion records."""

from django.db import models

from styrhus.finance.budget.version import BudgetVersion as BudgetVersionRecord
from styrhus.store.models.plan_row import KeyedRow


class BudgetVersion(KeyedRow):
    record = BudgetVersionRecord
    kind_name = "budget_version"

    name = models.TextField()
    kind = models.TextField()
    year = models.IntegerField()
    based_on = models.CharField(max_length=80, null=True)
    decision = models.TextField(blank=True)
    decided = models.DateField(null=True)
    adopted = models.BooleanField()
    source = models.TextField(blank=True)
    note = models.TextField(blank=True)
