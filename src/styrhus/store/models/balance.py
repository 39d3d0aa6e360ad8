"""What the ledger's rows come to by unit, cost type and month: derived, and so without version or audit of its own."""

from typing import ClassVar

from django.db import models

from styrhus.finance.ledger.balance import Balance as BalanceRecord
from styrhus.store.exact_decimal import ExactDecimalField
from styrhus.store.models.plan_year import PlanYear
from styrhus.values.record import Record


class Balance(models.Model):
    record: ClassVar[type[Record]] = BalanceRecord

    plan_year = models.ForeignKey(PlanYear, on_delete=models.CASCADE, related_name="+")
    year = models.IntegerField()
    month = models.IntegerField()
    unit = models.CharField(max_length=80, null=True)
    cost_type = models.TextField(null=True)
    amount = ExactDecimalField()

    def __str__(self) -> str:
        return f"{self.year}-{self.month:02d} {self.unit} {self.cost_type}"
