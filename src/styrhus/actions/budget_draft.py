"""What the writes of the budget have in common: an open version, and rows that are as the user saw them."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from styrhus.actions.conflict import Conflict, name_of
from styrhus.actions.draft import Draft
from styrhus.actions.validation import fields_of, validated_rows
from styrhus.finance.budget.indexation import fresh_ids
from styrhus.finance.budget.version import BudgetVersion
from styrhus.store.models import AuditEvent
from styrhus.store.parts import PARTS
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.record import Record
from styrhus.values.text import msg

R = TypeVar("R", bound=Record)
Row = Mapping[str, object]


def fingerprint(records: Iterable[Record]) -> str:
    """What tells one state of a set of rows from another: rows that were taken away count too, as no version does."""
    told = "\n".join(record.model_dump_json() for record in records)
    return hashlib.sha256(told.encode()).hexdigest()[:24]


def shown_of(dossier: Any, part: str, shown: Sequence[str]) -> tuple[Any, ...]:
    """The records of a part that a form holds, in their printed order."""
    wanted = set(shown)
    return tuple(held for held in getattr(dossier, part) if held.id in wanted)


def open_version(draft: Draft, key: str) -> BudgetVersion:
    """The version when it can be edited; ProblemsError for an adopted one, NotFound for none."""
    found: BudgetVersion = draft.find("budget_versions", key)
    if found.adopted:
        message = msg("The version is adopted and is not edited any more.")
        remedy = msg("Make a supplementary or a revised version that is based on it.")
        raise ProblemsError((Problem(message, remedy),))
    return found


def rows_of(
    draft: Draft, part: str, record: type[R], rows: Sequence[Row], *, shown: Sequence[str], prefix: str, fixed: Row
) -> tuple[R, ...]:
    """Records of the rows: those that name a shown one keep its id, the others get a new one from `prefix`.

    ProblemsError with the number of the row and the field that is wrong.
    """
    ids = fresh_ids(prefix, {held.id for held in getattr(draft.dossier, part)})
    taken: set[str] = set()
    made = []
    for row in rows:
        key = str(row.get("id") or "")
        if key not in shown or key in taken:
            key = next(ids)
        taken.add(key)
        made.append({**_given(record, row), **fixed, "id": key})
    return validated_rows(record, made)


def _given(record: type[Record], row: Row) -> dict[str, object]:
    """The row without empty values of fields that have to be given, which then are told as missing."""
    needed = {name for name, field in record.model_fields.items() if field.is_required()}
    return {name: value for name, value in row.items() if value is not None or name not in needed}


def put_rows(draft: Draft, part: str, new: Sequence[Record], *, shown: Sequence[str], seen: str) -> None:
    """The shown records replaced by the new ones where the first of them stood.

    Conflict unless the shown ones are as they were when `seen` was made of them.
    """
    records = getattr(draft.dossier, part)
    held = shown_of(draft.dossier, part, shown)
    if fingerprint(held) != seen:
        raise _conflict(draft, part)
    first = next((place for place, record in enumerate(records) if record in held), len(records))
    gone = {record.id for record in held}
    rest = [record for record in records if record.id not in gone]
    same = {record.id: record for record in held}
    # A record that is as it was stays the very same, so that nothing is written about it.
    kept = [same[r.id] if r.id in same and fields_of(same[r.id]) == fields_of(r) else r for r in new]  # type: ignore[attr-defined]
    draft.put(**{part: (*rest[:first], *kept, *rest[first:])})


def _conflict(draft: Draft, part: str) -> Conflict:
    """Who wrote last about such rows, and what."""
    kind = PARTS[part].kind_name
    trail = AuditEvent.objects.filter(plan_year=draft.plan_year).select_related("by").order_by("-pk")
    event = trail.filter(kind=kind).first() or trail.first()
    if event is None:
        raise LookupError("rows that changed without anybody having written them")
    return Conflict(name_of(event), event.at, tuple(event.changes))
