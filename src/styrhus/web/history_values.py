"""Old and new values of the audit trail in words: codes, numbers and lists as readers know them."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any

from styrhus.dossier.document import Board, Plan
from styrhus.dossier.folder.cells import kind_of
from styrhus.plan.labels import LABELS, label
from styrhus.plan.status_word import StatusWord
from styrhus.plan.steering import SteeringModel
from styrhus.store.parts import PARTS
from styrhus.store.role import Role
from styrhus.values.number import format_number
from styrhus.values.record import Record
from styrhus.values.text import msg
from styrhus.values.unit import Unit
from styrhus.web.audit_words import field_word

RECORDS: dict[str, type[Record]] = {
    **{model.kind_name: model.record for model in PARTS.values()},
    "board": Board,
    "plan": Plan,
    "steering": SteeringModel,
}
NOTHING = "–"
STATES = {"ready": msg("ready"), "open": msg("in work")}
"""How a document stands."""


def shown_changes(kind: str, changes: Mapping[str, tuple[Any, Any]], language: str) -> tuple[tuple[str, str, str], ...]:
    """Field, old and new value in words, in the order of the record's fields."""
    fields = getattr(RECORDS.get(kind), "model_fields", {})
    order = {name: place for place, name in enumerate(fields)}
    found = []
    for field in sorted(changes, key=lambda name: order.get(name, len(order))):
        annotation = kind_of(fields[field].annotation) if field in fields else _other(field)
        old, new = (in_words(value, annotation, language) for value in changes[field])
        found.append((field_word(field).render(language), old, new))
    return tuple(found)


def _other(field: str) -> type:
    return {"role": Role, "total": Decimal}.get(field, str)


def in_words(value: Any, annotation: object, language: str) -> str:
    """A value in JSON form as a reader would write it; what is not given is empty."""
    if value in (None, "", []):
        return ""
    if isinstance(value, bool):
        return (msg("Yes") if value else msg("No")).render(language)
    if isinstance(value, list):
        return ", ".join(_item(item, language) for item in value)
    if annotation is Decimal:
        return format_number(Decimal(value), language=language)
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return _code(annotation(value), language)
    if value in STATES:
        return STATES[value].render(language)
    return str(value)


def _item(item: Any, language: str) -> str:
    if isinstance(item, dict):
        return str(item.get("name") or item.get("label") or item.get("value") or item.get("mark") or NOTHING)
    return str(item)


def _code(code: StrEnum, language: str) -> str:
    if isinstance(code, StatusWord | Unit | Role):
        return code.label.render(language)
    return label(code).render(language) if type(code) in LABELS else code.value
