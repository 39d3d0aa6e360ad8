"""A goal of the plan."""

from django.db import models

from styrhus.plan.goal import Goal as GoalRecord
from styrhus.store.models.plan_row import KeyedRow


class Goal(KeyedRow):
    record = GoalRecord
    kind_name = "goal"

    level = models.CharField(max_length=80)
    name = models.TextField()
    text = models.TextField(blank=True)
    number = models.TextField(blank=True)
    parents = models.JSONField(default=list)
    responsible = models.JSONField(default=list)
    change = models.TextField()
    rationale = models.TextField(blank=True)
    strategy = models.TextField(blank=True)
    own_influence = models.TextField(blank=True)
    collaboration = models.TextField(blank=True)
    aliases = models.JSONField(default=list)
    activities = models.JSONField(default=list)
    valid_from = models.IntegerField(null=True)
    valid_to = models.IntegerField(null=True)
