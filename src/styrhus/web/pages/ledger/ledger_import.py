"""Import of a ledger file: handed in, its columns told, shown as what it would come to, and only then booked."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from zipfile import BadZipFile, ZipFile, is_zipfile

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrhus.actions.remember_mapping import remember_mapping
from styrhus.finance.ledger.inspect import Inspection, inspect
from styrhus.finance.ledger.mapping import FileKind, Mapping
from styrhus.finance.ledger.mapping_faults import mapping_faults
from styrhus.store import read
from styrhus.store.ledger.folders import disk_full, is_full
from styrhus.store.ledger.journal import held_months, remembered
from styrhus.store.ledger.refresh import YEARS_BEFORE
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import Text, msg
from styrhus.web.addresses import address_of
from styrhus.web.forms.ledger_mapping import (
    DATE_ORDERS,
    DECIMALS,
    SIGNS,
    USES,
    ColumnUse,
    column_uses,
    mapping_sent,
)
from styrhus.web.forms.save import actor
from styrhus.web.frame import Link, PageFrame, board_frame, current_language, say
from styrhus.web.pages.ledger.held_file import LARGEST, HeldFile, Phase, State, held_file, keep_upload
from styrhus.web.pages.ledger.work import begin_importing, begin_reading
from styrhus.web.permissions import Access, board_for

ACCEPTED = ".se,.si,.sie,.csv,.txt,.tsv,.xlsx,.xlsm"
LARGEST_UNPACKED = 1024**3
"""Bytes of a workbook's sheets, which a small file can hold by the gigabyte."""
SHOWN_ROWS = 5
Choice = tuple[str, str, bool]
"""Value, word, and whether it is chosen."""


class LedgerFileForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("File from the ledger system"),
        help_text=gettext_lazy(
            "SIE (types 1–4 and 4I), CSV or Excel, at most 2 GB. Nothing is booked before you have seen its totals."
        ),
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        error_messages={"required": gettext_lazy("Choose the file.")},
        allow_empty_file=True,
    )

    def clean_file(self) -> Any:
        """A file that is empty or too large is refused before it is read."""
        file = self.cleaned_data["file"]
        if not file.size:
            raise forms.ValidationError(_("The file is empty. Choose a file that holds something."))
        if file.size > LARGEST:
            raise forms.ValidationError(_("The file is larger than 2 GB. Part it by month and hand in one at a time."))
        if _unpacked(file) > LARGEST_UNPACKED:
            raise forms.ValidationError(_("The workbook is too large unpacked. Save it as CSV and hand that in."))
        return file


def _unpacked(file: Any) -> int:
    """Bytes of a workbook when it is unpacked, as it says itself; no more than that is ever read of it."""
    if not is_zipfile(file):
        return 0
    try:
        with ZipFile(file) as packed:
            return sum(entry.file_size for entry in packed.infolist())
    except (BadZipFile, ValueError):
        return 0  # It is told when it is looked at.
    finally:
        file.seek(0)


@dataclass(frozen=True)
class ImportPage:
    """First the form alone; then a kept file with its mapping, progress, preview or result, after its phase."""

    frame: PageFrame
    form: LedgerFileForm
    token: str = ""
    state: State | None = None
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    inspection: Inspection | None = None
    mapping: Mapping | None = None
    columns: tuple[ColumnUse, ...] = ()
    uses: tuple[tuple[str, str], ...] = ()
    years: tuple[Choice, ...] = ()
    sources: tuple[str, ...] = ()
    source: str = ""
    signs: tuple[Choice, ...] = ()
    sign_hint: Text | None = None
    decimals: tuple[Choice, ...] = ()
    date_orders: tuple[Choice, ...] = ()
    may_import_budget: bool = False
    is_remembered: bool = False

    @property
    def href(self) -> str:
        """The address of the kept file."""
        assert self.frame.place is not None
        return address_of("ledger_import_file", self.frame.place.board_id, self.frame.place.year, self.token)

    @property
    def percent(self) -> int:
        return round((self.state.share if self.state else 0) * 100)

    @property
    def is_sie(self) -> bool:
        return self.inspection is not None and self.inspection.kind is FileKind.SIE

    @property
    def is_running(self) -> bool:
        return self.state is not None and self.state.phase in {Phase.READING, Phase.IMPORTING}

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The first rows of the file, as they stand."""
        return self.inspection.rows[:SHOWN_ROWS] if self.inspection else ()


def ledger_import(request: HttpRequest, board: str, year: int) -> HttpResponse:
    access = board_for(request.user, board, year)
    access.require("import_ledger")
    page = ImportPage(_frame(request, access), LedgerFileForm())
    if request.method != "POST":
        return _shown(request, page)
    form = LedgerFileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _shown(request, replace(page, form=form), 422)
    try:
        held = keep_upload(form.cleaned_data["file"], board=board, by=actor(request).get_username(), year=year)
    except OSError as error:
        if not is_full(error):
            raise
        return _shown(request, replace(page, problems=disk_full(form.cleaned_data["file"].name).problems), 507)
    return redirect("ledger_import_file", board, year, held.token)


def ledger_import_file(request: HttpRequest, board: str, year: int, token: str) -> HttpResponse:
    """A kept file: its mapping, its preview, how far its import has come, or what came of it."""
    access = board_for(request.user, board, year)
    access.require("import_ledger")
    held = held_file(token, board)
    if held is None:
        messages.warning(request, _("The uploaded file is no longer kept. Hand it in again; it is kept for a day."))
        return redirect("ledger_import", board, year)
    if request.method != "POST":
        return _shown(request, _page(request, access, held))
    if "cancel" in request.POST:
        held.drop()
        return redirect("ledger", board, year)
    try:
        return _sent(request, access, held)
    except BlockingIOError:
        return redirect("ledger_import_file", board, year, token)


def _sent(request: HttpRequest, access: Access, held: HeldFile) -> HttpResponse:
    if "import" in request.POST:
        if held.state.phase is not Phase.READ:
            return redirect("ledger_import_file", access.board, access.year, held.token)
        begin_importing(held, actor(request), overlap="also" in request.POST)
    elif "again" in request.POST:
        held.change(phase=Phase.MAPPING, problems=())
    else:
        page = _page(request, access, held)
        if page.inspection is None:
            return redirect("ledger_import_file", access.board, access.year, held.token)
        problems = _told(request, access, held, page)
        if problems:
            return _shown(request, replace(_page(request, access, held), problems=problems), 422)
        if "budget" in request.POST:
            return redirect("ledger_budget_file", access.board, access.year, held.token)
        begin_reading(held, access.year)
    return redirect("ledger_import_file", access.board, access.year, held.token)


def _told(request: HttpRequest, access: Access, held: HeldFile, page: ImportPage) -> tuple[Problem, ...]:
    """Keep what the form says of the file; gives what it lacks."""
    inspection = page.inspection
    assert inspection is not None
    assert page.mapping is not None
    as_budget = "budget" in request.POST
    problems: tuple[Problem, ...] = ()
    mapping: Mapping | None = page.mapping
    if inspection.kind is not FileKind.SIE:
        sent = mapping_sent(request.POST, inspection.headings, page.mapping)
        mapping, problems = sent.mapping, sent.problems
    year = request.POST.get("year", "")
    source = request.POST.get("source", "").strip()
    held.change(
        mapping=mapping, source=source, synthetic="synthetic" in request.POST, phase=Phase.MAPPING,
        year=int(year) if year.isdecimal() and len(year) == 4 else access.year,
    )  # fmt: skip
    if mapping is None or problems:
        return problems
    if not source and not as_budget:
        told = msg("The source has no name."), msg("Name the system or file that the rows come from.")
        return (Problem(*told, column=_("Source")),)
    # What a budget lacks is told on its own page; an amount of each month it has none of.
    faults = () if as_budget else mapping_faults(mapping, held.state.name)
    if faults or as_budget or inspection.kind is FileKind.SIE:
        return faults
    try:
        remember_mapping(access.board, source, mapping, by=actor(request))
    except ProblemsError as error:
        return error.problems
    return ()


def _page(request: HttpRequest, access: Access, held: HeldFile) -> ImportPage:
    state = held.state
    page = ImportPage(_frame(request, access), LedgerFileForm(), token=held.token, state=state)
    language = current_language()
    page = replace(
        page,
        problems=tuple(told.problem(language) for told in state.problems),
        warnings=tuple(told.problem(language) for told in state.warnings),
    )
    if state.phase in {Phase.MAPPING, Phase.REFUSED}:
        return _with_mapping(page, access, held, state)
    return page


def _with_mapping(page: ImportPage, access: Access, held: HeldFile, state: State) -> ImportPage:
    """The page with the columns of the file and what is known of them."""
    inspection = inspect(held.path)
    known = remembered(access.board)
    sources = {month.source for month in held_months(access.board)}
    fitting = _likely(known, inspection.headings)
    source = state.source or fitting or (sources.pop() if len(sources) == 1 and inspection.kind is FileKind.SIE else "")
    is_known = bool(fitting) and source == fitting
    mapping = state.mapping or _mapping_of(known[source] if is_known else None, inspection)
    rows = inspection.rows[:SHOWN_ROWS]
    return replace(
        page,
        problems=page.problems or inspection.problems,
        inspection=inspection,
        mapping=mapping,
        columns=column_uses(inspection.headings, rows, mapping),
        uses=tuple((value, say(word)) for value, word in USES.items()),
        years=tuple(_years(access, inspection, state)),
        sources=tuple(sorted({*known, *(month.source for month in held_months(access.board))})),
        source=source,
        signs=_choices(SIGNS, mapping.sign),
        sign_hint=SIGNS.get(inspection.sign) if inspection.sign and not mapping.sign else None,
        decimals=_choices(DECIMALS, mapping.decimal),
        date_orders=_choices(DATE_ORDERS, mapping.date_order),
        may_import_budget=access.may("import_budget_file") and inspection.kind is not FileKind.SIE,
        is_remembered=state.mapping is None and is_known,
    )


def _mapping_of(known: dict[str, object] | None, inspection: Inspection) -> Mapping:
    """The remembered mapping on the file at hand, else the one that the file suggests."""
    if not known or inspection.kind is FileKind.SIE:
        return inspection.suggested
    sniffed = inspection.suggested
    mapping = Mapping.model_validate(known)
    update = {
        "kind": sniffed.kind,
        "encoding": sniffed.encoding,
        "delimiter": sniffed.delimiter,
        "sheet": sniffed.sheet,
    }
    return mapping.model_copy(update=update)


def _likely(known: dict[str, dict[str, object]], headings: Iterable[str]) -> str:
    """The source whose remembered columns are all in the file."""
    held = set(headings)
    for name, fields in known.items():
        mapping = Mapping.model_validate(fields)
        wanted = {mapping.amount, mapping.debit, mapping.date, mapping.period, *mapping.codes.values()} - {""}
        if wanted and wanted <= held:
            return name
    return ""


def _choices(words: Any, chosen: object) -> tuple[Choice, ...]:
    return tuple((str(value), say(word), value == chosen) for value, word in words.items())


def _years(access: Access, inspection: Inspection, state: State) -> Iterable[Choice]:
    """The years that the plan shows; that of the file is chosen when it is among them."""
    years = range(access.year, access.year - YEARS_BEFORE - 1, -1)
    named = next((year for year in inspection.years if year in years), state.year)
    chosen = named if state.mapping is None else state.year
    return ((str(year), str(year), year == chosen) for year in years)


def _frame(request: HttpRequest, access: Access) -> PageFrame:
    dossier = read.dossier(access.board, access.year)
    crumb = Link(_("Ledger"), address_of("ledger", access.board, access.year))
    lead = _("A file becomes months of the ledger: each replaces what the same source held for it, none is doubled.")
    return board_frame(
        request, access, dossier, section="economy", title=_("Import a ledger file"), lead=lead, crumbs=(crumb,)
    )


def _shown(request: HttpRequest, page: ImportPage, status: int = 200) -> HttpResponse:
    if getattr(request, "htmx", False) and page.state is not None:
        response = render(request, "ledger/_progress.html", {"page": page})
        if not page.is_running:
            response["HX-Refresh"] = "true"
        return response
    return render(request, "ledger/import.html", {"page": page}, status=status)
