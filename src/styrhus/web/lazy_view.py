"""Views by name, imported when they are first asked for, so that starting up does not read every page."""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase

View = Callable[..., HttpResponseBase]


@cache
def _found(module: str, name: str) -> View:
    found: View = getattr(import_module(module), name)
    return found


def page(name: str) -> View:
    """The view `styrhus.web.pages.<name>`, for those who have logged in."""
    module, _, function = f"styrhus.web.pages.{name}".rpartition(".")

    def view(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        return _found(module, function)(request, **kwargs)

    view.__name__ = function
    return view


def open_page(name: str) -> View:
    """The same, for everybody."""
    view: View = login_not_required(page(name))
    return view
