"""Change a goal."""

from collections.abc import Mapping

from styrhus.actions.draft import drafting
from styrhus.plan.goal import Goal
from styrhus.store.models import User


def change_goal(board: str, year: int, goal_id: str, changes: Mapping[str, object], *, version: int, by: User) -> Goal:
    """Store the changed fields; `version` is the one that the user saw.

    Raises NotAllowed, Conflict, ProblemsError, NotFound.
    """
    with drafting("change_goal", board, year, by) as draft:
        draft.require()
        old = draft.find("goals", goal_id)
        draft.expect("goals", goal_id, version)
        return draft.change("goals", old, changes)
