"""A row of the part that holds PeriodisationKey records."""

from django.db import models

from styrhus.finance.budget.version import PeriodisationKey as PeriodisationKeyRecord
from styrhus.store.exact_decimal import ExactDecimalField
from styrhus.store.models.plan_row import KeyedRow


class PeriodisationKey(KeyedRow):
    record = PeriodisationKeyRecord
    kind_name = "periodisation_key"

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
    name = models.TextField()
    note = models.TextField(blank=True)
