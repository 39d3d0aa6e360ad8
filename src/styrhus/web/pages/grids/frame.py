"""What the pages of the grids have in common: their frame, tables that scroll, and the form of numbers."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from styrhus.actions.conflict import Conflict
from styrhus.dossier.dossier import Dossier
from styrhus.reports.sentences import worded
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import Text
from styrhus.web.forms.number_grid import NumberGrid, filled
from styrhus.web.frame import Link, PageFrame, board_frame, current_language
from styrhus.web.permissions import Access


@dataclass(frozen=True)
class Choice:
    value: str
    word: str
    chosen: bool


@dataclass(frozen=True)
class GridForm:
    """A page with a table of numbers; `versions` are what the user saw, by row or by the whole.

    `choices` are further switches of the page (basis, year, what) with their labels and names.
    """

    frame: PageFrame
    grid: NumberGrid
    caption: str
    unit: str
    hint: str
    cancel: str
    versions: Mapping[str, int]
    choices: tuple[tuple[str, str, tuple[Choice, ...]], ...] = ()
    selects: tuple[tuple[str, str, tuple[Choice, ...]], ...] = ()
    pasted: str = ""
    paste_error: str = ""
    problems: tuple[Problem, ...] = ()
    conflict: Conflict | None = None

    @property
    def has_errors(self) -> bool:
        return bool(self.grid.errors)

    @property
    def http_status(self) -> int:
        """409 when somebody else was first, 422 when something needs correcting."""
        if self.conflict is not None:
            return 409
        return 422 if self.has_errors or self.problems or self.paste_error else 200


def text_of(text: Text) -> str:
    """A message with live figures as plain words, for the lead of a page."""
    return "".join(run.text for run in worded(text, current_language()))


def lead_of(texts: Iterable[Text], empty: str) -> str:
    """The first sentence of a page; `empty` where there is nothing to say."""
    return next((text_of(text) for text in texts), empty)


def grid_frame(request: HttpRequest, access: Access, dossier: Dossier, *, title: str, lead: str = "") -> PageFrame:
    """The frame of a grid's own page."""
    return board_frame(request, access, dossier, section="economy", title=title, lead=lead)


def form_frame(
    request: HttpRequest, access: Access, dossier: Dossier, *, title: str, below: str, word: str
) -> PageFrame:
    """The frame of a form that lies below the page named `below`."""
    home = Link(word, reverse(below, args=[access.board, access.year]))
    return board_frame(request, access, dossier, section="economy", title=title, crumbs=(home,))


def seen_versions(request: HttpRequest, keys: Iterable[str]) -> dict[str, int]:
    """The versions that the form was opened with, as its hidden fields have them."""
    found = {}
    for key in keys:
        text = request.POST.get(f"version-{key}", "")
        found[key] = int(text) if text.isdecimal() and len(text) < 10 else 0
    return found


def respond(
    request: HttpRequest, page: GridForm, *, write: Callable[[GridForm], object], again: Callable[[], GridForm]
) -> HttpResponse:
    """Show the form, fill in what was pasted, or save and go on.

    `write` saves the page as it was sent; `again` makes the page as it is stored now, for what to show after a
    conflict.
    """
    if request.method != "POST":
        return _shown(request, page)
    sent = replace(page, grid=page.grid.sent(request.POST.dict()), versions=seen_versions(request, page.versions))
    sent = replace(sent, selects=_sent_selects(request, page))
    if "fill" in request.POST:
        pasted = request.POST.get("pasted", "")
        grid, told = filled(sent.grid, pasted)
        return _shown(request, replace(sent, grid=grid, paste_error=told, pasted=pasted if told else ""))
    _values, grid = sent.grid.read()
    sent = replace(sent, grid=grid)
    if sent.has_errors:
        return _shown(request, sent)
    try:
        write(sent)
    except ProblemsError as error:
        return _shown(request, replace(sent, problems=error.problems))
    except Conflict as conflict:
        now = again()
        beside = sent.grid.beside(now.grid)
        return _shown(request, replace(sent, conflict=conflict, versions=now.versions, grid=beside))
    messages.success(request, _("The figures are saved."))
    return redirect(page.cancel)


def _sent_selects(request: HttpRequest, page: GridForm) -> tuple[tuple[str, str, tuple[Choice, ...]], ...]:
    found = []
    for name, word, choices in page.selects:
        value = request.POST.get(name, "")
        found.append((name, word, tuple(replace(choice, chosen=choice.value == value) for choice in choices)))
    return tuple(found)


def _shown(request: HttpRequest, page: GridForm) -> HttpResponse:
    return render(request, "grids/form.html", {"page": page}, status=page.http_status)
