"""Changing one's own password."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters

from styrhus.actions.change_password import change_password
from styrhus.web.forms.record_form import RecordForm
from styrhus.web.forms.save import actor, attempt
from styrhus.web.frame import PageFrame, plain_frame

HINT = gettext_lazy("At least 10 characters; a few words that you alone would put together are best.")


def password_field(label: Any, remembered: str, hint: Any = "") -> forms.CharField:
    """A password that the browser may remember as the present or the new one."""
    widget = forms.PasswordInput(attrs={"autocomplete": remembered})
    return forms.CharField(label=label, widget=widget, strip=False, help_text=hint)


class NewPasswordForm(RecordForm):
    """A new password, typed twice because it cannot be seen."""

    password = password_field(gettext_lazy("New password"), "new-password", HINT)
    again = password_field(gettext_lazy("New password again"), "new-password")
    beside = ("again",)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, second = cleaned.get("password"), cleaned.get("again")
        if first and second and first != second:
            self.add_error("again", _("The two passwords are not the same. Type the new one again."))
        return cleaned


class ChangePasswordForm(NewPasswordForm):
    """The present password besides, so that an open screen is not enough."""

    old = password_field(gettext_lazy("Current password"), "current-password")
    field_order = ("old", "password", "again")


@dataclass(frozen=True)
class PasswordPage:
    frame: PageFrame
    form: NewPasswordForm


@sensitive_post_parameters()
def password_change(request: HttpRequest) -> HttpResponse:
    """The form; when it is saved, other sessions of the user end and this one goes on."""
    form = ChangePasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = actor(request)
        old, new = form.cleaned_data["old"], form.cleaned_data["password"]
        attempt(form, lambda: change_password(old, new, by=user))
        if not form.errors:
            user.refresh_from_db()
            update_session_auth_hash(request, user)
            messages.success(request, _("The password is changed. Other sessions have been logged out."))
            return redirect("boards")
    page = PasswordPage(plain_frame(request, _("Change password")), form)
    return render(request, "account/password.html", {"page": page}, status=400 if form.errors else 200)
