"""The choice of language."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from styrhus.actions.choose_language import choose_language
from styrhus.store.models import User
from styrhus.web.language import remember_language


def set_language(request: HttpRequest) -> HttpResponse:
    """Remember the language, and go back to the page where it was chosen."""
    response = redirect(_back(request))
    language = request.POST.get("language", "")
    if language in dict(settings.LANGUAGES):
        remember_language(response, language)
        if isinstance(request.user, User):
            choose_language(language, by=request.user)
    return response


def _back(request: HttpRequest) -> str:
    address = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure()):
        return address
    return "boards"
