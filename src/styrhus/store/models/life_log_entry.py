"""A line of an indicator's life."""

from django.db import models

from styrhus.plan.indicator import LifeLogEntry as LifeLogEntryRecord
from styrhus.store.models.plan_row import PlanRow


class LifeLogEntry(PlanRow):
    record = LifeLogEntryRecord
    kind_name = "life_log_entry"
    identity = ("indicator", "year", "event")

    indicator = models.CharField(max_length=80)
    year = models.IntegerField()
    event = models.TextField()
    name = models.TextField(blank=True)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    day = models.DateField(null=True)
