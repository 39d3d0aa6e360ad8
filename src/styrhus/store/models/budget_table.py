"""A published table without its rows."""

from django.db import models

from styrhus.finance.table import Table as TableRecord
from styrhus.store.models.plan_row import KeyedRow


class BudgetTable(KeyedRow):
    record = TableRecord
    kind_name = "table"

    caption = models.TextField()
    kind = models.TextField()
    unit = models.TextField()
    sign = models.TextField()
    row_heading = models.TextField(blank=True)
    columns = models.JSONField(default=list)
    rounded = models.BooleanField()
    source = models.TextField(blank=True)
    notes = models.JSONField(default=list)
