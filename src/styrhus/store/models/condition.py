"""A challenge, law or risk that the plan has to live with."""

from django.db import models

from styrhus.plan.undertaking import Condition as ConditionRecord
from styrhus.store.models.plan_row import KeyedRow


class Condition(KeyedRow):
    record = ConditionRecord
    kind_name = "condition"

    kind = models.TextField()
    name = models.TextField()
    text = models.TextField(blank=True)
    in_force = models.TextField(blank=True)
    source = models.TextField(blank=True)
