"""A row of the part that holds Position records."""

from django.db import models

from styrhus.finance.budget.position import Position as PositionRecord
from styrhus.store.exact_decimal import ExactDecimalField
from styrhus.store.models.plan_row import KeyedRow


class Position(KeyedRow):
    record = PositionRecord
    kind_name = "position"

    budget = models.CharField(max_length=80)
    unit = models.CharField(max_length=80)
    title = models.TextField()
    fte = ExactDecimalField()
    first_month = models.IntegerField()
    last_month = models.IntegerField()
    salary = ExactDecimalField()
    overhead_rate = ExactDecimalField()
    vacant_months = ExactDecimalField()
    funding = models.TextField(blank=True)
    surplus_project = models.CharField(max_length=80, null=True)
    last_year = models.IntegerField(null=True)
    note = models.TextField(blank=True)
