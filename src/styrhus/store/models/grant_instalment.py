"""A row of the part that holds GrantInstalment records."""

from django.db import models

from styrhus.finance.grids.reception import GrantInstalment as GrantInstalmentRecord
from styrhus.store.exact_decimal import ExactDecimalField
from styrhus.store.models.plan_row import KeyedRow


class GrantInstalment(KeyedRow):
    record = GrantInstalmentRecord
    kind_name = "grant_instalment"

    group = models.TextField()
    name = models.TextField()
    amount = ExactDecimalField()
    months_after = models.IntegerField()
    valid_from = models.IntegerField()
    source = models.TextField(blank=True)
