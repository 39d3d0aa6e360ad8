"""A row of the part that holds AccountRule records."""

from django.db import models

from styrhus.finance.codes.rules import AccountRule as AccountRuleRecord
from styrhus.store.models.plan_row import KeyedRow


class AccountRule(KeyedRow):
    record = AccountRuleRecord
    kind_name = "account_rule"

    first = models.TextField()
    last = models.TextField()
    cost_type = models.TextField()
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    source = models.TextField(blank=True)
