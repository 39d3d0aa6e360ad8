"""Take an assignment out of a plan."""

from styrhus.actions.draft import drafting
from styrhus.store.models import User


def remove_assignment(board: str, year: int, assignment_id: str, *, version: int, by: User) -> None:
    """Remove an assignment with its progress notes. Raises NotAllowed, Conflict, NotFound."""
    with drafting("remove_assignment", board, year, by) as draft:
        old = draft.find("assignments", assignment_id)
        draft.require(old.responsible_unit)
        draft.expect("assignments", assignment_id, version)
        draft.replace_of("progress", "assignment", assignment_id, ())
        draft.remove("assignments", old)
