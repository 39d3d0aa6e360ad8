"""The forecast of one unit: the table that it is entered in, beside what the ledger proposes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from styrhus.actions.conflict import Conflict
from styrhus.actions.enter_forecast import enter_forecast
from styrhus.dossier.dossier import Dossier
from styrhus.dossier.follow_up import follow_up as follow_up_of
from styrhus.dossier.follow_up_figures import type_name, unit_name
from styrhus.dossier.forecasting import Entered, entered, proposal
from styrhus.finance.follow_up.cell import ALL, UNMAPPED
from styrhus.finance.follow_up.line import Line
from styrhus.finance.follow_up.view import FollowUp
from styrhus.forecast.ledger import Proposal
from styrhus.reports.months import month_name
from styrhus.store import read
from styrhus.values.problem import Problem, ProblemsError
from styrhus.web.addresses import address_of
from styrhus.web.forms.forecast import WHOLE, ForecastCell, amounts_of, cells_of, read_cells
from styrhus.web.forms.save import actor
from styrhus.web.frame import PageFrame, current_language, say
from styrhus.web.pages.follow_up.chosen import KINDS, Chosen
from styrhus.web.pages.follow_up.rows import capital
from styrhus.web.pages.follow_up.unit import unit_frame
from styrhus.web.pages.follow_up.unit_forecasts import Interval, interval, tkr
from styrhus.web.pages.follow_up.words import is_synthetic, lead
from styrhus.web.permissions import Access, board_for


@dataclass(frozen=True)
class ForecastLine:
    """A cost type (or the whole): what is known of it in tkr, and the field."""

    word: str
    budget: str
    actual: str
    last_year: str
    forecast: str
    proposal: Interval
    cell: ForecastCell
    entered: bool


@dataclass(frozen=True)
class ProposalNote:
    """How the proposal for the whole was made, in words."""

    words: tuple[str, ...]


@dataclass(frozen=True)
class Stored:
    """What is stored now, shown after a conflict."""

    who: str
    amounts: tuple[tuple[str, str], ...]
    comment: str


@dataclass(frozen=True)
class ForecastPage:
    frame: PageFrame
    unit: str
    month: int
    month_word: str
    lines: tuple[ForecastLine, ...]
    comment: str
    action: str
    version: int
    cancel: str
    proposals_href: str
    note: ProposalNote | None
    refused: str
    synthetic: bool
    problems: tuple[Problem, ...] = ()
    conflict: Conflict | None = None
    stored: Stored | None = None

    @property
    def has_errors(self) -> bool:
        return any(line.cell.error for line in self.lines)


def unit_forecast(request: HttpRequest, board: str, year: int, unit: str) -> HttpResponse:
    """The form for a month (`?month=8`); `proposals=1` asks for the proposals too, which htmx does by itself."""
    access = board_for(request.user, board, year)
    version = read.versions(board, year, "unit_forecasts").get(unit, 0)
    dossier = read.dossier(board, year)
    if unit not in dossier.unit_by_id:
        raise Http404
    access.require("enter_forecast", unit)
    page = _page(request, access, dossier, (unit, version))
    if request.method == "POST":
        return _sent(request, access, page)
    template = "follow_up/_proposals.html" if getattr(request, "htmx", False) else "follow_up/forecast.html"
    return render(request, template, {"page": page})


def _page(request: HttpRequest, access: Access, dossier: Dossier, place: tuple[str, int]) -> ForecastPage:
    unit, version = place
    chosen = Chosen.read(request.POST if request.method == "POST" else request.GET, dossier)
    view = follow_up_of(dossier, chosen.month)
    held = next((found for found in entered(dossier).get(unit, ()) if found.month <= chosen.month), None)
    asked = request.GET.get("proposals") == "1" and request.method != "POST"
    kinds = _kinds(view, unit, held)
    cells = cells_of(kinds, _amounts(held))
    same = held is not None and held.month == chosen.month
    name = unit_name(dossier, unit, current_language())
    note, refused = _proposed(dossier, view, unit, asked=asked)
    return ForecastPage(
        frame=unit_frame(
            request, access, dossier, unit=unit, view=view, below="forecast", lead=lead(dossier, view, unit),
            title=gettext("Forecast: %(unit)s") % {"unit": name},
        ),
        unit=unit,
        month=chosen.month,
        month_word=say(month_name(chosen.month)),
        lines=tuple(_line(dossier, view, (unit, cell), asked=asked) for cell in cells),
        comment=held.comment if held and same else "",
        action=held.action if held and same else "",
        version=version,
        cancel=address_of("unit_forecasts", access.board, access.year) + f"?month={chosen.month}",
        proposals_href=f"{request.path}?month={chosen.month}&proposals=1",
        note=note,
        refused=refused,
        synthetic=is_synthetic(dossier, view.year),
    )  # fmt: skip


def _kinds(view: FollowUp, unit: str, held: Entered | None) -> tuple[str, ...]:
    """The cost types of the unit's own money, and those that it has forecast."""
    found = set(view.cost_types(unit, own=True))
    if held is not None:
        found |= {row.cost_type.value for row in held.rows if row.cost_type}
    return tuple(kind for kind in KINDS if kind in found and kind != UNMAPPED)


def _amounts(held: Entered | None) -> dict[str, Decimal]:
    if held is None:
        return {}
    return {row.cost_type.value if row.cost_type else WHOLE: row.amount for row in held.rows}


def _line(dossier: Dossier, view: FollowUp, place: tuple[str, ForecastCell], *, asked: bool) -> ForecastLine:
    unit, cell = place
    kind = ALL if cell.kind == WHOLE else cell.kind
    line: Line = view.line(unit, kind, own=True)
    found = proposal(dossier, view.month, unit, kind) if asked else None
    return ForecastLine(
        gettext("The whole") if cell.kind == WHOLE else capital(say(type_name(kind))),
        tkr(line.budget), tkr(line.accumulated.actual), tkr(line.last_year), tkr(line.forecast),
        interval(found), cell, line.entered,
    )  # fmt: skip


def _proposed(dossier: Dossier, view: FollowUp, unit: str, *, asked: bool) -> tuple[ProposalNote | None, str]:
    """How the proposal for the whole was made, or why there is none."""
    found = proposal(dossier, view.month, unit) if asked else None
    if not isinstance(found, Proposal):
        return None, say(found.reason) if found else ""
    words = [say(found.made_of)]
    words.append(
        gettext("So far %(so_far)s tkr, the months that are left %(rest)s tkr, from %(months)d months of the ledger.")
        % {"so_far": tkr(found.so_far), "rest": tkr(found.rest), "months": found.months}
    )
    for change in found.adjustments:
        words.append(f"{say(change.name)}: {tkr(change.amount, signed=True)} tkr.")
    words.append(gettext("In four years of five the outcome is inside the interval."))
    return ProposalNote(tuple(words)), ""


def _sent(request: HttpRequest, access: Access, page: ForecastPage) -> HttpResponse:
    """Enter the forecast, or show the form again with what is wrong."""
    page = _as_typed(request, page)
    if page.has_errors:
        return _refused(request, page, 422)
    cells = tuple(line.cell for line in page.lines)
    try:
        enter_forecast(
            access.board, access.year, page.unit, page.month, amounts=amounts_of(cells), comment=page.comment,
            action=page.action, version=page.version, by=actor(request),
        )  # fmt: skip
    except Conflict as conflict:
        version = read.versions(access.board, access.year, "unit_forecasts").get(page.unit, 0)
        now = _stored(read.dossier(access.board, access.year), page)
        return _refused(request, replace(page, conflict=conflict, stored=now, version=version), 409)
    except ProblemsError as error:
        return _refused(request, replace(page, problems=error.problems), 422)
    messages.success(request, gettext("The forecast is saved."))
    return redirect(page.cancel)


def _as_typed(request: HttpRequest, page: ForecastPage) -> ForecastPage:
    kinds = tuple(line.cell.kind for line in page.lines if line.cell.kind != WHOLE)
    cells = read_cells(kinds, request.POST.dict())
    lines = tuple(replace(line, cell=cell) for line, cell in zip(page.lines, cells, strict=True))
    version = request.POST.get("version", "")
    return replace(
        page, lines=lines, comment=request.POST.get("comment", "").strip(),
        action=request.POST.get("action", "").strip(), version=int(version) if version.isdecimal() else 0,
    )  # fmt: skip


def _stored(dossier: Dossier, page: ForecastPage) -> Stored | None:
    held = next((found for found in entered(dossier).get(page.unit, ()) if found.month == page.month), None)
    if held is None:
        return None
    words: Mapping[str, Decimal] = _amounts(held)
    shown = tuple((say(type_name(ALL if kind == WHOLE else kind)), tkr(amount)) for kind, amount in words.items())
    return Stored(held.who, shown, held.comment)


def _refused(request: HttpRequest, page: ForecastPage, status: int) -> HttpResponse:
    return render(request, "follow_up/forecast.html", {"page": page}, status=status)
