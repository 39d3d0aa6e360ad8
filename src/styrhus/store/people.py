"""Reading who has which role at the boards that somebody administers."""

from collections.abc import Collection, Mapping
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


def members(boards: Collection[str], *, username: str = "") -> tuple[Member, ...]:
    """Who has a role at the boards, by user name; or the roles of one user. Two queries."""
    held = Membership.objects.filter(board__key__in=boards).select_related("user", "board")
    if username:
        held = held.filter(user__username=username)
    names = _unit_names(boards)
    return tuple(_member(row, names) for row in held.order_by("user__username", "unit"))


def _member(row: Membership, names: Mapping[tuple[str, str], str]) -> Member:
    user, board = row.user, row.board.key
    return Member(
        user.username,
        user.get_full_name(),
        user.email,
        user.is_active,
        user.last_login,
        board,
        row.unit,
        names.get((board, row.unit), row.unit),
        Role(row.role),
    )


def _unit_names(boards: Collection[str]) -> dict[tuple[str, str], str]:
    """The units of the boards by board and short name, as the latest plan that has them names them."""
    held = OrganisationUnit.objects.filter(plan_year__board__key__in=boards).order_by("plan_year__year", "position")
    return {(board, key): name for board, key, name in held.values_list("plan_year__board__key", "key", "name")}


def unit_names(board_id: str) -> dict[str, str]:
    """The units of a board's plans by short name, as the latest plan that has them names them."""
    return {key: name for (_, key), name in _unit_names((board_id,)).items()}
