"""A change into the frame of a year."""

from django.db import models

from styrhus.finance.frame import FrameChange as FrameChangeRecord
from styrhus.store.exact_decimal import ExactDecimalField
from styrhus.store.models.plan_row import KeyedRow


class FrameChange(KeyedRow):
    record = FrameChangeRecord
    kind_name = "frame_change"

    year = models.IntegerField()
    kind = models.TextField()
    label = models.TextField()
    amount = ExactDecimalField()
    unit = models.TextField()
    permanence = models.TextField()
    last_year = models.IntegerField(null=True)
    from_unit = models.CharField(max_length=80, null=True)
    to_unit = models.CharField(max_length=80, null=True)
    counterpart = models.TextField(blank=True)
    request = models.CharField(max_length=80, null=True)
    decision = models.TextField(blank=True)
    decided_on = models.DateField(null=True)
    note = models.TextField(blank=True)
