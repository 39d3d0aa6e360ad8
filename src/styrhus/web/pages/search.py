"""Search in everything that a plan holds."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from styrhus.dossier.search import Found, Hit
from styrhus.dossier.search import search as find
from styrhus.store import read
from styrhus.web.frame import PageFrame, board_frame, current_language
from styrhus.web.permissions import Access, board_for

HEADINGS = {
    Found.GOAL: gettext_lazy("Goals"),
    Found.INDICATOR: gettext_lazy("Indicators"),
    Found.ASSIGNMENT: gettext_lazy("Assignments"),
    Found.SAVING: gettext_lazy("Savings"),
    Found.REQUEST: gettext_lazy("Funding requests"),
    Found.TABLE: gettext_lazy("Tables"),
    Found.SECTION: gettext_lazy("Text sections"),
    Found.FACT: gettext_lazy("Figures in the text"),
}
LONGEST_QUERY = 100


@dataclass(frozen=True)
class Result:
    hit: Hit
    href: str


@dataclass(frozen=True)
class Group:
    heading: str
    results: tuple[Result, ...]


@dataclass(frozen=True)
class SearchPage:
    frame: PageFrame
    query: str
    groups: tuple[Group, ...]
    told: str


@require_safe
def search(request: HttpRequest, board: str, year: int) -> HttpResponse:
    """The search page; htmx asks for the results alone."""
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    query = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    hits = find(dossier, query, current_language())
    frame = board_frame(request, access, dossier, section="", title=gettext("Search"))
    page = SearchPage(frame, query, _groups(access, hits), _told(query, len(hits)))
    template = "search/_results.html" if request.htmx else "search.html"  # type: ignore[attr-defined]
    return render(request, template, {"page": page})


def _told(query: str, number: int) -> str:
    if not query:
        return gettext("Write one or more words. What is found holds all of them.")
    if not number:
        return gettext("Nothing holds “%(query)s”. Try fewer words, or a part of a word.") % {"query": query}
    return ngettext("%(number)d match", "%(number)d matches", number) % {"number": number}


def _groups(access: Access, hits: tuple[Hit, ...]) -> tuple[Group, ...]:
    groups = []
    for kind, heading in HEADINGS.items():
        results = tuple(Result(hit, _address(access, hit)) for hit in hits if hit.kind is kind)
        if results:
            groups.append(Group(str(heading), results))
    return tuple(groups)


def _address(access: Access, hit: Hit) -> str:
    place = [access.board, access.year]
    match hit.kind:
        case Found.TABLE:
            return reverse("economy_table", args=[*place, hit.key])
        case Found.FACT:
            return reverse("figure", args=[*place, f"fact.{hit.key}"])
        case Found.SECTION:
            return reverse("section_preview", args=[*place, hit.key])
        case _:
            return reverse(hit.kind.value, args=[*place, hit.key])
