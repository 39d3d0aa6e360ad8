"""An assignment to the board."""

from django.db import models

from styrhus.plan.assignment import Assignment as AssignmentRecord
from styrhus.store.models.plan_row import KeyedRow


class Assignment(KeyedRow):
    record = AssignmentRecord
    kind_name = "assignment"

    number = models.TextField(blank=True)
    title = models.TextField()
    description = models.TextField(blank=True)
    kind = models.TextField()
    origin = models.TextField()
    origin_period = models.TextField(blank=True)
    decided_by = models.TextField()
    decision_date = models.DateField(null=True)
    paragraph = models.TextField(blank=True)
    registry_number = models.TextField(blank=True)
    responsible = models.JSONField(default=list)
    coordinator = models.TextField(blank=True)
    responsible_unit = models.CharField(max_length=80, null=True)
    start_date = models.DateField(null=True)
    deadline = models.DateField(null=True)
    status = models.TextField()
    reporting_required = models.BooleanField()
    financing = models.TextField(blank=True)
    goal = models.CharField(max_length=80, null=True)
    note = models.TextField(blank=True)
