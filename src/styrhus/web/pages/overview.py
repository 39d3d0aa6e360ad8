"""The overview: the house of a board and year, drawn and in words."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from styrhus.reports.house import TALL, WIDE, Form, House, Wording, draw, house
from styrhus.store import read
from styrhus.web.frame import Link, PageFrame, board_frame, current_language
from styrhus.web.kept import kept
from styrhus.web.permissions import Access, board_for


@dataclass(frozen=True)
class Floor:
    """A floor of the house as a list: each line a sentence with the address that it leads to."""

    heading: str
    lines: tuple[Link, ...]


@dataclass(frozen=True)
class OverviewPage:
    frame: PageFrame
    wide: SafeString
    tall: SafeString
    floors: tuple[Floor, ...]
    basis: str
    is_empty: bool


@require_safe
def overview(request: HttpRequest, board: str, year: int) -> HttpResponse:
    """The house of the year."""
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    held = house(dossier)
    words = Wording(held, current_language())
    frame = board_frame(
        request, access, dossier, section="overview", title=gettext("Overview"), lead=words.lead_sentence()
    )
    page = OverviewPage(
        frame,
        wide=kept(dossier, ("house", "wide"), lambda: _drawn(held, access, WIDE)),
        tall=kept(dossier, ("house", "tall"), lambda: _drawn(held, access, TALL)),
        floors=kept(dossier, ("house", "floors"), lambda: _floors(held, words, access)),
        basis=words.say(held.goals.standing.explanation),
        is_empty=not (held.rooms or dossier.tables or dossier.assignments),
    )
    return render(request, "overview.html", {"page": page})


def _drawn(held: House, access: Access, form: Form) -> SafeString:
    """The drawing escapes every text that it is given, so it can stand in the page as it is."""
    svg = draw(held, current_language(), link=lambda kind, key: address(access, kind, key), form=form)
    return mark_safe(svg)


def address(access: Access, kind: str, key: str) -> str:
    """Where a part of the house leads."""
    place = [access.board, access.year]
    return reverse(kind, args=[*place, key] if key else place)


def _floors(held: House, words: Wording, access: Access) -> tuple[Floor, ...]:
    rooms = [Link(words.room(room), address(access, "goal", room.goal)) for room in held.rooms]
    pillars = [
        Link(words.headed_economy(), address(access, "economy", "")),
        Link(words.headed_goals(), address(access, "goals", "")),
        Link(words.headed_quality(), address(access, "assignments", "")),
    ]
    volumes = [Link(words.volume(v), address(access, "figure", v.now.source.ref)) for v in held.volumes]
    return tuple(
        Floor(heading, tuple(lines))
        for heading, lines in (
            (held.floor or gettext("Goals"), rooms),
            (gettext("Economy, goals and quality"), pillars),
            (gettext("Volumes"), volumes),
            (gettext("The statutory task"), [Link(task) for task in held.mission]),
        )
        if lines
    )
