"""When each kind of object of a plan was last changed, and by whom."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from styrhus.store.models import AuditEvent
from styrhus.store.read import version

IMPORT = "import"


@dataclass(frozen=True)
class LastChange:
    at: datetime
    who: str


def last_changes(board_id: str, year: int) -> dict[str, LastChange]:
    """The last change by kind of object; an import that began the plan year stands under `import`. One query."""
    trail = AuditEvent.objects.filter(plan_year=version(board_id, year).key)
    latest = trail.order_by().values("kind").annotate(last=Max("pk")).values_list("last", flat=True)
    events = AuditEvent.objects.filter(pk__in=latest).select_related("by")
    return {e.kind: LastChange(e.at, e.by.get_full_name() or e.by.get_username()) for e in events}


def last_changes_of(board_id: str, year: int, kind: str) -> dict[str, LastChange]:
    """The last change of each object of a kind by its key, for those changed since the import. One query."""
    trail = AuditEvent.objects.filter(plan_year=version(board_id, year).key, kind=kind)
    latest = trail.order_by().values("key").annotate(last=Max("pk")).values_list("last", flat=True)
    events = AuditEvent.objects.filter(pk__in=latest).select_related("by")
    return {e.key: LastChange(e.at, e.by.get_full_name() or e.by.get_username()) for e in events}
