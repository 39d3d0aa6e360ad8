"""An observation carried over from last year's report."""

from django.db import models

from styrhus.plan.undertaking import Observation as ObservationRecord
from styrhus.store.models.plan_row import KeyedRow


class Observation(KeyedRow):
    record = ObservationRecord
    kind_name = "observation"

    goal = models.CharField(max_length=80, null=True)
    kind = models.TextField()
    text = models.TextField()
    from_year = models.IntegerField(null=True)
    source = models.TextField(blank=True)
