"""A row of the part that holds StreamCapacity records."""

from django.db import models

from styrhus.forecast.kept import StreamCapacity as StreamCapacityRecord
from styrhus.store.exact_decimal import ExactDecimalField
from styrhus.store.models.plan_row import KeyedRow


class StreamCapacity(KeyedRow):
    record = StreamCapacityRecord
    kind_name = "stream_capacity"

    own = models.TextField()
    places = ExactDecimalField()
    overflow = models.TextField()
    rule = models.TextField()
    note = models.TextField(blank=True)
