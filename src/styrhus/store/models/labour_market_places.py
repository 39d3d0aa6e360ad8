"""A row of the part that holds LabourMarketPlaces records."""

from django.db import models

from styrhus.finance.grids.labour_market import LabourMarketPlaces as LabourMarketPlacesRecord
from styrhus.store.exact_decimal import ExactDecimalField
from styrhus.store.models.plan_row import KeyedRow


class LabourMarketPlaces(KeyedRow):
    record = LabourMarketPlacesRecord
    kind_name = "labour_market_places"

    name = models.TextField()
    places = ExactDecimalField()
    start = models.TextField()
    last = models.TextField(blank=True)
    months = models.IntegerField()
    back = ExactDecimalField(null=True)
    cost = ExactDecimalField(null=True)
    source = models.TextField(blank=True)
    note = models.TextField(blank=True)
