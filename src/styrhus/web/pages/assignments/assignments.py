"""The list of assignments, grouped by where they come from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from styrhus.dossier.dossier import Dossier
from styrhus.plan.steering import Decider
from styrhus.store import read
from styrhus.web.frame import PageFrame, board_frame
from styrhus.web.kept import fragment
from styrhus.web.pages.assignments.due import reference_day
from styrhus.web.pages.assignments.filters import AssignmentsFilter, Select, selects
from styrhus.web.pages.assignments.rows import AssignmentRow, Remarks, assignment_row, remarks
from styrhus.web.permissions import board_for


@dataclass(frozen=True)
class OriginGroup:
    """The assignments of one origin; `total` counts those that a filter hides too."""

    origin: str
    period: str
    decider: Decider
    rows: tuple[AssignmentRow, ...]
    total: int


@dataclass(frozen=True)
class AssignmentsPage:
    frame: PageFrame
    chosen: AssignmentsFilter
    selects: tuple[Select, ...]
    groups: tuple[OriginGroup, ...]
    shown: int
    total: int
    remarks: Remarks
    day: date
    is_past: bool
    shows_responsible: bool
    may_add: bool


@require_safe
def assignments(request: HttpRequest, board: str, year: int) -> HttpResponse:
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    found = remarks(dossier)
    frame = board_frame(
        request, access, dossier, section="assignments", title=_("Assignments"), lead=lead(dossier, found)
    )
    chosen = AssignmentsFilter.read(request.GET.dict())
    page = assignments_page(dossier, frame, chosen, today=localdate(), may_add=access.may("create_assignment"))
    shown = fragment(request, dossier, "assignments/_list.html", page, page.day)
    if getattr(request, "htmx", False):
        return HttpResponse(shown)
    return render(request, "assignments/assignments.html", {"page": page, "list": shown})


def assignments_page(
    dossier: Dossier, frame: PageFrame, chosen: AssignmentsFilter, *, today: date, may_add: bool
) -> AssignmentsPage:
    """The values of the page from a dossier and what the reader asked for."""
    found, day = remarks(dossier), reference_day(dossier.plan, today)
    rows = tuple(assignment_row(a, day, found) for a in dossier.assignments)
    kept = tuple(row for row in rows if chosen.keeps(row))
    return AssignmentsPage(
        frame=frame,
        chosen=chosen,
        selects=selects(dossier, rows, chosen),
        groups=groups(rows, kept),
        shown=len(kept),
        total=len(rows),
        remarks=found,
        day=day,
        is_past=day != today,
        shows_responsible=any(set(row.assignment.responsible) - {dossier.board.name} for row in kept),
        may_add=may_add,
    )


def groups(rows: Sequence[AssignmentRow], kept: Sequence[AssignmentRow]) -> tuple[OriginGroup, ...]:
    """The rows that are kept by origin, in the order of the plan."""
    found = []
    for origin in dict.fromkeys(row.assignment.origin for row in kept):
        own = tuple(row for row in kept if row.assignment.origin == origin)
        first = own[0].assignment
        total = sum(row.assignment.origin == origin for row in rows)
        found.append(OriginGroup(origin, first.origin_period, first.decided_by, own, total))
    return tuple(found)


def lead(dossier: Dossier, found: Remarks) -> str:
    """How many, from how many origins, how many need no report, and what does not hang together."""
    held = dossier.assignments
    if not held:
        return ""
    origins = len({a.origin for a in held})
    quiet = sum(not a.reporting_required for a in held)
    counted = ngettext("%(n)s assignment", "%(n)s assignments", len(held)) % {"n": len(held)}
    sources = ngettext("from %(n)s origin", "from %(n)s origins", origins) % {"n": origins}
    sentences = [f"{counted} {sources}"]
    if quiet:
        sentences.append(ngettext("%(n)s needs no report", "%(n)s need no report", quiet) % {"n": quiet})
    if found.duplicates:
        n = found.duplicates
        sentences.append(ngettext("%(n)s is listed twice", "%(n)s are listed twice", n) % {"n": n})
    if found.deadlines:
        n = found.deadlines
        sentences.append(ngettext("%(n)s has a deadline to look at", "%(n)s have a deadline to look at", n) % {"n": n})
    return "; ".join(sentences) + "."
