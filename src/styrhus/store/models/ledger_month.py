"""A month of the ledger that a plan year reads: derived from the journal of imports."""

from typing import ClassVar

from django.db import models

from styrhus.finance.ledger.balance import LedgerMonth as LedgerMonthRecord
from styrhus.store.exact_decimal import ExactDecimalField
from styrhus.store.models.plan_year import PlanYear
from styrhus.values.record import Record


class LedgerMonth(models.Model):
    record: ClassVar[type[Record]] = LedgerMonthRecord

    plan_year = models.ForeignKey(PlanYear, on_delete=models.CASCADE, related_name="+")
    year = models.IntegerField()
    month = models.IntegerField()
    source = models.TextField()
    rows = models.BigIntegerField()
    total = ExactDecimalField()
    imported = models.DateField(null=True)
    closed = models.BooleanField()
    synthetic = models.BooleanField()

    def __str__(self) -> str:
        return f"{self.source} {self.year}-{self.month:02d}"
