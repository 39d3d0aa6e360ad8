"""A row of the part that holds CodeName records."""

from django.db import models

from styrhus.finance.codes.rules import CodeName as CodeNameRecord
from styrhus.store.models.plan_row import PlanRow


class CodeName(PlanRow):
    record = CodeNameRecord
    kind_name = "code_name"
    identity = ("dimension", "code")

    dimension = models.TextField()
    code = models.TextField()
    name = models.TextField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["plan_year", "dimension", "code"], name="code_name_once"),
        )  # fmt: skip
