"""A board whose plans are stored."""

from django.db import models


class Board(models.Model):
    """A board; everything stored belongs to one, and permissions start here.

    How a plan year names its board stands with the plan year, because boards are renamed between years.
    """

    key = models.CharField(max_length=80, unique=True)

    def __str__(self) -> str:
        return self.key
