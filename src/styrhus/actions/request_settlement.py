"""Bring the frame in line with the decision on a funding request."""

from styrhus.actions.draft import Draft
from styrhus.dossier.requests import linked_change, settled
from styrhus.finance.frame import FrameChange, FrameChangeKind
from styrhus.plan.undertaking import FundingNeed


def settle(draft: Draft, request: FundingNeed) -> FrameChange | None:
    """Make, change or remove the frame change that belongs to a request; gives the one that stands afterwards.

    Its kind and remark are its own and stay as somebody wrote them.
    """
    wanted = settled(request, draft.plan_year.year)
    held = linked_change(draft.dossier, request.id)
    if wanted is None:
        if held is not None:
            draft.remove("frame_changes", held)
        return None
    if held is not None:
        return draft.change("frame_changes", held, wanted)
    change = draft.new(FrameChange, "frame_changes", {"kind": FrameChangeKind.NEED, **wanted})
    draft.add("frame_changes", change)
    return change
