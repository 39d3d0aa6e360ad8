"""People for tests: a user for any role, at a whole board or at one unit."""

from styrhus.store.models import Board, Membership, User
from styrhus.store.role import Role

PASSWORD = "korrekt häst"


def someone(username: str = "nina", **names: str) -> User:
    """A user without any role; the same one when asked for twice."""
    held = User.objects.filter(username=username).first()
    return held or User.objects.create_user(username, password=PASSWORD, **names)


def member(role: Role, *, board: str = "lund", unit: str = "", username: str = "") -> User:
    """A user with a role at a board that exists; the same one when asked for twice."""
    name = username or f"{role.value}{'-' + unit if unit else ''}"
    user = someone(name)
    Membership.objects.get_or_create(user=user, board=Board.objects.get(key=board), unit=unit, role=role)
    return user
