"""The list of changes, latest first, narrowed by kind, person and object."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrhus.dossier.dossier import Dossier
from styrhus.store import read
from styrhus.store.history import History, HistoryEvent
from styrhus.store.history import history as recorded
from styrhus.web.audit_words import HOW, kind_word
from styrhus.web.frame import Link, PageFrame, board_frame, current_language
from styrhus.web.history_values import shown_changes
from styrhus.web.pages.history.names import name_of
from styrhus.web.permissions import board_for

ON_A_PAGE = 50


@dataclass(frozen=True)
class EventRow:
    """One object changed by one action, in words; `changes` are field, old and new value."""

    at: datetime
    who: str
    how: str
    kind: str
    name: str
    changes: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class HistoryPage:
    """`kinds` and `people` are the choices of the filters: a word and its value in the address."""

    frame: PageFrame
    rows: tuple[EventRow, ...]
    kinds: tuple[Link, ...]
    people: tuple[Link, ...]
    key: str
    number: int
    pages: int
    is_filtered: bool


def history(request: HttpRequest, board: str, year: int) -> HttpResponse:
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    chosen = {name: request.GET.get(name, "") for name in ("kind", "username", "key")}
    number = _number(request.GET.get("page", ""))
    first = (number - 1) * ON_A_PAGE
    people = access.may("grant_membership")
    found = recorded(board, year, **chosen, people=people, first=first, most=ON_A_PAGE)
    page = HistoryPage(
        frame=board_frame(request, access, dossier, section="history", title=_("History"), lead=_lead(found)),
        rows=tuple(_row(event, dossier) for event in found.events),
        kinds=tuple(Link(_kind(kind), kind, kind == chosen["kind"]) for kind in found.kinds),
        people=tuple(Link(name, username, username == chosen["username"]) for username, name in found.people),
        key=chosen["key"],
        number=number,
        pages=max(1, -(-found.count // ON_A_PAGE)),
        is_filtered=any(chosen.values()),
    )
    return render(request, "history.html", {"page": page})


def _number(text: str) -> int:
    return max(1, int(text)) if text.isascii() and text.isdecimal() and len(text) < 7 else 1


def _lead(found: History) -> str:
    return ngettext("{n} change is recorded.", "{n} changes are recorded.", found.count).format(n=found.count)


def _kind(kind: str) -> str:
    return kind_word(kind).render(current_language())


def _row(event: HistoryEvent, dossier: Dossier) -> EventRow:
    return EventRow(
        event.at,
        event.who,
        HOW[event.how].render(current_language()),
        _kind(event.kind),
        name_of(dossier, event.kind, event.key),
        shown_changes(event.kind, event.changes, current_language()),
    )
