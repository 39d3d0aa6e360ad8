"""The ledger's first page: which months are held from where, the journal of imports, undo and closed months."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from styrhus.actions.close_month import close_month
from styrhus.actions.reopen_month import reopen_month
from styrhus.actions.undo_ledger_import import undo_ledger_import
from styrhus.paper.words import date_in_words
from styrhus.store import read
from styrhus.store.ledger.journal import HeldMonth, JournalLine, held_months, journal
from styrhus.store.ledger.refresh import YEARS_BEFORE
from styrhus.values.problem import Problem, ProblemsError
from styrhus.web.forms.save import actor
from styrhus.web.frame import PageFrame, board_frame, current_language
from styrhus.web.permissions import Access, board_for


@dataclass(frozen=True)
class LedgerPage:
    """`months` are those of the years that the plan shows, latest year first; `total` is the sum of them in kr."""

    frame: PageFrame
    years: tuple["YearOfLedger", ...]
    journal: tuple[JournalLine, ...]
    may_import: bool
    may_undo: bool
    may_close: bool
    may_change_codes: bool
    may_read_rows: bool
    problems: tuple[Problem, ...] = ()

    @property
    def has_synthetic(self) -> bool:
        return any(month.synthetic for year in self.years for month in year.months)


@dataclass(frozen=True)
class YearOfLedger:
    """A year of the ledger with its months and their sum."""

    year: int
    months: tuple[HeldMonth, ...]

    @property
    def rows(self) -> int:
        return sum(month.rows for month in self.months)

    @property
    def total(self) -> Decimal:
        return sum((month.total for month in self.months), Decimal(0))


def ledger(request: HttpRequest, board: str, year: int) -> HttpResponse:
    access = board_for(request.user, board, year)
    return _shown(request, access)


def ledger_undo(request: HttpRequest, board: str, year: int) -> HttpResponse:
    """Undo the import that the page showed as the latest."""
    access = board_for(request.user, board, year)
    access.require("undo_ledger_import")
    stamp = request.POST.get("stamp", "")
    latest = next((line for line in journal(board) if str(line.stamp) == stamp), None)
    try:
        undone = undo_ledger_import(board, latest.stamp if latest else None, by=actor(request))
    except ProblemsError as error:
        return _shown(request, access, problems=error.problems)
    messages.success(request, _("The import of %(file)s is undone.") % {"file": undone.file_name})
    return redirect("ledger", board, year)


def ledger_month(request: HttpRequest, board: str, year: int, *, of: int, month: int) -> HttpResponse:
    """Close a month, or open it again."""
    access = board_for(request.user, board, year)
    access.require("close_month")
    if not 1 <= month <= 12:
        raise Http404
    try:
        if "open" in request.POST:
            reopen_month(board, of, month, by=actor(request))
        else:
            close_month(board, of, month, by=actor(request))
    except ProblemsError as error:
        return _shown(request, access, problems=error.problems)
    return redirect("ledger", board, year)


def ledger_file(request: HttpRequest, board: str, year: int, stamp: UUID) -> HttpResponseBase:
    """The file of an import as it was handed in."""
    access = board_for(request.user, board, year)
    access.require("import_ledger")
    line = next((line for line in journal(board) if line.stamp == stamp), None)
    if line is None or not line.raw.is_file():
        raise Http404
    return FileResponse(line.raw.open("rb"), as_attachment=True, filename=line.file_name)


def _shown(request: HttpRequest, access: Access, *, problems: tuple[Problem, ...] = ()) -> HttpResponse:
    dossier = read.dossier(access.board, access.year)
    held = held_months(access.board, range(access.year - YEARS_BEFORE, access.year + 1))
    frame = board_frame(
        request, access, dossier, section="economy", title=_("Ledger"), lead=_lead(held), data_age=data_age(held),
    )  # fmt: skip
    page = LedgerPage(
        frame=frame,
        years=tuple(_years(held)),
        journal=journal(access.board),
        may_import=access.may("import_ledger"),
        may_undo=access.may("undo_ledger_import"),
        may_close=access.may("close_month"),
        may_change_codes=access.may("change_code_rules"),
        may_read_rows=access.may_somewhere("read_ledger_rows"),
        problems=problems,
    )
    return render(request, "ledger/ledger.html", {"page": page}, status=422 if problems else 200)


def _years(held: Iterable[HeldMonth]) -> Iterable[YearOfLedger]:
    by_year: dict[int, list[HeldMonth]] = {}
    for month in held:
        by_year.setdefault(month.year, []).append(month)
    return (YearOfLedger(year, tuple(months)) for year, months in sorted(by_year.items(), reverse=True))


def _lead(held: tuple[HeldMonth, ...]) -> str:
    if not held:
        return _("Nothing is imported yet for the years that this plan shows.")
    rows = sum(month.rows for month in held)
    told = _("%(months)s months are held, %(rows)s rows in all. Each month counts once for each source.")
    return told % {"months": len(held), "rows": f"{rows:,}".replace(",", "\u00a0")}


def data_age(held: Iterable[HeldMonth]) -> str:
    """How far the ledger goes and when that came in; empty when there is none."""
    latest = max(held, key=lambda month: (month.year, month.month, month.imported_at), default=None)
    if latest is None:
        return ""
    day = date_in_words(localtime(latest.imported_at).date().isoformat(), current_language())
    told = _("The ledger goes up to %(month)s, imported %(day)s.")
    return told % {"month": f"{latest.year}-{latest.month:02d}", "day": day}
