"""What is different between two dossiers, part by part: added, removed and changed records."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from styrhus.dossier.check import UNIQUE_KEYS, WITH_ID
from styrhus.dossier.dossier import Dossier
from styrhus.finance.table import Table
from styrhus.values.record import Record

SINGLE = ("board", "plan", "steering")
_KEYS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(WITH_ID, ("id",)),
    **dict(UNIQUE_KEYS),
    "life_log": ("indicator", "year", "event"),
    "progress": ("assignment", "day"),
}
_NAMES = ("name", "title", "label", "caption", "text", "explanation")


@dataclass(frozen=True)
class FieldDifference:
    """A field with both its values as the records hold them."""

    field: str
    before: object
    after: object


@dataclass(frozen=True)
class RecordDifference:
    """A record that both have, by its key; rows of a table are counted, not listed."""

    key: str
    name: str
    fields: tuple[FieldDifference, ...]
    rows: int = 0


@dataclass(frozen=True)
class PartDifference:
    """A part of the dossier; `reordered` when the same records stand in another order."""

    part: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[RecordDifference, ...]
    reordered: bool

    @property
    def count(self) -> int:
        return len(self.added) + len(self.removed) + len(self.changed)


def compare(before: Dossier, after: Dossier) -> tuple[PartDifference, ...]:
    """The parts that differ, in the order of the dossier; empty exactly when the dossiers are equal."""
    parts = (_single(name, getattr(before, name), getattr(after, name)) for name in SINGLE)
    lists = (
        _part(name, getattr(before, name), getattr(after, name)) for name in Dossier.model_fields if name not in SINGLE
    )
    return tuple(found for found in (*parts, *lists) if found is not None)


def _single(name: str, before: Record, after: Record) -> PartDifference | None:
    if before == after:
        return None
    return PartDifference(name, (), (), (RecordDifference(name, "", _fields(before, after)),), False)


def _part(name: str, before: Sequence[Record], after: Sequence[Record]) -> PartDifference | None:
    if before == after:
        return None
    old, new = _by_key(name, before), _by_key(name, after)
    changed = tuple(_record(key, old[key], new[key]) for key in new if key in old and old[key] != new[key])
    kept = [key for key in new if key in old]
    return PartDifference(
        part=name,
        added=tuple(_called(key, record) for key, record in new.items() if key not in old),
        removed=tuple(_called(key, record) for key, record in old.items() if key not in new),
        changed=changed,
        reordered=kept != [key for key in old if key in new],
    )


def _by_key(part: str, records: Sequence[Record]) -> dict[str, Record]:
    """Records by key; equals are told apart by how many stood before them."""
    seen: Counter[str] = Counter()
    found = {}
    for record in records:
        values = (getattr(record, name) for name in _KEYS[part])
        key = " ".join(str(value) for value in values if value not in ("", False))
        seen[key] += 1
        found[key if seen[key] == 1 else f"{key} ({seen[key]})"] = record
    return found


def _called(key: str, record: Record) -> str:
    """The name of a record for a reader, or its key."""
    name = next((str(getattr(record, name)) for name in _NAMES if getattr(record, name, "")), "")
    return name if hasattr(record, "id") and name else key


def _record(key: str, before: Record, after: Record) -> RecordDifference:
    rows = 0
    if isinstance(before, Table) and isinstance(after, Table):
        ids = before.row_by_id.keys() | after.row_by_id.keys()
        rows = sum(before.row_by_id.get(row) != after.row_by_id.get(row) for row in ids)
    return RecordDifference(key, _called(key, after), _fields(before, after), rows)


def _fields(before: Record, after: Record) -> tuple[FieldDifference, ...]:
    names = [name for name in type(after).model_fields if name != "rows"]
    pairs = ((name, getattr(before, name), getattr(after, name)) for name in names)
    return tuple(FieldDifference(name, old, new) for name, old, new in pairs if old != new)
