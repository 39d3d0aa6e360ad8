"""What granting and revoking have in common: the board, the user, and who may."""

from styrhus.actions.permission import grants_of, require
from styrhus.store.models import Board, OrganisationUnit, User
from styrhus.store.read import NotFound
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg


def board_to_administer(verb: str, board_id: str, by: User) -> Board:
    """The board, locked; NotAllowed unless the actor administers all of it, NotFound when there is none."""
    require(grants_of(by, board_id), verb)
    found = Board.objects.select_for_update().filter(key=board_id).first()
    if found is None:
        raise NotFound(board_id)
    return found


def user_named(username: str) -> User:
    """The user; NotFound when there is none."""
    found = User.objects.filter(username=username).first()
    if found is None:
        raise NotFound(username)
    return found


def membership_key(username: str, unit: str) -> str:
    """The name of a membership in the audit trail."""
    return f"{username}/{unit}" if unit else username


def known_unit(board: Board, unit: str) -> None:
    """ProblemsError unless some plan year of the board has the unit; no unit means the whole board."""
    if unit and not OrganisationUnit.objects.filter(plan_year__board=board, key=unit).exists():
        told = (msg("No plan of the board has this unit."), msg("Choose one from the list."))
        raise ProblemsError((Problem(*told, column="unit", value=unit),))
