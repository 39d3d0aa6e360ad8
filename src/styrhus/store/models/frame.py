"""The frame of a year, or a part of it."""

from django.db import models

from styrhus.finance.frame import Frame as FrameRecord
from styrhus.store.exact_decimal import ExactDecimalField
from styrhus.store.models.plan_row import PlanRow


class Frame(PlanRow):
    record = FrameRecord
    kind_name = "frame"
    identity = ("year", "part")

    year = models.IntegerField()
    part = models.TextField(blank=True)
    amount = ExactDecimalField()
    unit = models.TextField()
    label = models.TextField(blank=True)
    decision = models.TextField(blank=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["plan_year", "year", "part"], name="frame_once"),)
