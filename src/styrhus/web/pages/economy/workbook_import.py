"""A downloaded workbook handed in again: shown as what would change in the tables, and only then stored."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from django.contrib import messages
from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrhus.actions.change_tables import change_tables
from styrhus.actions.conflict import Conflict
from styrhus.dossier.dossier import Dossier
from styrhus.finance.budget.lines_table import lines_table
from styrhus.finance.budget.version import BudgetVersion
from styrhus.finance.table import Cell
from styrhus.reports.workbook.changes import CellChange, Changes, changes_in
from styrhus.store import read
from styrhus.values.number import format_number
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg
from styrhus.web.forms.save import actor
from styrhus.web.forms.workbook import WorkbookForm, opened, signed
from styrhus.web.frame import PageFrame, board_frame, current_language
from styrhus.web.permissions import Access, board_for

MOST_SHOWN = 300


@dataclass(frozen=True)
class ChangedCell:
    """A cell in words: where it stands in the workbook and the table, before, after, and whether a formula says so."""

    address: str
    row: str
    column: str
    before: str
    after: str
    follows: bool


@dataclass(frozen=True)
class ChangedTable:
    caption: str
    sheet: str
    anchor: str
    cells: tuple[ChangedCell, ...]


@dataclass(frozen=True)
class WorkbookPage:
    """First the form alone, then what a workbook would change; `held` is that as signed text."""

    frame: PageFrame
    form: WorkbookForm
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    tables: tuple[ChangedTable, ...] = ()
    file: str = ""
    held: str = ""
    count: int = 0
    revision: int = 0
    outdated: bool = False
    versions: tuple[BudgetVersion, ...] = ()

    @property
    def not_shown(self) -> int:
        return self.count - sum(len(table.cells) for table in self.tables)


def workbook_import(request: HttpRequest, board: str, year: int) -> HttpResponse:
    access = board_for(request.user, board, year)
    access.require("change_tables")
    versions = open_versions(read.dossier(board, year))
    page = WorkbookPage(_frame(request, access), WorkbookForm(), versions=versions)
    if request.method != "POST":
        return _shown(request, page)
    if held := request.POST.get("held", ""):
        return _confirmed(request, access, page, held)
    form = WorkbookForm(request.POST, request.FILES)
    page = replace(page, form=form)
    if not form.is_valid():
        return _shown(request, page, 422)
    return _previewed(request, access, page)


def _previewed(request: HttpRequest, access: Access, page: WorkbookPage) -> HttpResponse:
    """What the workbook would change, or what is wrong with it."""
    file = page.form.cleaned_data["workbook"]
    revision = read.version(access.board, access.year).revision
    dossier = read.dossier(access.board, access.year)
    lines = [lines_table(dossier, version.id, language=current_language()) for version in open_versions(dossier)]
    try:
        found = changes_in((*dossier.tables, *lines), file.read(), file.name)
    except ProblemsError as error:
        return _shown(request, replace(page, problems=error.problems), 422)
    return _shown(request, replace(
        page, file=file.name, warnings=found.warnings, tables=tuple(_tables(found)), count=len(found.cells),
        held=signed(found) if found.cells else "", revision=revision,
    ))  # fmt: skip


def open_versions(dossier: Dossier) -> tuple[BudgetVersion, ...]:
    """The versions of the budget whose lines may be changed."""
    return tuple(version for version in dossier.budget_versions if not version.adopted)


def _tables(found: Changes) -> Iterator[ChangedTable]:
    """The changed tables with their cells, as many as are worth reading."""
    left = MOST_SHOWN
    for number, (_key, held) in enumerate(groupby(found.cells, lambda change: change.table.id)):
        cells = tuple(held)
        shown = tuple(_cell(change) for change in cells[:left])
        left -= len(shown)
        if shown:
            yield ChangedTable(cells[0].table.caption, cells[0].sheet, f"changed-{number}", shown)


def _cell(change: CellChange) -> ChangedCell:
    return ChangedCell(
        change.address, change.row_label, change.column_label, _words(change.before), _words(change.after),
        change.follows,
    )  # fmt: skip


def _words(cell: Cell) -> str:
    """The number or mark; a dash for nothing."""
    return format_number(cell.value, language=current_language()) if cell.value is not None else cell.mark or "–"


def _confirmed(request: HttpRequest, access: Access, page: WorkbookPage, held: str) -> HttpResponse:
    """Store what was shown, unless the plan has been changed since."""
    seen = request.POST.get("revision", "")
    try:
        cells = opened(held)
        changed = change_tables(
            access.board, access.year, cells, seen=int(seen) if seen.isdigit() else -1, by=actor(request)
        )
    except BadSignature:
        return _shown(request, replace(page, problems=(_GONE,)), 422)
    except ProblemsError as error:
        return _shown(request, replace(page, problems=error.problems), 422)
    except Conflict:
        return _shown(request, replace(page, outdated=True), 409)
    told = ngettext("%(n)s table is changed.", "%(n)s tables are changed.", changed)
    messages.success(request, told % {"n": changed})
    return redirect("economy", access.board, access.year)


_GONE = Problem(msg("What was handed in is too old or was cut off."), msg("Hand the workbook in again."))


def _frame(request: HttpRequest, access: Access) -> PageFrame:
    dossier = read.dossier(access.board, access.year)
    lead = _("A workbook from here, changed in Excel, changes the plan's tables and the lines of a budget.")
    return board_frame(request, access, dossier, section="economy", title=_("Tables from Excel"), lead=lead)


def _shown(request: HttpRequest, page: WorkbookPage, status: int = 200) -> HttpResponse:
    return render(request, "economy/workbook.html", {"page": page}, status=status)
