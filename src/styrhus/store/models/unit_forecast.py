"""A row of the part that holds UnitForecast records."""

from django.db import models

from styrhus.finance.follow_up.forecast import UnitForecast as UnitForecastRecord
from styrhus.store.exact_decimal import ExactDecimalField
from styrhus.store.models.plan_row import PlanRow


class UnitForecast(PlanRow):
    record = UnitForecastRecord
    kind_name = "unit_forecast"
    identity = ("unit", "year", "month", "cost_type")

    year = models.IntegerField()
    month = models.IntegerField()
    unit = models.CharField(max_length=80)
    cost_type = models.TextField(null=True)
    amount = ExactDecimalField()
    comment = models.TextField(blank=True)
    action = models.TextField(blank=True)
    entered_by = models.TextField(blank=True)
    entered_on = models.DateField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["plan_year", "unit", "year", "month", "cost_type"],
                name="unit_forecast_once",
            ),
        )
