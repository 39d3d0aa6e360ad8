"""Call a document of a plan ready to be decided."""

from styrhus.actions.document_gate import period_of, require_faultless, require_kind, require_seen, tell
from styrhus.actions.draft import drafting
from styrhus.store.models import ReadyDocument, User
from styrhus.store.models.audit_event import How

READY, OPEN = "ready", "open"


def mark_ready(board: str, year: int, kind: str, *, seen: int, by: User, month: int | None = None) -> None:
    """The document is ready until the plan changes; `seen` is the revision of the plan that the actor saw. A report is
    so for `month`.

    Raises NotAllowed, NotFound, Conflict, ProblemsError when the document cannot be written, and ObstaclesError
    for errors that the plan has not noted.
    """
    require_kind(kind)
    with drafting("mark_ready", board, year, by) as draft:
        draft.require()
        require_seen(draft, seen)
        require_faultless(draft, kind, month)
        period = period_of(draft, kind, month)
        values = {"stamp": draft.plan_year.stamp, "by": by}
        ReadyDocument.objects.filter(plan_year=draft.plan_year, kind=kind, period=period).delete()
        ReadyDocument.objects.create(plan_year=draft.plan_year, kind=kind, period=period, **values)
        tell(draft, kind, How.CHANGED, period=period, state=(OPEN, READY))
