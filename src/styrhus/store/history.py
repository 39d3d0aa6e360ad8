"""Reading the audit trail: what happened to a plan, latest first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from styrhus.store.models import AuditEvent
from styrhus.store.read import version

Pair = tuple[Any, Any]


@dataclass(frozen=True)
class HistoryEvent:
    """One object changed by one action; `changes` maps a field to its old and new value in JSON form."""

    at: datetime
    who: str
    action: str
    how: str
    kind: str
    key: str
    changes: Mapping[str, Pair]


@dataclass(frozen=True)
class History:
    """A page of events, and how many there are in all."""

    events: tuple[HistoryEvent, ...]
    count: int
    kinds: tuple[str, ...]
    people: tuple[tuple[str, str], ...]


def history(
    board_id: str, year: int, *, kind: str = "", username: str = "", key: str = "", people: bool = False,
    first: int = 0, most: int = 50,
) -> History:  # fmt: skip
    """Events of a plan year, narrowed by kind of object, object and person; NotFound when there is no such plan.

    `people` adds the board's memberships and accounts, for its administrators. `kinds` and `people` of the answer
    are those that occur, the latter as user name and name.
    """
    about = Q(plan_year=version(board_id, year).key)
    if people:
        about |= Q(board__key=board_id, plan_year=None)
    trail = AuditEvent.objects.filter(about)
    chosen = trail.filter(**({"kind": kind} if kind else {}), **({"by__username": username} if username else {}))
    if key:
        chosen = chosen.filter(Q(key=key) | Q(key__startswith=f"{key}/"))
    page = chosen.select_related("by").order_by("-pk")[first : first + most]
    return History(tuple(_event(event) for event in page), chosen.count(), _kinds(trail), _people(trail))


def _event(event: AuditEvent) -> HistoryEvent:
    who = event.by.get_full_name() or event.by.get_username()
    changes = {field: (old, new) for field, (old, new) in event.changes.items()}
    return HistoryEvent(event.at, who, event.action, event.how, event.kind, event.key, changes)


def _kinds(trail: Any) -> tuple[str, ...]:
    return tuple(trail.order_by("kind").values_list("kind", flat=True).distinct())


def _people(trail: Any) -> tuple[tuple[str, str], ...]:
    rows = trail.order_by("by__username").values_list("by__username", "by__first_name", "by__last_name").distinct()
    return tuple((username, f"{first} {last}".strip() or username) for username, first, last in rows)
