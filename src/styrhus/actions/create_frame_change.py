"""Enter a change in the frame bridge."""

from collections.abc import Mapping

from styrhus.actions.draft import drafting
from styrhus.actions.validation import refuse_any
from styrhus.finance.frame import FrameChange
from styrhus.finance.frame_checks import change_problems
from styrhus.store.models import User


def create_frame_change(board: str, year: int, values: Mapping[str, object], *, by: User) -> FrameChange:
    """Store a frame change of the values given by field name; it gets an id from its label.

    Raises NotAllowed, NotFound, and ProblemsError at the fields. A change that comes from a funding request is made
    by deciding the request, so `request` is refused here.
    """
    with drafting("create_frame_change", board, year, by) as draft:
        draft.require()
        change = draft.new(FrameChange, "frame_changes", {**values, "request": None})
        refuse_any(change_problems(change))
        draft.add("frame_changes", change)
    return change
