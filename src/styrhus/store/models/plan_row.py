"""What every row of a plan has in common."""

from typing import ClassVar

from django.db import models

from styrhus.store.models.plan_year import PlanYear
from styrhus.values.record import Record


class PlanRow(models.Model):
    """A record of a plan year in its printed order.

    Columns are named as the record's fields (its `id` is `key`); references between rows are by key, as in the
    plan folder, and are checked on the whole dossier before a write is kept. `version` is the revision of the
    plan year in which the row was last written: two editors of one row are told apart by it.
    """

    record: ClassVar[type[Record]]
    kind_name: ClassVar[str]
    """The word for such a row in the audit trail."""
    identity: ClassVar[tuple[str, ...]]
    """The columns that name a row within its plan year."""

    plan_year = models.ForeignKey(PlanYear, on_delete=models.CASCADE, related_name="+")
    position = models.PositiveIntegerField()
    version = models.PositiveIntegerField()

    objects = models.Manager["PlanRow"]()

    class Meta:
        abstract = True


class KeyedRow(PlanRow):
    """A row whose record has an id of its own."""

    identity = ("key",)

    key = models.CharField(max_length=80)

    class Meta:
        abstract = True
        constraints = (
            models.UniqueConstraint(fields=["plan_year", "key"], name="%(class)s_key_once"),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.key
