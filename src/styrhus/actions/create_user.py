"""Make an account with a first role."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction

from styrhus.actions.audit import record_person
from styrhus.actions.grant_membership import grant_membership
from styrhus.actions.memberships import board_to_administer
from styrhus.actions.passwords import refuse_weak
from styrhus.store.models import User
from styrhus.store.models.audit_event import How
from styrhus.store.role import Role
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import Text, msg

FIELDS = ("username", "first_name", "last_name", "email", "language")


def create_user(
    values: Mapping[str, str], board_id: str, role: Role, *, password: str, unit: str = "", by: User
) -> User:
    """Make a user of the values by field name (see FIELDS) and give a role at a board.

    Raises NotAllowed, NotFound, and ProblemsError with a problem for each field that is wrong.
    """
    with transaction.atomic():
        board = board_to_administer("create_user", board_id, by)
        user = User(**{field: values[field].strip() for field in FIELDS if values.get(field)})
        _refuse_invalid(user)
        refuse_weak(password, user, "password")
        user.set_password(password)
        user.save()
        shown = {field: (None, getattr(user, field)) for field in FIELDS if getattr(user, field)}
        record_person("create_user", by, board, how=How.ADDED, kind="user", key=user.username, **shown)
        grant_membership(user.username, board_id, role, unit=unit, by=by)
    return user


def _refuse_invalid(user: User) -> None:
    try:
        user.full_clean(exclude=["password"])
    except ValidationError as error:
        raise ProblemsError(tuple(_problem(field, user) for field in error.message_dict)) from error


def _problem(field: str, user: User) -> Problem:
    message, remedy = _told(field, user)
    return Problem(message, remedy, column=field, value=str(getattr(user, field, "")))


def _told(field: str, user: User) -> tuple[Text, Text]:
    if field != "username":
        return msg("The value is not valid."), msg("Correct it.")
    if User.objects.filter(username=user.username).exists():
        return msg("The user name is taken."), msg("Choose another one.")
    return msg("This is not a valid user name."), msg("Use letters, digits and @ . + - _, at most 150 of them.")
