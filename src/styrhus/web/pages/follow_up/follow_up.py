"""The follow-up of a board: a month, accumulated and the year, by unit, with what it depends on in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.follow_up import follow_up as follow_up_of
from styrhus.dossier.follow_up_figures import type_name
from styrhus.finance.follow_up.cell import ALL
from styrhus.finance.follow_up.view import FollowUp
from styrhus.reports.months import month_name
from styrhus.store import read
from styrhus.web.frame import PageFrame, board_frame, say
from styrhus.web.kept import fragment, kept
from styrhus.web.pages.follow_up.chart import course_chart
from styrhus.web.pages.follow_up.chosen import FORMS, SPANS, Chosen
from styrhus.web.pages.follow_up.control_line import ControlLine, control_line
from styrhus.web.pages.follow_up.rows import Rows, Table, capital
from styrhus.web.pages.follow_up.words import data_age, is_synthetic, lead
from styrhus.web.permissions import Access, board_for


@dataclass(frozen=True)
class Choice:
    value: str
    word: str
    chosen: bool


@dataclass(frozen=True)
class Choices:
    """What the form above the table offers."""

    months: tuple[Choice, ...]
    spans: tuple[Choice, ...]
    forms: tuple[Choice, ...]
    kinds: tuple[Choice, ...] = ()
    sort: str = ""


@dataclass(frozen=True)
class FollowUpPage:
    frame: PageFrame
    choices: Choices
    table: Table | None
    types: Table | None
    chart: SafeString
    control: ControlLine | None
    synthetic: bool
    has_estimates: bool
    month: int


@require_safe
def follow_up(request: HttpRequest, board: str, year: int) -> HttpResponse:
    """All units; htmx asks for the tables alone when the choice changes."""
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    chosen = Chosen.read(request.GET, dossier)
    view = follow_up_of(dossier, chosen.month)
    page = _page(request, access, dossier, (view, chosen))
    tables = fragment(request, dossier, "follow_up/_tables.html", page)
    if getattr(request, "htmx", False):
        return HttpResponse(tables)
    return render(request, "follow_up/follow_up.html", {"page": page, "tables": tables})


def _page(request: HttpRequest, access: Access, dossier: Dossier, shown: tuple[FollowUp, Chosen]) -> FollowUpPage:
    view, chosen = shown
    has_money = bool(view.cells or view.whole_forecasts)
    frame = board_frame(
        request, access, dossier, section="economy", title=gettext("Follow-up"),
        lead=lead(dossier, view) if has_money else "", data_age=data_age(dossier, view),
    )  # fmt: skip
    rows = Rows(dossier, view, chosen)
    return FollowUpPage(
        frame=frame,
        choices=choices(dossier, view, chosen),
        table=kept(dossier, ("by-unit", chosen), lambda: _unit_table(rows)) if has_money else None,
        types=type_table(rows, ALL) if has_money and chosen.cost_type == ALL else None,
        chart=course_chart(access, dossier, view, (ALL, chosen.cost_type)),
        control=control_line(dossier, view),
        synthetic=is_synthetic(dossier, year=view.year),
        has_estimates=has_money and not view.line(ALL, chosen.cost_type).entered,
        month=chosen.month,
    )


def _unit_table(rows: Rows) -> Table:
    kind = rows.chosen.cost_type
    caption = gettext("By unit")
    if kind != ALL:
        caption = gettext("By unit: %(kind)s") % {"kind": say(type_name(kind)).lower()}
    return Table(caption, gettext("Unit"), rows.groups(), rows.headings(), rows.units(), rows.chosen.form)


def type_table(rows: Rows, unit: str) -> Table:
    """The cost types of a unit and all below it."""
    return kept(rows.dossier, ("by-type", unit, rows.chosen), lambda: _type_table(rows, unit))


def _type_table(rows: Rows, unit: str) -> Table:
    caption = gettext("By cost type")
    return Table(caption, gettext("Cost type"), rows.groups(), rows.headings(), rows.types(unit), rows.chosen.form)


def choices(dossier: Dossier, view: FollowUp, chosen: Chosen, *, kinds: bool = True) -> Choices:
    """Months (those that the ledger lacks say so), stretches of time, money units and cost types."""
    imported = {row.month for row in dossier.ledger_months if row.year == view.year}
    spans = {"accumulated": gettext("Accumulated"), "month": gettext("The month alone"), "year": gettext("Full year")}
    types = [(kind, capital(say(type_name(kind)))) for kind in (ALL, *view.cost_types())] if kinds else []
    return Choices(
        _choices(((str(m), _month_word(m, m in imported)) for m in range(1, 13)), str(chosen.month)),
        _choices(((span, spans[span]) for span in SPANS), chosen.span),
        _choices(((form, form) for form in FORMS), chosen.form),
        _choices(types, chosen.cost_type),
        chosen.sort,
    )


def _month_word(month: int, imported: bool) -> str:
    name = capital(say(month_name(month)))
    return name if imported else gettext("%(month)s (not in the ledger)") % {"month": name}


def _choices(named: Iterable[tuple[str, str]], chosen: str) -> tuple[Choice, ...]:
    return tuple(Choice(value, word, value == chosen) for value, word in named)
