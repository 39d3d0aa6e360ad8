"""Import of a file of cases: handed in, its columns told, shown as what it comes to, and only then taken over."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrhus.actions.import_caseload import CaseloadAlreadyHeld, import_caseload
from styrhus.caseload import CaseMapping, MaterialRead, read_material
from styrhus.caseload.look import Look, look
from styrhus.caseload.material_read import warnings
from styrhus.caseload.quality import Quality, compared
from styrhus.store import read
from styrhus.store.caseload import known_streams, remembered
from styrhus.values.problem import Problem, ProblemsError, Severity
from styrhus.values.text import Text
from styrhus.web.forms import case_mapping
from styrhus.web.forms.ledger_mapping import DATE_ORDERS, DECIMALS
from styrhus.web.forms.save import actor
from styrhus.web.frame import PageFrame, board_frame
from styrhus.web.pages.caseload.held import LARGEST, HeldCases, State, held_cases, keep_cases
from styrhus.web.pages.caseload.tables import Table, by_year
from styrhus.web.permissions import Access, board_for

ACCEPTED = ".csv,.txt,.tsv,.xlsx,.xlsm,.ods"
Choice = tuple[str, Text, bool]


class CasesForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("File with placements or counts"),
        help_text=gettext_lazy(
            "CSV or Excel, at most 500 MB. Persons as a number of your own: a file with personal numbers, names, "
            "telephones or e-mail is refused and thrown away."
        ),
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        error_messages={"required": gettext_lazy("Choose the file.")},
        allow_empty_file=True,
    )
    as_of = forms.DateField(
        label=gettext_lazy("Last day that the file tells of"),
        help_text=gettext_lazy("Left empty it is found from the dates. Ends after it are planned ones."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    synthetic = forms.BooleanField(
        label=gettext_lazy("The rows are synthetic (made up), which is to be told wherever they are shown"),
        required=False,
    )

    def clean_file(self) -> Any:
        """A file that is empty or too large is refused before it is read."""
        file = self.cleaned_data["file"]
        if not file.size:
            raise forms.ValidationError(_("The file is empty. Choose a file that holds something."))
        if file.size > LARGEST:
            raise forms.ValidationError(_("The file is larger than 500 MB. Leave older placements out."))
        return file


@dataclass(frozen=True)
class ImportPage:
    """First the form alone; then a kept file with its columns and what it comes to."""

    frame: PageFrame
    form: CasesForm
    token: str = ""
    name: str = ""
    size: int = 0
    as_of: str = ""
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    look: Look = field(default_factory=Look)
    mapping: CaseMapping = field(default_factory=CaseMapping)
    columns: tuple[case_mapping.Column, ...] = ()
    is_remembered: bool = False
    found: Quality | None = None
    years: Table | None = None
    population: tuple[str, ...] = ()
    offered: str = ""

    @property
    def can_import(self) -> bool:
        return self.found is not None or bool(self.population)

    @property
    def uses(self) -> dict[str, Text]:
        return case_mapping.USES

    @property
    def kinds(self) -> tuple[Choice, ...]:
        return case_mapping.choices(case_mapping.KINDS, self.mapping.kind)

    @property
    def decimals(self) -> tuple[Choice, ...]:
        return case_mapping.choices(DECIMALS, self.mapping.decimal)

    @property
    def date_orders(self) -> tuple[Choice, ...]:
        return case_mapping.choices(DATE_ORDERS, self.mapping.date_order)

    @property
    def price_units(self) -> tuple[Choice, ...]:
        return case_mapping.choices(case_mapping.PRICE_UNITS, self.mapping.price_unit)

    @property
    def cost_units(self) -> tuple[Choice, ...]:
        return case_mapping.choices(case_mapping.COST_UNITS, self.mapping.cost_unit)

    @property
    def words(self) -> str:
        """The translations that are used, and those that are offered."""
        return "\n".join(filter(None, (case_mapping.words_text(self.mapping), self.offered)))

    @property
    def only(self) -> str:
        return case_mapping.only_text(self.mapping)


def caseload_import(request: HttpRequest, board: str, year: int) -> HttpResponse:
    access = board_for(request.user, board, year)
    access.require("import_caseload")
    page = ImportPage(_frame(request, access), CasesForm())
    if request.method != "POST":
        return _shown(request, page)
    form = CasesForm(request.POST, request.FILES)
    if not form.is_valid():
        return _shown(request, replace(page, form=form), 422)
    file, by = form.cleaned_data["file"], actor(request).get_username()
    state = State(
        board=board, by=by, name=file.name or "file", size=0, as_of=form.cleaned_data["as_of"],
        synthetic=form.cleaned_data["synthetic"],
    )  # fmt: skip
    held = keep_cases(file, state)
    seen = look(held.path, name=state.name)
    found = read_material(held.path, seen.suggested, state.as_of, name=state.name) if not seen.problems else None
    if found is None or found.refused:
        held.drop()
        told = seen.problems if found is None else found.errors
        return _shown(request, replace(page, form=form, problems=told), 422)
    return redirect("caseload_import_file", board, year, held.token)


def caseload_import_file(request: HttpRequest, board: str, year: int, token: str) -> HttpResponse:
    """A kept file: its columns and what it comes to; sent in, it is read anew or taken over."""
    access = board_for(request.user, board, year)
    access.require("import_caseload")
    held = held_cases(token, board)
    if held is None:
        messages.warning(request, _("The uploaded file is no longer kept. Hand it in again; it is kept for an hour."))
        return redirect("caseload_import", board, year)
    if request.method == "POST" and "cancel" in request.POST:
        held.drop()
        return redirect("caseload", board, year)
    if request.method == "POST" and "import" in request.POST:
        return _import(request, access, held)
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        problems = _told(request, held, board)
        if not problems:
            return redirect("caseload_import_file", board, year, token)
    return _page(request, access, held, problems)


def _told(request: HttpRequest, held: HeldCases, board: str) -> tuple[Problem, ...]:
    """Keep what the form says of the columns; gives what it lacks."""
    state = held.state
    seen, given, _is_remembered = _looked(held, board)
    sent = case_mapping.mapping_sent(request.POST, seen.headings, given)
    as_of, problems = _day(request.POST.get("as_of", ""), state.as_of), sent.problems
    if sent.mapping is not None and not problems:
        held.keep(state.model_copy(update={"mapping": sent.mapping, "as_of": as_of}))
    return problems


def _day(text: str, before: date | None) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return before


def _looked(held: HeldCases, board: str) -> tuple[Look, CaseMapping, bool]:
    """The file's headings and rows, how it is read, and whether that is remembered from a file before."""
    state = held.state
    seen = look(held.path, name=state.name, mapping=state.mapping)
    if state.mapping is not None:
        return seen, state.mapping, False
    known = remembered(board, seen.headings)
    if known is None:
        return seen, seen.suggested, False
    return seen, CaseMapping.model_validate(known), True


def _page(request: HttpRequest, access: Access, held: HeldCases, problems: tuple[Problem, ...]) -> HttpResponse:
    state = held.state
    seen, mapping, is_remembered = _looked(held, access.board)
    found = read_material(held.path, mapping, state.as_of, name=state.name)
    page = ImportPage(
        _frame(request, access), CasesForm(), held.token, state.name, state.size,
        state.as_of.isoformat() if state.as_of else "", (*problems, *found.errors),
        tuple(each for each in found.problems if each.severity is not Severity.ERROR), seen, mapping,
        case_mapping.columns_of(seen.headings, mapping), is_remembered,
    )  # fmt: skip
    if found.refused:
        held.drop()
        return _shown(request, replace(page, token="", name=""), 422)
    return _shown(request, _with(page, found), 422 if problems else 200)


def _with(page: ImportPage, found: MaterialRead) -> ImportPage:
    """The page with what the file comes to, beside the care that the board had before."""
    if found.population is not None:
        ages = [f"{low}–{high}" if high < 200 else f"{low}+" for low, high in found.population.ages]
        return replace(page, population=(*map(str, found.population.years), *ages))
    if found.quality is None or found.told is None:
        return page
    assert page.frame.place is not None
    judged = compared(found.quality, found.told.streams, known_streams(page.frame.place.board_id))
    told = warnings(replace(judged, findings=judged.findings[len(found.quality.findings) :]), page.name)
    words = case_mapping.offered_words(stream.type for stream in found.told.streams)
    offered = "\n".join(f"type: {word} = {form}" for word, form in words.items())
    years = by_year(judged, is_open=True)
    return replace(page, found=judged, warnings=(*page.warnings, *told), years=years, offered=offered)


def _import(request: HttpRequest, access: Access, held: HeldCases) -> HttpResponse:
    state = held.state
    _seen, mapping, _is_remembered = _looked(held, access.board)
    try:
        made = import_caseload(
            access.board, held.path, mapping, by=actor(request), as_of=state.as_of, file_name=state.name,
            synthetic=state.synthetic,
        )  # fmt: skip
    except CaseloadAlreadyHeld:
        messages.info(request, _("The same file counts already; nothing is changed."))
    except ProblemsError as error:
        return _page(request, access, held, error.problems)
    else:
        told = _("%(file)s is imported: %(rows)s rows.")
        rows = f"{made.row.rows:,}".replace(",", "\u00a0")
        messages.success(request, told % {"file": made.row.file_name, "rows": rows})
    held.drop()
    return redirect("caseload", access.board, access.year)


def _frame(request: HttpRequest, access: Access) -> PageFrame:
    dossier = read.dossier(access.board, access.year)
    lead = _("Nothing is taken over before you have seen what the file comes to.")
    return board_frame(request, access, dossier, section="caseload", title=_("Import cases"), lead=lead)


def _shown(request: HttpRequest, page: ImportPage, status: int = 200) -> HttpResponse:
    return render(request, "caseload/import.html", {"page": page}, status=status)
