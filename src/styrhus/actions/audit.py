"""Lines of the audit trail from what an action changed."""

from collections.abc import Iterable

from styrhus.store.models import AuditEvent, PlanYear, User
from styrhus.store.write import Change

BATCH = 100


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
