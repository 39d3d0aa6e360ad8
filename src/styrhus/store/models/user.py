"""A person who logs in."""

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """A user of this installation; what he or she may do stands in memberships.

    A superuser is the operator of the installation and counts as administrator of every board.
    """

    language = models.CharField(max_length=2, choices=[("sv", "svenska"), ("en", "English")], default="sv")
