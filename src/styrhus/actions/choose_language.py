"""Remember the language that a user reads in."""

from styrhus.store.models import User


def choose_language(language: str, *, by: User) -> None:
    """Store the actor's own choice (`sv` or `en`), which decides the language at the next login.

    A taste and no fact of the plan, so it leaves no line in the audit trail.
    """
    User.objects.filter(pk=by.pk).update(language=language)
