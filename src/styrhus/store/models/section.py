"""A section of prose with live figures."""

from django.db import models

from styrhus.dossier.document import Section as SectionRecord
from styrhus.store.models.plan_row import KeyedRow


class Section(KeyedRow):
    record = SectionRecord
    kind_name = "section"

    title = models.TextField()
    part = models.TextField()
    document = models.TextField(blank=True, default="")
    period = models.TextField(blank=True, default="")
    text = models.TextField()
