"""Change an assignment."""

from collections.abc import Mapping

from styrhus.actions.draft import drafting
from styrhus.plan.assignment import Assignment
from styrhus.store.models import User


def change_assignment(
    board: str, year: int, assignment_id: str, changes: Mapping[str, object], *, version: int, by: User
) -> Assignment:
    """Store the changed fields; `version` is the one that the user saw.

    Raises NotAllowed, Conflict, ProblemsError, NotFound.
    """
    with drafting("change_assignment", board, year, by) as draft:
        old = draft.find("assignments", assignment_id)
        draft.require(old.responsible_unit)
        draft.expect("assignments", assignment_id, version)
        new = draft.change("assignments", old, changes)
        draft.require(new.responsible_unit)
    return new
