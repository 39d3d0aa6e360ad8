"""A row of the part that holds PlacementFigure records."""

from django.db import models

from styrhus.finance.grids.placement import PlacementFigure as PlacementFigureRecord
from styrhus.store.exact_decimal import ExactDecimalField
from styrhus.store.models.plan_row import PlanRow


class PlacementFigure(PlanRow):
    record = PlacementFigureRecord
    kind_name = "placement_figure"
    identity = ("row", "basis", "period")

    row = models.CharField(max_length=80)
    basis = models.TextField()
    period = models.TextField()
    persons = ExactDecimalField(null=True)
    price = ExactDecimalField(null=True)
    amount = ExactDecimalField(null=True)
    rounded_to = ExactDecimalField(null=True)
    source = models.TextField(blank=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["plan_year", "row", "basis", "period"], name="placement_figure_once"),
        )  # fmt: skip
