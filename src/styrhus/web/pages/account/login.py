"""Logging in and out, and being locked out after too many wrong passwords."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from styrhus.web.frame import PageFrame, plain_frame
from styrhus.web.language import remember_language


@dataclass(frozen=True)
class AccountPage:
    """A page that needs no more than its frame."""

    frame: PageFrame


class Login(LoginView):
    """Django's own log-in with our page around it; a user who has chosen no language here gets the own one."""

    template_name = "account/login.html"
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = AccountPage(plain_frame(self.request, _("Log in")))
        return super().get_context_data(**kwargs, page=page)

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        response = super().form_valid(form)
        if settings.LANGUAGE_COOKIE_NAME not in self.request.COOKIES:
            remember_language(response, form.get_user().language)
        return response


login = Login.as_view()
logout = LogoutView.as_view()


def locked_out(request: HttpRequest, response: HttpResponse, credentials: object) -> HttpResponse:
    """What axes answers with when the pair of user name and address has failed too often."""
    page = AccountPage(plain_frame(request, _("Log-in is locked for a while")))
    return render(request, "account/locked_out.html", {"page": page}, status=429)
