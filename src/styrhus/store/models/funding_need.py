"""A request for funds."""

from django.db import models

from styrhus.plan.undertaking import FundingNeed as FundingNeedRecord
from styrhus.plan.undertaking import RequestOutcome
from styrhus.store.exact_decimal import ExactDecimalField
from styrhus.store.models.plan_row import KeyedRow


class FundingNeed(KeyedRow):
    record = FundingNeedRecord
    kind_name = "funding_need"

    name = models.TextField()
    text = models.TextField(blank=True)
    responsible_unit = models.CharField(max_length=80, null=True)
    year = models.IntegerField(null=True)
    posts = ExactDecimalField(null=True)
    amount = ExactDecimalField(null=True)
    unit = models.TextField(null=True)
    permanent = models.BooleanField(null=True)
    until_year = models.IntegerField(null=True)
    until = models.TextField(blank=True)
    law = models.TextField(blank=True)
    consequence = models.TextField(blank=True)
    priority = models.IntegerField(null=True)
    outcome = models.TextField(default=RequestOutcome.OPEN)
    granted = ExactDecimalField(null=True)
    decision = models.TextField(blank=True)
    decided_on = models.DateField(null=True)
