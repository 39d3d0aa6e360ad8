"""An indicator of a goal."""

from django.db import models

from styrhus.plan.indicator import Indicator as IndicatorRecord
from styrhus.store.models.plan_row import KeyedRow


class Indicator(KeyedRow):
    record = IndicatorRecord
    kind_name = "indicator"

    goal = models.CharField(max_length=80)
    name = models.TextField()
    unit = models.TextField()
    direction = models.TextField()
    board_level = models.TextField(blank=True)
    definition = models.TextField(blank=True)
    method = models.TextField(blank=True)
    own_influence = models.TextField(blank=True)
    breakdowns = models.JSONField(default=list)
    parts = models.JSONField(default=list)
    part_of = models.CharField(max_length=80, null=True)
    under_development = models.BooleanField()
    has_history = models.BooleanField()
    lag_years = models.IntegerField()
    decimals = models.IntegerField(null=True)
    note = models.TextField(blank=True)
    responsible_unit = models.CharField(max_length=80, null=True)
