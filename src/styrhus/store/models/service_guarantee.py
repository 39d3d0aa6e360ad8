"""A promise to the citizen with a time limit."""

from django.db import models

from styrhus.plan.undertaking import ServiceGuarantee as ServiceGuaranteeRecord
from styrhus.store.models.plan_row import KeyedRow


class ServiceGuarantee(KeyedRow):
    record = ServiceGuaranteeRecord
    kind_name = "service_guarantee"

    name = models.TextField()
    text = models.TextField(blank=True)
    indicator = models.CharField(max_length=80, null=True)
    limit_days = models.IntegerField(null=True)
    previous_limit_days = models.IntegerField(null=True)
    pauses = models.JSONField(default=list)
    note = models.TextField(blank=True)
