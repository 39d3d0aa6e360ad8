"""A row of the part that holds IncomeSupportFigure records."""

from django.db import models

from styrhus.finance.grids.income_support import IncomeSupportFigure as IncomeSupportFigureRecord
from styrhus.store.exact_decimal import ExactDecimalField
from styrhus.store.models.plan_row import PlanRow


class IncomeSupportFigure(PlanRow):
    record = IncomeSupportFigureRecord
    kind_name = "income_support_figure"
    identity = ("basis", "period", "unit")

    basis = models.TextField()
    period = models.TextField()
    households = ExactDecimalField(null=True)
    households_at_end = ExactDecimalField(null=True)
    mean_cost = ExactDecimalField(null=True)
    paid = ExactDecimalField(null=True)
    repaid = ExactDecimalField(null=True)
    norm = ExactDecimalField(null=True)
    started = ExactDecimalField(null=True)
    ended = ExactDecimalField(null=True)
    months_1_3 = ExactDecimalField(null=True)
    months_4_9 = ExactDecimalField(null=True)
    months_10 = ExactDecimalField(null=True)
    norm_share = ExactDecimalField(null=True)
    rent = ExactDecimalField(null=True)
    unit = models.CharField(max_length=80, null=True)
    indicator = models.CharField(max_length=80, null=True)
    source = models.TextField(blank=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["plan_year", "basis", "period", "unit"], name="income_support_figure_once"),
        )  # fmt: skip
