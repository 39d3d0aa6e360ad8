"""Give a user who has forgotten it a new password."""

from django.db import transaction

from styrhus.actions.audit import record_person
from styrhus.actions.memberships import user_named
from styrhus.actions.passwords import refuse_weak
from styrhus.actions.permission import NotAllowed, grants_of, require
from styrhus.store.models import Membership, User
from styrhus.store.models.audit_event import How


def reset_password(username: str, new: str, *, by: User) -> None:
    """Set another user's password. Only one who administers every board of that user may, or the key to one
    board would open the others. Raises NotAllowed, NotFound, ProblemsError.
    """
    with transaction.atomic():
        user = user_named(username)
        boards = set(Membership.objects.filter(user=user).values_list("board__key", flat=True))
        if user.is_superuser or not (boards or by.is_superuser):
            raise NotAllowed("reset_password")
        for board in boards:
            require(grants_of(by, board), "reset_password")
        refuse_weak(new, user, "password")
        user.set_password(new)
        user.save(update_fields=["password"])
        record_person("reset_password", by, None, how=How.CHANGED, kind="user", key=username)
