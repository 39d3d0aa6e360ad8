"""What an import would change, in words: parts with counts, names and both values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrhus.dossier.compare import FieldDifference, PartDifference, RecordDifference
from styrhus.values.record import Record
from styrhus.web.audit_words import KINDS, PARTS, field_word
from styrhus.web.history_values import in_words

MOST_NAMED = 50


@dataclass(frozen=True)
class ChangedRecord:
    """`fields` are label, stored and new value."""

    name: str
    fields: tuple[tuple[str, str, str], ...]
    note: str


@dataclass(frozen=True)
class PartPreview:
    """A part that would change; names beyond the first fifty are only counted in `more`."""

    name: str
    counts: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[ChangedRecord, ...]
    more: int


def preview(parts: Sequence[PartDifference], language: str, names: Mapping[str, str]) -> tuple[PartPreview, ...]:
    """The differences in the language of the page; `names` are those of indicators and assignments by id."""
    return tuple(_part(part, language, names) for part in parts)


def _part(part: PartDifference, language: str, names: Mapping[str, str]) -> PartPreview:
    word = PARTS.get(part.part) or KINDS[part.part]
    hidden = sum(max(0, len(held) - MOST_NAMED) for held in (part.added, part.removed, part.changed))
    return PartPreview(
        name=word.render(language),
        counts=_counts(part),
        added=tuple(_called(key, names) for key in part.added[:MOST_NAMED]),
        removed=tuple(_called(key, names) for key in part.removed[:MOST_NAMED]),
        changed=tuple(_record(record, language, names) for record in part.changed[:MOST_NAMED]),
        more=hidden,
    )


def _counts(part: PartDifference) -> str:
    """`3 added, 1 removed, 12 changed`."""
    told = []
    if part.added:
        told.append(_("%(n)s added") % {"n": len(part.added)})
    if part.removed:
        told.append(_("%(n)s removed") % {"n": len(part.removed)})
    if part.changed:
        told.append(_("%(n)s changed") % {"n": len(part.changed)})
    if part.reordered:
        told.append(_("another order"))
    return ", ".join(told)


def _called(key: str, names: Mapping[str, str]) -> str:
    """A row that has no name of its own is called by what it belongs to: an outcome by its indicator and period."""
    owner, space, rest = key.partition(" ")
    return f"{names[owner]}{space}{rest}" if owner in names else key


def _record(record: RecordDifference, language: str, names: Mapping[str, str]) -> ChangedRecord:
    rows = ngettext("%(n)s row differs", "%(n)s rows differ", record.rows) % {"n": record.rows} if record.rows else ""
    return ChangedRecord(
        _called(record.name or record.key, names), tuple(_field(field, language) for field in record.fields), rows
    )


def _field(field: FieldDifference, language: str) -> tuple[str, str, str]:
    before, after = (_words(value, language) for value in (field.before, field.after))
    return field_word(field.field).render(language), before, after


def _words(value: object, language: str) -> str:
    """A value of a record as a reader would write it."""
    if isinstance(value, Record):
        return in_words(value.model_dump(mode="json"), dict, language)
    if isinstance(value, tuple):
        items = [item.model_dump(mode="json") if isinstance(item, Record) else str(item) for item in value]
        return in_words(items, tuple, language)
    return in_words(value, type(value), language)
