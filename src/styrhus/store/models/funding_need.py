"""A request for funds."""

from django.db import models

from styrhus.plan.undertaking import FundingNeed as FundingNeedRecord
from styrhus.store.exact_decimal import ExactDecimalField
from styrhus.store.models.plan_row import KeyedRow


class FundingNeed(KeyedRow):
    record = FundingNeedRecord
    kind_name = "funding_need"

    name = models.TextField()
    text = models.TextField(blank=True)
    amount = ExactDecimalField(null=True)
    unit = models.TextField(null=True)
    permanent = models.BooleanField(null=True)
    until = models.TextField(blank=True)
    law = models.TextField(blank=True)
    consequence = models.TextField(blank=True)
