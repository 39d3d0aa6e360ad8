"""Add an assignment to a plan."""

from collections.abc import Mapping

from styrhus.actions.draft import drafting
from styrhus.plan.assignment import Assignment
from styrhus.store.models import User


def create_assignment(board: str, year: int, values: Mapping[str, object], *, by: User, after: str = "") -> Assignment:
    """Store an assignment of the values given by field name; without an `id` it gets one from its title.

    `after` names the assignment that it shall stand behind. Raises NotAllowed, ProblemsError, NotFound.
    """
    with drafting("create_assignment", board, year, by) as draft:
        assignment = draft.new(Assignment, "assignments", values)
        draft.require(assignment.responsible_unit)
        draft.add("assignments", assignment, after=after)
    return assignment
