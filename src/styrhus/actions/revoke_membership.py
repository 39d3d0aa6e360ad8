"""Take a role at a board from a user."""

from django.db import transaction

from styrhus.actions.audit import record_person
from styrhus.actions.memberships import board_to_administer, membership_key, user_named
from styrhus.store.models import Board, Membership, User
from styrhus.store.models.audit_event import How
from styrhus.store.read import NotFound
from styrhus.store.role import Role
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg


def revoke_membership(username: str, board_id: str, *, unit: str = "", by: User) -> None:
    """Take the role at a whole board, or at a unit. Raises NotAllowed, NotFound, and ProblemsError for the last
    administrator of a board.
    """
    with transaction.atomic():
        board = board_to_administer("revoke_membership", board_id, by)
        user = user_named(username)
        held = Membership.objects.filter(user=user, board=board, unit=unit).first()
        if held is None:
            raise NotFound(membership_key(username, unit))
        if _is_last_administrator(held, board):
            told = (msg("This is the board's last administrator."), msg("Make somebody else administrator first."))
            raise ProblemsError((Problem(*told, value=username),))
        held.delete()
        key = membership_key(username, unit)
        record_person(
            "revoke_membership", by, board, how=How.REMOVED, kind="membership", key=key, role=(held.role, None)
        )


def _is_last_administrator(held: Membership, board: Board) -> bool:
    if held.unit or held.role != Role.ADMINISTRATOR:
        return False
    others = Membership.objects.filter(board=board, unit="", role=Role.ADMINISTRATOR, user__is_active=True)
    return not others.exclude(pk=held.pk).exists()
