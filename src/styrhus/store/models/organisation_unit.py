"""A unit of the administration in this plan year."""

from django.db import models

from styrhus.plan.organisation import OrganisationUnit as OrganisationUnitRecord
from styrhus.store.models.plan_row import KeyedRow


class OrganisationUnit(KeyedRow):
    record = OrganisationUnitRecord
    kind_name = "organisation_unit"

    name = models.TextField()
    kind = models.TextField()
    parent = models.CharField(max_length=80, null=True)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    successors = models.JSONField(default=list)
    note = models.TextField(blank=True)
