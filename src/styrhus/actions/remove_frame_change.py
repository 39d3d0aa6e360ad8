"""Take a change out of the frame bridge."""

from styrhus.actions.draft import drafting
from styrhus.actions.validation import refuse_any
from styrhus.store.models import User
from styrhus.values.problem import Problem
from styrhus.values.text import msg


def remove_frame_change(board: str, year: int, change_id: str, *, version: int, by: User) -> None:
    """Remove a change; one that a funding request made goes when the decision is taken back, and is refused here.

    Raises NotAllowed, Conflict, ProblemsError, NotFound.
    """
    with drafting("remove_frame_change", board, year, by) as draft:
        draft.require()
        old = draft.find("frame_changes", change_id)
        draft.expect("frame_changes", change_id, version)
        if old.request is not None:
            told = msg("The change follows from a granted funding request.")
            refuse_any([Problem(told, msg("Change the decision on the request instead."), value=old.request)])
        draft.remove("frame_changes", old)
