"""An undertaking of the board."""

from django.db import models

from styrhus.plan.undertaking import Undertaking as UndertakingRecord
from styrhus.store.models.plan_row import KeyedRow


class Undertaking(KeyedRow):
    record = UndertakingRecord
    kind_name = "undertaking"

    name = models.TextField()
    text = models.TextField(blank=True)
    source = models.TextField(blank=True)
    goal = models.CharField(max_length=80, null=True)
    followed_up = models.TextField(blank=True)
    assessment = models.TextField()
    note = models.TextField(blank=True)
