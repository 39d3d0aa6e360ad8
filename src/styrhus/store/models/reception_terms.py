"""A row of the part that holds ReceptionTerms records."""

from django.db import models

from styrhus.finance.grids.reception_outlook import ReceptionTerms as ReceptionTermsRecord
from styrhus.store.exact_decimal import ExactDecimalField
from styrhus.store.models.plan_row import KeyedRow


class ReceptionTerms(KeyedRow):
    record = ReceptionTermsRecord
    kind_name = "reception_terms"

    group = models.TextField()
    valid_from = models.IntegerField()
    leave_months = models.IntegerField(null=True)
    grant_months = models.IntegerField(null=True)
    support_share = ExactDecimalField(null=True)
    support_cost = ExactDecimalField(null=True)
    source = models.TextField(blank=True)
