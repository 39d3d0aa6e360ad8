"""Plan data of a document: handed in, its tables recognised, each mapped and shown, and only then brought in."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.contrib import messages
from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrhus.actions.add_plan_data import add_plan_data
from styrhus.actions.conflict import Conflict
from styrhus.dossier.dossier import Dossier
from styrhus.review.plan_data.convert import converted
from styrhus.review.plan_data.mapping import Mapping, Source
from styrhus.review.plan_data.records import PlanData
from styrhus.review.plan_data.suggest import suggested
from styrhus.review.understanding.grid import Grid
from styrhus.review.understanding.tables import grids
from styrhus.store import read
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg
from styrhus.web.forms.document import DocumentForm
from styrhus.web.forms.plan_data import mapping_from, opened, signed
from styrhus.web.forms.save import actor
from styrhus.web.frame import PageFrame, board_frame, say
from styrhus.web.pages.data.plan_data_choices import Choices, choices
from styrhus.web.pages.review.handed_in import Busy, TooOften, reading_handed_in
from styrhus.web.permissions import Access, board_for


@dataclass(frozen=True)
class TableLine:
    """A recognised table: what it was understood as, how large it is, and its signed copy."""

    number: int
    caption: str
    into: str
    rows: int
    columns: int
    sure: int
    held: str
    head: tuple[str, ...]
    first: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class PlanDataPage:
    """First the form alone, then the tables of a document, then one table with its mapping and what it gives."""

    frame: PageFrame
    form: DocumentForm
    tables: tuple[TableLine, ...] = ()
    file: str = ""
    refusal: str = ""
    problems: tuple[Problem, ...] = ()
    held: str = ""
    mapping: Mapping | None = None
    choices: Choices | None = None
    data: PlanData | None = None
    replace: bool = False
    revision: int = 0
    outdated: bool = False


def plan_data(request: HttpRequest, board: str, year: int) -> HttpResponse:
    access = board_for(request.user, board, year)
    access.require("add_plan_data")
    page = PlanDataPage(_frame(request, access), DocumentForm())
    if request.method != "POST":
        return _shown(request, page)
    if held := request.POST.get("held", ""):
        return _mapped(request, access, page, held)
    form = DocumentForm(request.POST, request.FILES)
    page = replace(page, form=form)
    if not form.is_valid():
        return _shown(request, page, 422)
    return _recognised(request, access, page)


def _recognised(request: HttpRequest, access: Access, page: PlanDataPage) -> HttpResponse:
    """The tables of the document that the plan has a place for."""
    try:
        reading = reading_handed_in(request, page.form.cleaned_data["document"])
    except ProblemsError as error:
        return _shown(request, replace(page, problems=error.problems), 422)
    except (Busy, TooOften):
        told = _("Many documents are being reviewed just now. Wait a minute and send yours again.")
        return _shown(request, replace(page, refusal=told), 503)
    dossier = read.dossier(access.board, access.year)
    found = tuple(_lines(grids(reading), reading.file, dossier))
    return _shown(request, replace(page, tables=found, file=reading.file))


def _lines(found: Iterable[Grid], file: str, dossier: Dossier) -> Iterable[TableLine]:
    for grid in found:
        mapping = suggested(grid, dossier)
        if mapping is None:
            continue
        first = tuple(tuple(cell.text for cell in row.cells) for row in grid.rows[:3])
        yield TableLine(
            grid.table.number, mapping.caption, say(mapping.into.label), len(grid.rows), len(grid.columns),
            round(grid.confidence * 100), signed(Source(file, grid.table), mapping),
            tuple(column.heading for column in grid.columns), first,
        )  # fmt: skip


def _mapped(request: HttpRequest, access: Access, page: PlanDataPage, held: str) -> HttpResponse:
    """One table with its mapping: shown anew, or brought in."""
    try:
        source, suggestion = opened(held)
    except BadSignature:
        return _shown(request, replace(page, problems=(_GONE,)), 422)
    mapping = suggestion if "start" in request.POST else mapping_from(request.POST, suggestion)
    revision = read.version(access.board, access.year).revision
    dossier = read.dossier(access.board, access.year)
    data = converted(source, mapping, dossier)
    page = replace(
        page, file=source.file, held=held, mapping=mapping, data=data, replace="replace" in request.POST,
        revision=revision, choices=choices(dossier, source, mapping),
    )  # fmt: skip
    if "confirm" not in request.POST or not data.count:
        return _shown(request, page)
    return _brought_in(request, access, page, data)


def _brought_in(request: HttpRequest, access: Access, page: PlanDataPage, data: PlanData) -> HttpResponse:
    seen = request.POST.get("revision", "")
    try:
        add_plan_data(
            access.board, access.year, data,
            replace=page.replace, seen=int(seen) if seen.isdecimal() else 0, by=actor(request),
        )  # fmt: skip
    except Conflict:
        return _shown(request, replace(page, outdated=True), 409)
    except ProblemsError as error:
        return _shown(request, replace(page, problems=error.problems), 422)
    told = ngettext("%(n)s record is brought into the plan.", "%(n)s records are brought into the plan.", data.count)
    messages.success(request, told % {"n": data.count})
    return redirect("history", access.board, access.year)


_GONE = Problem(
    msg("The table can no longer be used."), msg("Hand in the document again; a table is good for twelve hours.")
)


def _frame(request: HttpRequest, access: Access) -> PageFrame:
    dossier = read.dossier(access.board, access.year)
    lead = _("Tables of a Word, PDF or Excel file become indicators, budgets, volumes and assignments of this plan.")
    return board_frame(request, access, dossier, section="data", title=_("Make plan data of a document"), lead=lead)


def _shown(request: HttpRequest, page: PlanDataPage, status: int = 200) -> HttpResponse:
    return render(request, "data/plan_data.html", {"page": page}, status=status)
