"""Take back that a document is ready."""

from styrhus.actions.document_gate import period_of, require_kind, tell
from styrhus.actions.draft import drafting
from styrhus.actions.mark_ready import OPEN, READY
from styrhus.store.models import ReadyDocument, User
from styrhus.store.models.audit_event import How


def reopen_document(board: str, year: int, kind: str, *, by: User, month: int | None = None) -> bool:
    """Gives whether it was ready; decided versions stay as they are. Raises NotAllowed, NotFound."""
    require_kind(kind)
    with drafting("reopen_document", board, year, by) as draft:
        draft.require()
        period = period_of(draft, kind, month)
        removed, _ = ReadyDocument.objects.filter(plan_year=draft.plan_year, kind=kind, period=period).delete()
        if removed:
            tell(draft, kind, How.CHANGED, period=period, state=(READY, OPEN))
        return bool(removed)
