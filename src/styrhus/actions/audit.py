"""Lines of the audit trail from what an action changed."""

from collections.abc import Iterable
from typing import Any

from styrhus.store.models import AuditEvent, Board, PlanYear, User
from styrhus.store.models.audit_event import How
from styrhus.store.write import Change

BATCH = 100


def record_person(action: str, by: User, board: Board | None, *, how: How, kind: str, key: str, **changes: Any) -> None:
    """A line about a user or a membership, which belong to no plan year; `changes` are pairs of old and new."""
    AuditEvent.objects.create(action=action, by=by, board=board, how=how, kind=kind, key=key, changes=changes)


def record(action: str, by: User, plan_year: PlanYear, changes: Iterable[Change]) -> None:
    """One line for each object that an action changed in a plan year."""
    events = [
        AuditEvent(
            action=action,
            by=by,
            board_id=plan_year.board_id,
            plan_year=plan_year,
            revision=plan_year.revision,
            how=change.how,
            kind=change.kind,
            key=change.key,
            changes=change.fields(),
        )
        for change in changes
    ]
    AuditEvent.objects.bulk_create(events, batch_size=BATCH)
