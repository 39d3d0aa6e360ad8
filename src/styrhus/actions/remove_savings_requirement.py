"""Take a savings requirement out of the plan."""

from styrhus.actions.draft import drafting
from styrhus.store.models import User


def remove_savings_requirement(board: str, year: int, key: str, *, version: int, by: User) -> None:
    """Remove a requirement that no measure refers to any more; ProblemsError names what still does.

    Raises NotAllowed, Conflict, ProblemsError, NotFound.
    """
    with drafting("remove_savings_requirement", board, year, by) as draft:
        draft.require()
        old = draft.find("savings_requirements", key)
        draft.expect("savings_requirements", key, version)
        draft.remove("savings_requirements", old)
