"""Taking a role away, and a new password for somebody who has forgotten it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from styrhus.actions.reset_password import reset_password
from styrhus.actions.revoke_membership import revoke_membership
from styrhus.store.people import members
from styrhus.store.read import NotFound
from styrhus.values.problem import ProblemsError
from styrhus.web.forms.save import actor, attempt
from styrhus.web.frame import current_language
from styrhus.web.pages.account.new_user import user_form_page
from styrhus.web.pages.account.password import NewPasswordForm
from styrhus.web.pages.account.user_forms import APART
from styrhus.web.pages.account.users import administered_boards


def user_revoke(request: HttpRequest, username: str) -> HttpResponse:
    """Take one role; `place` is the board, or board and unit."""
    board, _apart, unit = request.POST.get("place", "").partition(APART)
    if board not in {held.id for held in administered_boards(request)}:
        raise Http404
    try:
        revoke_membership(username, board, unit=unit, by=actor(request))
        messages.success(request, _("The role of {username} is removed.").format(username=username))
    except NotFound:
        raise Http404 from None
    except ProblemsError as error:
        for problem in error.problems:
            messages.error(request, problem.render(current_language()))
    return redirect("users")


@sensitive_post_parameters()
def user_password(request: HttpRequest, username: str) -> HttpResponse:
    """Only for users of the administrator's own boards; who has a role elsewhere too is refused by the action."""
    if not members({board.id for board in administered_boards(request)}, username=username):
        raise Http404
    form = NewPasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        by = actor(request)
        attempt(form, lambda: reset_password(username, form.cleaned_data["password"], by=by))
        if not form.errors:
            messages.success(request, _("{username} has a new password.").format(username=username))
            return redirect("users")
    title = _("New password for {username}").format(username=username)
    return user_form_page(request, form, title=title, action=_("Save the password"))
