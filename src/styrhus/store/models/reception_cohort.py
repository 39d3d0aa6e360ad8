"""A row of the part that holds ReceptionCohort records."""

from django.db import models

from styrhus.finance.grids.reception import ReceptionCohort as ReceptionCohortRecord
from styrhus.store.exact_decimal import ExactDecimalField
from styrhus.store.models.plan_row import PlanRow


class ReceptionCohort(PlanRow):
    record = ReceptionCohortRecord
    kind_name = "reception_cohort"
    identity = ("group", "part", "basis", "period", "at", "unit")

    group = models.TextField()
    part = models.TextField(blank=True)
    basis = models.TextField()
    period = models.TextField()
    at = models.TextField(blank=True)
    persons = ExactDecimalField(null=True)
    unit = models.CharField(max_length=80, null=True)
    source = models.TextField(blank=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["plan_year", "group", "part", "basis", "period", "at", "unit"],
                name="reception_cohort_once",
            ),
        )
