"""The one who acts from the command line of the installation."""

from styrhus.store.models import User

OPERATOR = "operator"


def operator() -> User:
    """The user whom the audit trail names for what was done from the command line; cannot log in."""
    user, new = User.objects.get_or_create(username=OPERATOR, defaults={"is_superuser": True, "first_name": "Styrhus"})
    if new:
        user.set_unusable_password()
        user.save()
    return user
