"""A row of the part that holds Accrual records."""

from django.db import models

from styrhus.finance.follow_up.forecast import Accrual as AccrualRecord
from styrhus.store.exact_decimal import ExactDecimalField
from styrhus.store.models.plan_row import KeyedRow


class Accrual(KeyedRow):
    record = AccrualRecord
    kind_name = "accrual"

    year = models.IntegerField()
    month = models.IntegerField()
    unit = models.CharField(max_length=80)
    cost_type = models.TextField()
    amount = ExactDecimalField()
    reason = models.TextField()
    reverses = models.IntegerField(null=True)
    entered_by = models.TextField(blank=True)
