"""Making an account, and giving a role to somebody who has one."""

from dataclasses import dataclass, replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from styrhus.actions.create_user import create_user
from styrhus.actions.grant_membership import grant_membership
from styrhus.store.read import NotFound
from styrhus.web.forms.record_form import RecordForm
from styrhus.web.forms.save import actor, attempt
from styrhus.web.frame import Link, PageFrame, plain_frame
from styrhus.web.pages.account.user_forms import KnownUserForm, NewUserForm
from styrhus.web.pages.account.users import administered_boards


@dataclass(frozen=True)
class UserFormPage:
    """A form about a user, with the words of its button and the way back."""

    frame: PageFrame
    form: RecordForm
    action: str
    back: str


def user_form_page(request: HttpRequest, form: RecordForm, *, title: str, action: str) -> HttpResponse:
    """The page of a form below the list of users."""
    back = reverse("users")
    crumbs = (Link(_("Users and roles"), back), Link(title))
    page = UserFormPage(replace(plain_frame(request, title), crumbs=crumbs), form, action, back)
    return render(request, "account/user_form.html", {"page": page}, status=400 if form.errors else 200)


@sensitive_post_parameters()
def user_new(request: HttpRequest) -> HttpResponse:
    form = NewUserForm(request.POST or None, boards=administered_boards(request))
    if request.method == "POST" and form.is_valid():
        by, values = actor(request), form.cleaned_data
        attempt(
            form,
            lambda: create_user(
                values, form.board, form.chosen_role, password=values["password"], unit=form.unit, by=by
            ),
        )
        if not form.errors:
            messages.success(request, _("The account {username} is ready.").format(username=values["username"]))
            return redirect("users")
    return user_form_page(request, form, title=_("New user"), action=_("Create the account"))


def user_grant(request: HttpRequest) -> HttpResponse:
    """A role for a user name; one who is not known here is told as an error of the field."""
    first = {"username": request.GET.get("username", ""), "place": request.GET.get("place", "")}
    form = KnownUserForm(request.POST or None, boards=administered_boards(request), initial=first)
    if request.method == "POST" and form.is_valid():
        by, username = actor(request), form.cleaned_data["username"]
        try:
            attempt(form, lambda: grant_membership(username, form.board, form.chosen_role, unit=form.unit, by=by))
        except NotFound:
            form.add_error("username", _("Nobody has this user name. Create an account first."))
        if not form.errors:
            messages.success(request, _("The role of {username} is saved.").format(username=username))
            return redirect("users")
    return user_form_page(request, form, title=_("Give a role"), action=_("Give the role"))
