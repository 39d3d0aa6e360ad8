"""What a new password must be like."""

from collections.abc import Iterator

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from styrhus.store.models import User
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import Text, msg

_TOLD: dict[str, Text] = {
    "password_too_short": msg("The password is too short: it needs at least {min_length} characters."),
    "password_too_similar": msg("The password is too much like your name or e-mail address."),
    "password_too_common": msg("The password is one of the most common."),
    "password_entirely_numeric": msg("The password has digits only."),
}


def refuse_weak(password: str, user: User, column: str) -> None:
    """ProblemsError with everything that is wrong with a password for this user."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise ProblemsError(tuple(_problems(error, column))) from error


def _problems(error: ValidationError, column: str) -> Iterator[Problem]:
    for fault in error.error_list:
        told = _TOLD[str(fault.code)]
        yield Problem(Text(told.msgid, fault.params or {}), msg("Choose another password."), column=column)
