"""Add a goal to a plan."""

from collections.abc import Mapping

from styrhus.actions.draft import drafting
from styrhus.plan.goal import Goal
from styrhus.store.models import User


def create_goal(board: str, year: int, values: Mapping[str, object], *, by: User, after: str = "") -> Goal:
    """Store a goal of the values given by field name; without an `id` it gets one from its name.

    `after` names the goal that it shall stand behind. Raises NotAllowed, ProblemsError, NotFound.
    """
    with drafting("create_goal", board, year, by) as draft:
        draft.require()
        goal = draft.new(Goal, "goals", values)
        draft.add("goals", goal, after=after)
    return goal
