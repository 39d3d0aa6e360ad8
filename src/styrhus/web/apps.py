"""The Django app of pages, templates and static files."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "styrhus.web"
    label = "web"
