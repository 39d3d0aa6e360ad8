"""Views by name, imported when they are first asked for, so that starting up does not read every page."""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponseNotAllowed
from django.http.response import HttpResponseBase

View = Callable[..., HttpResponseBase]
SAFE = ("GET", "HEAD")


def page(name: str) -> View:
    """The view `styrhus.web.pages.<name>` as a page to read."""
    return _view(name, SAFE)


def form(name: str) -> View:
    """The view as a page that is also sent in."""
    return _view(name, (*SAFE, "POST"))


def post(name: str) -> View:
    """The view as a button: only ever sent, never read."""
    return _view(name, ("POST",))


def everybody(view: View) -> View:
    """The view for those too who have not logged in; all others need to."""
    opened: View = login_not_required(view)
    return opened


def _view(name: str, methods: tuple[str, ...]) -> View:
    module, _, function = f"styrhus.web.pages.{name}".rpartition(".")

    def view(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        if request.method not in methods:
            return HttpResponseNotAllowed(methods)
        return _found(module, function)(request, **kwargs)

    view.__name__ = function
    return view


@cache
def _found(module: str, name: str) -> View:
    found: View = getattr(import_module(module), name)
    return found
