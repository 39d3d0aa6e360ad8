"""Reading who has which role at the boards that somebody administers."""

from dataclasses import dataclass
from datetime import datetime

from styrhus.store.models import Membership, OrganisationUnit, User
from styrhus.store.role import Role


@dataclass(frozen=True)
class Member:
    """A user's role at a board; `unit` and `unit_name` are empty for the whole board."""

    username: str
    name: str
    email: str
    is_active: bool
    last_login: datetime | None
    board: str
    unit: str
    unit_name: str
    role: Role


def administered(user: User) -> frozenset[str] | None:
    """The boards that a user administers as a whole; None means all, for the operator. One query."""
    if user.is_superuser:
        return None
    held = Membership.objects.filter(user=user, unit="", role=Role.ADMINISTRATOR)
    return frozenset(held.values_list("board__key", flat=True))


def members(board_id: str, *, username: str = "") -> tuple[Member, ...]:
    """Who has a role at a board, by user name; or the roles of one user. Two queries."""
    names = unit_names(board_id)
    held = Membership.objects.filter(board__key=board_id).select_related("user")
    if username:
        held = held.filter(user__username=username)
    return tuple(_member(row, board_id, names) for row in held.order_by("user__username", "unit"))


def _member(row: Membership, board_id: str, names: dict[str, str]) -> Member:
    user = row.user
    return Member(
        user.username,
        user.get_full_name(),
        user.email,
        user.is_active,
        user.last_login,
        board_id,
        row.unit,
        names.get(row.unit, row.unit),
        Role(row.role),
    )


def unit_names(board_id: str) -> dict[str, str]:
    """The units of a board's plans by short name, as the latest plan that has them names them."""
    held = OrganisationUnit.objects.filter(plan_year__board__key=board_id).order_by("plan_year__year", "position")
    return dict(held.values_list("key", "name"))
