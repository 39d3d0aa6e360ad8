"""A row of the part that holds ReceptionScenario records."""

from django.db import models

from styrhus.finance.grids.reception_outlook import ReceptionScenario as ReceptionScenarioRecord
from styrhus.store.exact_decimal import ExactDecimalField
from styrhus.store.models.plan_row import KeyedRow


class ReceptionScenario(KeyedRow):
    record = ReceptionScenarioRecord
    kind_name = "reception_scenario"

    name = models.TextField()
    group = models.TextField()
    year = models.IntegerField()
    national = ExactDecimalField()
    share = ExactDecimalField()
    weight = ExactDecimalField(null=True)
    source = models.TextField(blank=True)
    dated = models.DateField(null=True)
