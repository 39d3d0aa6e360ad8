"""A row of a published table."""

from django.db import models

from styrhus.finance.table import Row
from styrhus.store.models.budget_table import BudgetTable


class BudgetRow(models.Model):
    """A row with its cells in column order; each cell keeps the exact text of its number."""

    record = Row
    kind_name = "row"

    table = models.ForeignKey(BudgetTable, on_delete=models.CASCADE, related_name="rows")
    position = models.PositiveIntegerField()
    version = models.PositiveIntegerField()
    key = models.CharField(max_length=80)
    label = models.TextField()
    kind = models.TextField()
    parent = models.CharField(max_length=80, null=True)
    organisation_unit = models.CharField(max_length=80, null=True)
    unit = models.TextField(null=True)
    subtracted = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    cells = models.JSONField(default=list)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["table", "key"], name="budget_row_key_once"),)

    def __str__(self) -> str:
        return self.key
