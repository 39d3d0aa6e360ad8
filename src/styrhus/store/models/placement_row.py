"""A row of the part that holds PlacementRow records."""

from django.db import models

from styrhus.finance.grids.placement import PlacementRow as PlacementRowRecord
from styrhus.store.models.plan_row import KeyedRow


class PlacementRow(KeyedRow):
    record = PlacementRowRecord
    kind_name = "placement_row"

    name = models.TextField()
    target_group = models.TextField()
    form = models.TextField()
    provider = models.TextField()
    pricing = models.TextField()
    unit = models.CharField(max_length=80, null=True)
    ledger_accounts = models.TextField(blank=True)
    activity_codes = models.TextField(blank=True)
    indicator = models.CharField(max_length=80, null=True)
    note = models.TextField(blank=True)
