"""What the board's forecasts are made from: cases that were imported, how good they are, and the journal."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from styrhus.actions.undo_caseload_import import undo_caseload_import
from styrhus.caseload.quality import Finding, Quality
from styrhus.paper.words import date_in_words
from styrhus.store import read
from styrhus.store.caseload import CaseloadLine, CaseloadMaterial, journal, material
from styrhus.values.problem import Problem, ProblemsError
from styrhus.web.forms.save import actor
from styrhus.web.frame import PageFrame, board_frame, current_language
from styrhus.web.pages.caseload.quality_of import quality_of
from styrhus.web.pages.caseload.tables import Table, by_year, latest_year
from styrhus.web.permissions import Access, board_for


@dataclass(frozen=True)
class CaseloadPage:
    """`is_open` shows small groups and single findings, to those who import; others are told that there are some."""

    frame: PageFrame
    journal: tuple[CaseloadLine, ...]
    is_open: bool
    findings: tuple[Finding, ...] = ()
    years: Table | None = None
    latest: Table | None = None
    latest_year: int = 0
    is_spells: bool = False
    synthetic: bool = False
    problems: tuple[Problem, ...] = ()

    @property
    def has_hidden(self) -> bool:
        return any(table is not None and table.has_hidden for table in (self.years, self.latest))


def caseload(request: HttpRequest, board: str, year: int) -> HttpResponse:
    return _shown(request, board_for(request.user, board, year))


def caseload_undo(request: HttpRequest, board: str, year: int) -> HttpResponse:
    """Undo the import that the page showed as the latest."""
    access = board_for(request.user, board, year)
    access.require("undo_caseload_import")
    stamp = request.POST.get("stamp", "")
    seen = next((line.stamp for line in journal(board) if str(line.stamp) == stamp), None)
    try:
        undone = undo_caseload_import(board, seen, by=actor(request))
    except ProblemsError as error:
        return _shown(request, access, problems=error.problems)
    messages.success(request, _("The import of %(file)s is undone.") % {"file": undone.file_name})
    return redirect("caseload", board, year)


def _shown(request: HttpRequest, access: Access, *, problems: tuple[Problem, ...] = ()) -> HttpResponse:
    dossier = read.dossier(access.board, access.year)
    held = material(access.board)
    found = quality_of(held.digest, held.told) if held is not None and held.told is not None else None
    frame = board_frame(
        request, access, dossier, section="caseload", title=_("Cases"), lead=_lead(found), data_age=_age(held),
    )  # fmt: skip
    page = CaseloadPage(frame, journal(access.board), access.may("import_caseload"), problems=problems)
    if found is not None and held is not None:
        page = _with(page, found, held)
    return render(request, "caseload/caseload.html", {"page": page}, status=422 if problems else 200)


def _with(page: CaseloadPage, found: Quality, held: CaseloadMaterial) -> CaseloadPage:
    return CaseloadPage(
        page.frame, page.journal, page.is_open, found.findings, by_year(found, is_open=page.is_open),
        latest_year(found, is_open=page.is_open), max(each.year for each in found.years) if found.years else 0,
        held.spells is not None, held.synthetic, page.problems,
    )  # fmt: skip


def _lead(found: Quality | None) -> str:
    if found is None:
        return _("Nothing is imported yet.")
    rows = f"{found.extent.rows:,}".replace(",", "\u00a0")
    if found.extent.persons is None:
        told = _("%(rows)s values from %(first)s to %(last)s.")
        return told % {"rows": rows, "first": found.extent.first, "last": found.extent.last}
    persons = f"{found.extent.persons:,}".replace(",", "\u00a0")
    day = date_in_words(found.extent.last, current_language())
    told = _("%(rows)s placements of %(persons)s persons, up to %(day)s.")
    return told % {"rows": rows, "persons": persons, "day": day}


def _age(held: CaseloadMaterial | None) -> str:
    if held is None:
        return ""
    day = date_in_words(held.imported_on.isoformat(), current_language())
    return _("From %(file)s, imported %(day)s.") % {"file": held.name, "day": day}
