"""Change what stands in the frame bridge."""

from collections.abc import Mapping

from styrhus.actions.draft import drafting
from styrhus.actions.validation import refuse_any
from styrhus.dossier.requests import settled
from styrhus.finance.frame import FrameChange
from styrhus.finance.frame_checks import change_problems
from styrhus.store.models import User
from styrhus.values.problem import Problem
from styrhus.values.text import msg


def change_frame_change(
    board: str, year: int, change_id: str, changes: Mapping[str, object], *, version: int, by: User
) -> FrameChange:
    """Store the changed fields; what a funding request decides is changed there and refused here.

    Raises NotAllowed, Conflict, NotFound, and ProblemsError at the fields.
    """
    with drafting("change_frame_change", board, year, by) as draft:
        draft.require()
        old: FrameChange = draft.find("frame_changes", change_id)
        draft.expect("frame_changes", change_id, version)
        changed: FrameChange = draft.change("frame_changes", old, {**changes, "request": old.request})
        refuse_any(change_problems(changed))
        request = next((need for need in draft.dossier.needs if need.id == old.request), None)
        if request is not None:
            owned = settled(request, year) or {}
            refuse_any(_owned(name) for name in owned if getattr(changed, name) != getattr(old, name))
    return changed


def _owned(name: str) -> Problem:
    return Problem(
        msg("This follows from the funding request."), msg("Change the request or its decision."), column=name
    )
