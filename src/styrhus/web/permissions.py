"""Who may see and do what, asked once at the beginning of every view."""

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from styrhus.actions.permission import NotAllowed, grants_of
from styrhus.actions.roles import Grants, allowed, allowed_somewhere
from styrhus.store import read
from styrhus.store.models import User
from styrhus.store.read import BoardYears
from styrhus.store.role import Role


@dataclass(frozen=True)
class Access:
    """What one user may do with the plan of one board and year."""

    board: str
    year: int
    grants: Grants

    @property
    def role(self) -> Role:
        """The user's highest role at the board."""
        role = self.grants.role
        if role is None:
            raise ValueError("an access without a role is never handed out")
        return role

    @property
    def units(self) -> frozenset[str] | None:
        """The units that the user is limited to; None when it is the whole board."""
        return self.grants.units

    def may(self, verb: str, unit: str | None = None) -> bool:
        """Whether the user may do a verb (named as its action) to an object of `unit`.

        None is what belongs to no unit, and so to the board as a whole.
        """
        return allowed(self.grants, verb, unit)

    def may_somewhere(self, verb: str) -> bool:
        """Whether there can be any object that the user may do it to; for menus, never instead of `may`."""
        return allowed_somewhere(self.grants, verb)

    def require(self, verb: str, unit: str | None = None) -> None:
        """The page 403 unless the user may."""
        if not self.may(verb, unit):
            raise NotAllowed(verb)


def board_for(user: User | AnonymousUser, board_id: str, year: int) -> Access:
    """The user's access to a board and year; for an outsider the board does not exist (404)."""
    try:
        organisation = read.dossier(board_id, year).organisation
    except read.NotFound:
        raise Http404 from None
    grants = grants_of(user, board_id, organisation) if isinstance(user, User) else Grants()
    if not allowed(grants, "read"):
        raise Http404
    return Access(board_id, year, grants)


def visible_boards(user: User | AnonymousUser) -> tuple[BoardYears, ...]:
    """The boards where the user has a role; all of them for the operator. One query."""
    if not isinstance(user, User):
        return ()
    return read.boards(member=None if user.is_superuser else user)
