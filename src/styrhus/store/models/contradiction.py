"""A published figure that another one contradicts."""

from django.db import models

from styrhus.finance.fact import Contradiction as ContradictionRecord
from styrhus.store.exact_decimal import ExactDecimalField
from styrhus.store.models.plan_row import KeyedRow


class Contradiction(KeyedRow):
    record = ContradictionRecord
    kind_name = "contradiction"

    refs = models.JSONField(default=list)
    stated = ExactDecimalField(null=True)
    computed = ExactDecimalField(null=True)
    unit = models.TextField(null=True)
    explanation = models.TextField()
    rule = models.TextField(blank=True, default="")
