"""The Django app of all stored data."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    name = "styrhus.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"
