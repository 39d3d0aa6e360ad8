"""Keeps a session alive while it is used, without a write for every request."""

import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

RENEW_AFTER_SECONDS = 10 * 60


class SlidingSessionMiddleware:
    """Starts the session's eight hours anew, at most every ten minutes."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        now = int(time.time())
        if request.user.is_authenticated and now - request.session.get("used_at", 0) > RENEW_AFTER_SECONDS:
            request.session["used_at"] = now
        return self.get_response(request)
