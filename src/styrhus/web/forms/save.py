"""Saving through an action: success, problems in the form, or a conflict with both versions side by side."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, QueryDict

from styrhus.actions.conflict import Conflict
from styrhus.store.models import User
from styrhus.values.problem import ProblemsError
from styrhus.values.record import Record
from styrhus.web.forms.record_form import RecordForm

TAKE = "take_stored"
"""Name of the buttons that take a stored value over into the form."""


@dataclass(frozen=True)
class Difference:
    """A field whose stored value is another than the one in the form."""

    name: str
    label: str
    stored: str
    yours: str


def actor(request: HttpRequest) -> User:
    """The user of a request that has passed `board_for`, which turns away everybody else."""
    if not isinstance(request.user, User):
        raise TypeError("a write without a user")
    return request.user


def sent(request: HttpRequest) -> QueryDict | None:
    """What was sent in, even when it is nothing at all; None when the form is only opened."""
    return request.POST if request.method == "POST" else None


def attempt(form: RecordForm, action: Callable[[], object]) -> Conflict | None:
    """Run an action; what it refuses becomes errors of the form, a conflict is given back."""
    try:
        action()
    except Conflict as conflict:
        return conflict
    except ProblemsError as error:
        form.add_problems(error.problems)
    return None


@dataclass(frozen=True)
class Edited:
    """What came of a form that was sent in; a form that was not saved is shown again."""

    saved: bool
    conflict: Conflict | None = None
    differences: tuple[Difference, ...] = ()

    @property
    def http_status(self) -> int:
        """409 when somebody else was first, 422 when fields need correcting."""
        return 409 if self.conflict else 422


Stored = Callable[[], tuple[Record, int]]
"""Gives a record as it is now, with its version."""


def edited(
    request: HttpRequest, form: RecordForm, *, write: Callable[[], object], stored: Stored | None = None
) -> Edited:
    """Save a form that was sent in, or take one stored value over into it.

    After a conflict the form holds the version of now, so that saving once more replaces what somebody else
    wrote: by then the user has seen it.
    """
    if stored is not None and (name := request.POST.get(TAKE, "")):
        record, _version = stored()
        if name in form.fields and hasattr(record, name):
            put(form, name, getattr(record, name))
        form.full_clean()
        return Edited(False, differences=differences(form, record))
    if not form.is_valid():
        return Edited(False)
    conflict = attempt(form, write)
    if conflict is None or stored is None:
        return Edited(conflict is None and not form.errors, conflict)
    record, version = stored()
    found = differences(form, record)
    put(form, "version", version)
    return Edited(False, conflict, found)


def differences(form: RecordForm, stored: Record) -> tuple[Difference, ...]:
    """The fields in which the form and what is stored now are not the same."""
    found = []
    for name, field in form.fields.items():
        if not hasattr(stored, name):
            continue
        mine, theirs = form.shown(name, form.cleaned_data.get(name)), form.shown(name, getattr(stored, name))
        if mine != theirs:
            found.append(Difference(name, str(field.label or name), theirs, mine))
    return tuple(found)


def put(form: RecordForm, name: str, value: object) -> None:
    """Set one field of a form that was sent in, as if it had been typed; everything else stays as typed."""
    prepared = form.fields[name].prepare_value(value)
    data = QueryDict(mutable=True)
    for key, values in form.data.lists():
        data.setlist(key, values)
    if isinstance(prepared, list | tuple):
        data.setlist(form.add_prefix(name), [str(part) for part in prepared])
    else:
        absent = prepared is None or prepared is False
        data.setlist(form.add_prefix(name), [] if absent else [str(prepared)])
    form.data = data
