"""A user's role at a board."""

from django.conf import settings
from django.db import models

from styrhus.store.models.board import Board
from styrhus.store.role import Role


class Membership(models.Model):
    """A role at a whole board (`unit` empty), or at one unit and those below it.

    The unit is named by its key because units have a row for every plan year.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="memberships")
    unit = models.CharField(max_length=80, blank=True, default="")
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role])

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["user", "board", "unit"], name="membership_once"),
            models.CheckConstraint(condition=models.Q(role__in=[role.value for role in Role]), name="membership_role"),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.user_id} {self.role} {self.board_id} {self.unit}".strip()
