"""A row of the part that holds ReserveItem records."""

from django.db import models

from styrhus.finance.budget.reserve import ReserveItem as ReserveItemRecord
from styrhus.store.exact_decimal import ExactDecimalField
from styrhus.store.models.plan_row import KeyedRow


class ReserveItem(KeyedRow):
    record = ReserveItemRecord
    kind_name = "reserve_item"

    budget = models.CharField(max_length=80)
    name = models.TextField()
    amount = ExactDecimalField()
    state = models.TextField()
    unit = models.CharField(max_length=80, null=True)
    month = models.IntegerField(null=True)
    condition = models.TextField(blank=True)
    decision = models.TextField(blank=True)
    last_year = models.IntegerField(null=True)
