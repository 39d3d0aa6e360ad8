"""The forms for accounts and roles."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrhus.dossier.document import Board
from styrhus.store.people import unit_names
from styrhus.store.role import Role
from styrhus.web.forms.fields import named_choices
from styrhus.web.forms.record_form import RecordForm
from styrhus.web.frame import current_language
from styrhus.web.pages.account.password import NewPasswordForm

APART = ":"
"""Between board and unit in a choice; neither name can hold it."""


def role_choices() -> list[tuple[str, str]]:
    """The roles from least to most."""
    return [(role.value, role.label.render(current_language()).capitalize()) for role in Role]


def place_choices(boards: Iterable[Board]) -> list[tuple[str, str]]:
    """Every board as a whole, each followed by its units."""
    choices = []
    for board in boards:
        name = f"{board.municipality}: {board.name}"
        choices.append((board.id, _("{board}, the whole board").format(board=name)))
        choices += [(f"{board.id}{APART}{unit}", f"{name}, {word}") for unit, word in unit_names(board.id).items()]
    return choices


def username_field() -> forms.CharField:
    """Somebody else's user name, which the browser should not fill in."""
    widget = forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"})
    return forms.CharField(label=gettext_lazy("User name"), max_length=150, widget=widget)


class RoleForm(RecordForm):
    """A role and where it holds."""

    place = forms.ChoiceField(label=gettext_lazy("Where"))
    role = forms.ChoiceField(
        label=gettext_lazy("Role"),
        choices=role_choices,
        help_text=gettext_lazy("Each role may do everything that those above it in the list may."),
    )

    def __init__(self, *args: Any, boards: Iterable[Board], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].choices = place_choices(boards)  # type: ignore[attr-defined]

    @property
    def board(self) -> str:
        """The short name of the chosen board."""
        return str(self.cleaned_data["place"].partition(APART)[0])

    @property
    def unit(self) -> str:
        """The short name of the chosen unit; empty for the whole board."""
        return str(self.cleaned_data["place"].partition(APART)[2])

    @property
    def chosen_role(self) -> Role:
        return Role(self.cleaned_data["role"])


class KnownUserForm(RoleForm):
    """A role for somebody who has an account already."""

    username = username_field()
    field_order = ("username", "place", "role")


class NewUserForm(RoleForm, NewPasswordForm):
    """An account with its first role."""

    username = username_field()
    first_name = forms.CharField(label=gettext_lazy("First name"), max_length=150, required=False)
    last_name = forms.CharField(label=gettext_lazy("Last name"), max_length=150, required=False)
    email = forms.EmailField(label=gettext_lazy("E-mail"), required=False)
    language = forms.ChoiceField(
        label=gettext_lazy("Language"), choices=lambda: named_choices(settings.LANGUAGES)[1:]
    )  # fmt: skip
    field_order = (
        "username", "first_name", "last_name", "email", "language", "place", "role", "password", "again",
    )  # fmt: skip
