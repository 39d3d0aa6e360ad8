"""A dated note on an assignment."""

from django.db import models

from styrhus.plan.assignment import ProgressNote as ProgressNoteRecord
from styrhus.store.models.plan_row import PlanRow


class ProgressNote(PlanRow):
    record = ProgressNoteRecord
    kind_name = "progress_note"
    identity = ("assignment", "day")

    assignment = models.CharField(max_length=80)
    day = models.DateField()
    text = models.TextField()
