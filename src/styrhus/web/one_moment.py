"""Lets a page ask the database once for what several of its parts need."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from styrhus.store.moment import one_moment


class OneMomentMiddleware:
    """Makes a request that only reads one moment; one that writes must see what it has written."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        with one_moment():
            return self.get_response(request)
