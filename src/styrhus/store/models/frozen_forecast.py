"""A row of the part that holds FrozenForecast records; the database refuses to change it."""

from django.db import models

from styrhus.forecast.frozen import FrozenForecast as FrozenForecastRecord
from styrhus.store.models.plan_row import KeyedRow


class FrozenForecast(KeyedRow):
    record = FrozenForecastRecord
    kind_name = "frozen_forecast"

    made_on = models.DateField()
    made_by = models.TextField(blank=True)
    comment = models.TextField(blank=True)
    as_of = models.DateField()
    from_month = models.TextField()
    months = models.IntegerField()
    method = models.TextField()
    engine = models.TextField()
    digest = models.TextField()
    seed = models.IntegerField()
    levers = models.JSONField(default=list)
    content = models.TextField()
