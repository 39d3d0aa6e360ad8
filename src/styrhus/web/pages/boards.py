"""The first page: the boards that the user may see, with a few figures of the latest plan of each."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from styrhus.reports.house import Wording, house
from styrhus.store import read
from styrhus.store.read import BoardYears
from styrhus.web.frame import Link, PageFrame, current_language, plain_frame
from styrhus.web.permissions import visible_boards


@dataclass(frozen=True)
class BoardCard:
    """A board with its years, and its latest plan in a few figures: a word and what it counts."""

    municipality: str
    name: str
    href: str
    years: tuple[Link, ...]
    title: str
    figures: tuple[Link, ...]


@dataclass(frozen=True)
class BoardsPage:
    frame: PageFrame
    cards: tuple[BoardCard, ...]


@require_safe
def boards(request: HttpRequest) -> HttpResponse:
    """All boards of the user; whoever has only one plan goes straight to it."""
    visible = visible_boards(request.user)
    if len(visible) == 1 and len(visible[0].years) == 1:
        return redirect("overview", visible[0].board.id, visible[0].years[0])
    page = BoardsPage(
        plain_frame(request, gettext("Boards"), lead=_lead(visible)), tuple(_card(held) for held in visible)
    )
    return render(request, "boards.html", {"page": page})


def _lead(visible: tuple[BoardYears, ...]) -> str:
    return gettext("Choose a board and a year.") if visible else ""


def _card(held: BoardYears) -> BoardCard:
    latest = held.years[0]
    return BoardCard(
        held.board.municipality,
        held.board.name,
        reverse("overview", args=[held.board.id, latest]),
        tuple(Link(str(year), reverse("overview", args=[held.board.id, year])) for year in held.years),
        read.dossier(held.board.id, latest).plan.title,
        _figures(held.board.id, latest),
    )


def _figures(board: str, year: int) -> tuple[Link, ...]:
    """Frame, goals and assignments, as far as the plan has them."""
    held = house(read.dossier(board, year))
    words = Wording(held, current_language())
    place = [board, year]
    found = []
    if held.economy.frame is not None:
        found.append(Link(words.frame_words(), reverse("economy", args=place)))
    found.append(Link(words.all_goals(), reverse("goals", args=place)))
    if held.quality.assignments:
        found.append(Link(words.all_assignments(), reverse("assignments", args=place)))
    return tuple(found)
