"""What has been changed about one thing: who, when, and each field with its old and new value in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from styrhus.store.history import HistoryEvent, history
from styrhus.web.audit_words import HOW, kind_word
from styrhus.web.frame import current_language
from styrhus.web.history_values import shown_changes
from styrhus.web.permissions import Access

MOST_SHOWN = 20


@dataclass(frozen=True)
class ChangeLine:
    """One object changed; `what` names it, such as `outcome 2022 K`; `fields` are label, old and new value."""

    at: datetime
    who: str
    what: str
    how: str
    fields: tuple[tuple[str, str, str], ...]


def changes(access: Access, key: str, *, kinds: Sequence[str]) -> tuple[ChangeLine, ...]:
    """The latest changes of an object and the rows that belong to it, latest first."""
    found = history(access.board, access.year, key=key, most=MOST_SHOWN)
    return tuple(_line(event) for event in found.events if event.kind in kinds)


def _line(event: HistoryEvent) -> ChangeLine:
    language = current_language()
    _owner, _slash, row = event.key.partition("/")
    what = f"{kind_word(event.kind).render(language)} {row.replace('/', ' ')}".strip()
    fields = shown_changes(event.kind, event.changes, language)
    return ChangeLine(event.at, event.who, what, HOW[event.how].render(language), fields)
