"""Change one's own password."""

from django.contrib.auth.hashers import check_password
from django.db import transaction

from styrhus.actions.audit import record_person
from styrhus.actions.passwords import refuse_weak
from styrhus.store.models import User
from styrhus.store.models.audit_event import How
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg


def change_password(old: str, new: str, *, by: User) -> None:
    """Replace the actor's password; ProblemsError when the old one is wrong or the new one weak.

    The password itself is not in the audit trail.
    """
    with transaction.atomic():
        user = User.objects.select_for_update().get(pk=by.pk)
        if not check_password(old, user.password):
            told = (msg("The current password is wrong."), msg("Type it again."))
            raise ProblemsError((Problem(*told, column="old"),))
        refuse_weak(new, user, "new")
        user.set_password(new)
        user.save(update_fields=["password"])
        record_person("change_password", by, None, how=How.CHANGED, kind="user", key=user.username)
