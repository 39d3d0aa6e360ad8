"""What a text can refer to: every figure of the plan and every block, to search and copy."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from styrhus.dossier import catalogue
from styrhus.dossier.dossier import Dossier
from styrhus.dossier.references import UnknownReference
from styrhus.reports.directives import KEYS, check_directive
from styrhus.reports.prose import placed_by
from styrhus.reports.setting import Directive
from styrhus.store import read
from styrhus.web.frame import PageFrame, board_frame, current_language
from styrhus.web.kept import fragment
from styrhus.web.permissions import board_for

MOST = 40
"""Lines; more are found by typing more."""


@dataclass(frozen=True)
class Line:
    """What to write, what it gives, and where that stands."""

    expression: str
    gives: str
    place: str


@dataclass(frozen=True)
class ReferencesPage:
    frame: PageFrame
    query: str
    figures: tuple[Line, ...]
    blocks: tuple[Line, ...]
    more: int


def references(request: HttpRequest, board: str, year: int) -> HttpResponse:
    """All of them by search word; htmx asks for the list alone."""
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    query = request.GET.get("q", "").strip()
    found = catalogue.search(dossier, query)
    figures = tuple(_figure(entry) for entry in found[:MOST])
    frame = board_frame(request, access, dossier, section="documents", title=_("Figures for texts"))
    page = ReferencesPage(frame, query, figures, tuple(_blocks(dossier, query)), max(0, len(found) - MOST))
    shown = _list(request, dossier, page)
    if getattr(request, "htmx", False):
        return HttpResponse(shown)
    return render(request, "documents/references.html", {"page": page, "list": shown})


def _list(request: HttpRequest, dossier: Dossier, page: ReferencesPage) -> SafeString:
    """The whole list is kept; what somebody looks for seldom comes again."""
    template = "documents/_references.html"
    if page.query:
        return render_to_string(template, {"page": page}, request)
    return fragment(request, dossier, template, page)


def _figure(entry: catalogue.Entry) -> Line:
    value = entry.figure.text(language=current_language())
    place = entry.place if entry.name in entry.place else f"{entry.name}, {entry.place}".strip(", ")
    return Line(entry.expression, value, place)


def _blocks(dossier: Dossier, query: str) -> Iterator[Line]:
    """The directives that can be used, with the section that already has each."""
    placed = placed_by(dossier.sections)
    titles = {section.id: section.title for section in dossier.sections}
    words = query.casefold().split()
    for kind, keys in KEYS.items():
        for key in keys(dossier):
            directive = Directive(kind, key)
            name = _name(dossier, directive)
            text = f"{directive.written} {name}".casefold()
            if all(word in text for word in words) and _usable(dossier, directive):
                home = titles.get(placed.get(directive.place, ""), "")
                place = _("stands in “%(section)s”") % {"section": home} if home else ""
                yield Line(f"{{{{ {directive.written} }}}}", name, place)


def _usable(dossier: Dossier, directive: Directive) -> bool:
    try:
        check_directive(dossier, directive)
    except UnknownReference:
        return False
    return True


def _name(dossier: Dossier, directive: Directive) -> str:
    """What the block shows."""
    if directive.kind == "table":
        return dossier.table_by_id[directive.key].caption
    if directive.kind == "indicators":
        return _("Indicators: %(goal)s") % {"goal": dossier.goal_by_id[directive.key].name}
    indicator = dossier.indicator_by_id.get(directive.key)
    if directive.kind == "chart" and indicator is not None:
        return _("Chart: %(indicator)s") % {"indicator": indicator.name}
    return _("The frame bridge") if directive.kind == "chart" else _("Assignments")
