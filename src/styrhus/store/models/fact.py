"""A published figure without a table."""

from django.db import models

from styrhus.finance.fact import Fact as FactRecord
from styrhus.store.exact_decimal import ExactDecimalField
from styrhus.store.models.plan_row import KeyedRow


class Fact(KeyedRow):
    record = FactRecord
    kind_name = "fact"

    label = models.TextField()
    value = ExactDecimalField(null=True)
    unit = models.TextField()
    period = models.TextField(blank=True)
    qualifier = models.TextField(blank=True)
    source = models.TextField(blank=True)
    note = models.TextField(blank=True)
