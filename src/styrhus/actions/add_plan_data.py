"""Bring what was recognised in a document's table into a plan."""

from styrhus.actions.document_gate import require_seen
from styrhus.actions.draft import drafting
from styrhus.review.plan_data.merge import merged
from styrhus.review.plan_data.records import PlanData
from styrhus.store.models import User


def add_plan_data(board: str, year: int, data: PlanData, *, replace: bool, seen: int, by: User) -> int:
    """Add the records, all or none; gives how many parts of the plan changed.

    What the plan has otherwise is left as it is unless `replace`. `seen` is the revision of the plan that the records
    were made for. Raises NotAllowed, NotFound, Conflict, and ProblemsError when the plan would not hang together.
    """
    with drafting("add_plan_data", board, year, by) as draft:
        draft.require()
        require_seen(draft, seen)
        parts = merged(draft.dossier, data, replace=replace)
        draft.put(**parts)
        return len(parts)
