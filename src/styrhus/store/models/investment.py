"""A row of the part that holds Investment records."""

from django.db import models

from styrhus.finance.budget.investment import Investment as InvestmentRecord
from styrhus.store.exact_decimal import ExactDecimalField
from styrhus.store.models.plan_row import KeyedRow


class Investment(KeyedRow):
    record = InvestmentRecord
    kind_name = "investment"

    name = models.TextField()
    unit = models.CharField(max_length=80, null=True)
    amount = ExactDecimalField()
    frame_year = models.IntegerField()
    year = models.IntegerField()
    month = models.IntegerField()
    lifetime = models.IntegerField()
    interest_rate = ExactDecimalField()
    decision = models.TextField(blank=True)
    note = models.TextField(blank=True)
