"""Somebody else changed the same thing first."""

from datetime import datetime

from django.db.models import Q

from styrhus.store.models import AuditEvent, PlanYear


class Conflict(Exception):
    """The version that the user saw is no longer the present one.

    `who` is the name of the one who wrote last, `when` the time, `changed_fields` what was changed since.
    """

    def __init__(self, who: str, when: datetime, changed_fields: tuple[str, ...]) -> None:
        super().__init__(f"{who} {when:%Y-%m-%d %H:%M} {', '.join(changed_fields)}")
        self.who = who
        self.when = when
        self.changed_fields = changed_fields


def conflict_since(version: int, plan_year: PlanYear, kinds: tuple[str, ...], key: str) -> Conflict:
    """The conflict for an object, or the rows that belong to it, told from the audit trail."""
    trail = AuditEvent.objects.filter(plan_year=plan_year).select_related("by").order_by("-pk")
    about = Q(kind__in=kinds) & (Q(key=key) | Q(key__startswith=f"{key}/"))
    events = list(trail.filter(about, revision__gt=version)) or list(trail[:1])
    fields = dict.fromkeys(field for event in reversed(events) for field in event.changes)
    return Conflict(name_of(events[0]), events[0].at, tuple(fields))


def name_of(event: AuditEvent) -> str:
    """The full name of the one who acted, or the user name when none is given."""
    return event.by.get_full_name() or event.by.get_username()
