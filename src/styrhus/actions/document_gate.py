"""What a document of a plan must pass before it is ready or decided, and the line that tells of it."""

from styrhus.actions.conflict import conflict_since
from styrhus.actions.document_review import document_review
from styrhus.actions.draft import Draft
from styrhus.store.models import AuditEvent
from styrhus.store.models.audit_event import How
from styrhus.store.read import NotFound
from styrhus.values.finding import Finding


class ObstaclesError(Exception):
    """The document has errors that the plan has not noted; `findings` are they."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(", ".join(finding.rule for finding in findings))
        self.findings = findings


def require_kind(kind: str) -> None:
    """NotFound when there is no such kind of document."""
    from styrhus.reports import KINDS  # noqa: PLC0415

    if kind not in KINDS:
        raise NotFound(kind)


def require_faultless(draft: Draft, kind: str, month: int | None = None) -> None:
    """ObstaclesError for errors that are not noted, ProblemsError when the document cannot be written."""
    found = document_review(draft.dossier, kind, month).obstacles
    if found:
        raise ObstaclesError(found)


def require_seen(draft: Draft, seen: int) -> None:
    """Conflict unless the plan is as the actor saw it."""
    if draft.plan_year.revision != seen:
        raise conflict_since(seen, draft.plan_year, (), "")


def period_of(draft: Draft, kind: str, month: int | None) -> str:
    """The month of a report, its default one unless asked for, as `2019-08`; empty for a plan."""
    from styrhus.reports import KINDS  # noqa: PLC0415

    return KINDS[kind].period(draft.dossier, month)


def tell(draft: Draft, kind: str, how: How, *, period: str = "", **changes: tuple[object, object]) -> None:
    """A line of the audit trail about a document; `changes` are pairs of old and new."""
    AuditEvent.objects.create(
        action=draft.action,
        by=draft.by,
        board_id=draft.plan_year.board_id,
        plan_year=draft.plan_year,
        revision=draft.plan_year.revision,
        how=how,
        kind="document",
        key="/".join(filter(None, (kind, period))),
        changes=changes,
    )
