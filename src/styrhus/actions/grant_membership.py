"""Give a user a role at a board."""

from django.db import transaction

from styrhus.actions.audit import record_person
from styrhus.actions.memberships import board_to_administer, known_unit, membership_key, user_named
from styrhus.store.models import Membership, User
from styrhus.store.models.audit_event import How
from styrhus.store.role import Role


def grant_membership(username: str, board_id: str, role: Role, *, unit: str = "", by: User) -> None:
    """Give a role at a whole board, or at a unit and those below it; an earlier role there is replaced.

    Raises NotAllowed, NotFound, and ProblemsError for a unit that no plan of the board has.
    """
    with transaction.atomic():
        board = board_to_administer("grant_membership", board_id, by)
        user = user_named(username)
        known_unit(board, unit)
        earlier = Membership.objects.filter(user=user, board=board, unit=unit).first()
        old = earlier.role if earlier else None
        if old == role:
            return
        Membership.objects.update_or_create(user=user, board=board, unit=unit, defaults={"role": Role(role)})
        how = How.CHANGED if earlier else How.ADDED
        key = membership_key(username, unit)
        record_person("grant_membership", by, board, how=how, kind="membership", key=key, role=(old, role))
