"""Take a goal out of a plan."""

from styrhus.actions.draft import drafting
from styrhus.store.models import User


def remove_goal(board: str, year: int, goal_id: str, *, version: int, by: User) -> None:
    """Remove a goal that nothing refers to any more; ProblemsError names what still does.

    Raises NotAllowed, Conflict, ProblemsError, NotFound.
    """
    with drafting("remove_goal", board, year, by) as draft:
        draft.require()
        old = draft.find("goals", goal_id)
        draft.expect("goals", goal_id, version)
        draft.remove("goals", old)
