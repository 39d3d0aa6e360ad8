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
    counterpart = models.TextField(blank=True)
    decision = models.TextField(blank=True)
    note = models.TextField(blank=True)
