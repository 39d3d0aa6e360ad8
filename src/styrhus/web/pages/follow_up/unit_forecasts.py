"""The forecasts of all units after a month: what is entered and by whom, what is missing, how earlier ones held."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_safe

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.follow_up import follow_up as follow_up_of
from styrhus.dossier.follow_up_figures import unit_name
from styrhus.dossier.forecasting import Entered, entered, forecasting_units, proposal, track_records
from styrhus.finance.follow_up.rounded import rounded
from styrhus.finance.follow_up.view import FollowUp
from styrhus.forecast.ledger import Proposal, TooShort
from styrhus.reports.months import month_name
from styrhus.store import read
from styrhus.values.number import format_number
from styrhus.values.unit import Unit
from styrhus.web.addresses import address_of
from styrhus.web.frame import PageFrame, board_frame, current_language, say
from styrhus.web.pages.follow_up.chosen import Chosen
from styrhus.web.pages.follow_up.follow_up import Choices, choices
from styrhus.web.pages.follow_up.rows import amount_text
from styrhus.web.pages.follow_up.words import data_age, is_synthetic
from styrhus.web.permissions import Access, board_for


@dataclass(frozen=True)
class ForecastRow:
    """A unit's own money: `state` is entered, earlier (for another month) or missing."""

    name: str
    href: str
    may_enter: bool
    budget: str
    actual: str
    forecast: str
    variance: str
    state: str
    state_word: str
    who: str
    day: date | None
    comment: str
    proposal: "Interval"


@dataclass(frozen=True)
class RecordRow:
    """How a unit's earlier forecasts held; `final` when the year that they are held against is closed."""

    name: str
    count: int
    bias: str
    share: str
    hits: str
    final: bool


@dataclass(frozen=True)
class ForecastsPage:
    frame: PageFrame
    choices: Choices
    rows: tuple[ForecastRow, ...]
    records: tuple[RecordRow, ...]
    records_final: bool
    with_proposals: bool
    proposals_href: str
    synthetic: bool
    month: str


@require_safe
def unit_forecasts(request: HttpRequest, board: str, year: int) -> HttpResponse:
    """All units; the proposals are reckoned when the address asks for them, which htmx does by itself."""
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    chosen = Chosen.read(request.GET, dossier)
    page = _page(request, access, dossier, chosen)
    template = "follow_up/_forecasts.html" if getattr(request, "htmx", False) else "follow_up/forecasts.html"
    return render(request, template, {"page": page})


def _page(request: HttpRequest, access: Access, dossier: Dossier, chosen: Chosen) -> ForecastsPage:
    view = follow_up_of(dossier, chosen.month)
    asked = request.GET.get("proposals") == "1"
    units = forecasting_units(dossier, view)
    rows = tuple(_row(access, dossier, view, unit, asked=asked) for unit in units)
    frame = board_frame(
        request, access, dossier, section="economy", title=gettext("Forecasts of the units"),
        lead=_lead(rows, chosen.month), data_age=data_age(dossier, view),
    )  # fmt: skip
    records = tuple(_record(dossier, unit) for unit in units if unit in track_records(dossier))
    return ForecastsPage(
        frame, choices(dossier, view, chosen, kinds=False), rows, records,
        all(row.final for row in records), asked, f"{chosen.query()}&proposals=1",
        is_synthetic(dossier, view.year), say(month_name(chosen.month)),
    )  # fmt: skip


def _lead(rows: tuple[ForecastRow, ...], month: int) -> str:
    """How many units have entered a forecast after the month."""
    done = sum(row.state == "entered" for row in rows)
    words = {"done": done, "all": len(rows), "month": say(month_name(month))}
    return (
        ngettext(
            "%(done)d of %(all)d unit has entered a forecast after %(month)s.",
            "%(done)d of %(all)d units have entered a forecast after %(month)s.",
            len(rows),
        )
        % words
    )


def _row(access: Access, dossier: Dossier, view: FollowUp, unit: str, *, asked: bool) -> ForecastRow:
    line = view.line(unit, own=True)
    latest = next((held for held in entered(dossier).get(unit, ()) if held.month <= view.month), None)
    state, word = _state(latest, view.month)
    proposed = proposal(dossier, view.month, unit) if asked else None
    href = address_of("unit_forecast", access.board, access.year, unit) + f"?month={view.month}"
    return ForecastRow(
        unit_name(dossier, unit, current_language()), href, access.may("enter_forecast", unit),
        tkr(line.budget), tkr(line.accumulated.actual), tkr(line.forecast), tkr(line.variance, signed=True),
        state, word, latest.who if latest else "", latest.day if latest else None, latest.comment if latest else "",
        interval(proposed),
    )  # fmt: skip


def _state(latest: Entered | None, month: int) -> tuple[str, str]:
    if latest is None:
        return "missing", gettext("not entered")
    if latest.month == month:
        return "entered", gettext("entered")
    return "earlier", gettext("entered after %(month)s") % {"month": say(month_name(latest.month))}


def _record(dossier: Dossier, unit: str) -> RecordRow:
    held = track_records(dossier)[unit]
    language = current_language()
    share = "–" if held.share is None else format_number(held.share, 1, signed=True, language=language)
    hits = gettext("%(hits)d of %(count)d") % {"hits": held.hits, "count": len(held.past)}
    name = unit_name(dossier, unit, language)
    return RecordRow(name, len(held.past), tkr(held.bias, signed=True), share, hits, held.final)


def tkr(amount: Decimal | None, *, signed: bool = False) -> str:
    """An amount in kr as tkr without decimals."""
    return amount_text(rounded([amount], None, None, form=Unit.TKR)[0], Unit.TKR, signed=signed)


@dataclass(frozen=True)
class Interval:
    """A proposal in tkr, and `156 332 till 158 962`; a dash and nothing where there is none."""

    amount: str = "–"
    bounds: str = ""


def interval(found: Proposal | TooShort | None) -> Interval:
    """A proposal in words."""
    if not isinstance(found, Proposal):
        return Interval()
    words = {"low": tkr(found.low), "high": tkr(found.high)}
    return Interval(tkr(found.amount), gettext("%(low)s to %(high)s") % words)
