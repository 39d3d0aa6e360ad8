"""One unit: its children and cost types, why it deviates, its months, and what it has forecast itself."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.follow_up import follow_up as follow_up_of
from styrhus.dossier.follow_up_figures import type_name, unit_name
from styrhus.dossier.volume_effects import volume_effects
from styrhus.finance.follow_up.cell import ALL, UNMAPPED
from styrhus.finance.follow_up.forecast import UnitForecast
from styrhus.finance.follow_up.rounded import DECIMALS
from styrhus.finance.follow_up.view import FollowUp
from styrhus.finance.grids.effects import Effects
from styrhus.finance.grids.placement_grid import GridColumn
from styrhus.finance.labels import label
from styrhus.reports.months import month_name
from styrhus.store import read
from styrhus.values.number import round_half_up
from styrhus.values.unit import KRONOR, Unit
from styrhus.web.addresses import address_of
from styrhus.web.frame import Link, PageFrame, board_frame, current_language, say
from styrhus.web.kept import kept
from styrhus.web.pages.follow_up.chart import course_chart
from styrhus.web.pages.follow_up.chosen import Chosen
from styrhus.web.pages.follow_up.follow_up import Choices, choices, type_table
from styrhus.web.pages.follow_up.rows import Amount, Rows, Table, amount_text, capital
from styrhus.web.pages.follow_up.words import data_age, is_synthetic, lead
from styrhus.web.permissions import Access, board_for


@dataclass(frozen=True)
class MonthRow:
    name: str
    amounts: tuple[Amount, ...]


@dataclass(frozen=True)
class Said:
    """What a unit forecast in one month, and what it said about it."""

    month: str
    kind: str
    amount: str
    comment: str
    action: str
    who: str
    day: date | None


@dataclass(frozen=True)
class EffectRow:
    """A row of the placement grid, or all of them, split into why it costs another amount."""

    name: str
    difference: str
    volume: str
    price: str
    mix: str
    other: str


@dataclass(frozen=True)
class EffectTable:
    """`words` tells what is compared."""

    words: str
    rows: tuple[EffectRow, ...]
    whole: EffectRow
    href: str


@dataclass(frozen=True)
class UnitPage:
    frame: PageFrame
    choices: Choices
    table: Table | None
    types: Table
    chart: SafeString
    months: tuple[MonthRow, ...]
    unit: str
    said: tuple[Said, ...]
    forecast_href: str
    may_forecast: bool
    synthetic: bool
    accrued: str
    effects: EffectTable | None


@require_safe
def follow_up_unit(request: HttpRequest, board: str, year: int, unit: str) -> HttpResponse:
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    chosen = Chosen.read(request.GET, dossier)
    view = follow_up_of(dossier, chosen.month)
    if unit not in dossier.unit_by_id and unit not in view.children():
        raise Http404
    page = _page(request, access, dossier, (view, chosen, unit))
    if getattr(request, "htmx", False):
        return render(request, "follow_up/_unit.html", {"page": page})
    return render(request, "follow_up/unit.html", {"page": page})


def _page(request: HttpRequest, access: Access, dossier: Dossier, shown: tuple[FollowUp, Chosen, str]) -> UnitPage:
    view, chosen, unit = shown
    rows = Rows(dossier, view, chosen)
    children = view.children(unit) if unit != UNMAPPED else ()
    accrued = view.line(unit).accumulated.accrued
    return UnitPage(
        frame=unit_frame(request, access, dossier, unit=unit, lead=lead(dossier, view, unit), view=view),
        choices=choices(dossier, view, chosen, kinds=False),
        table=kept(dossier, ("below", unit, chosen), lambda: _below(rows, unit)) if children else None,
        types=type_table(rows, unit),
        chart=course_chart(access, dossier, view, (unit, ALL)),
        months=_months(view, unit, chosen.unit),
        unit=chosen.form,
        said=_said(dossier, unit),
        forecast_href=address_of("unit_forecast", access.board, access.year, unit) + f"?month={chosen.month}"
        if unit in dossier.unit_by_id
        else "",
        may_forecast=unit in dossier.unit_by_id and access.may("enter_forecast", unit),
        synthetic=is_synthetic(dossier, view.year),
        accrued=_text(accrued, chosen.unit) if accrued else "",
        effects=kept(
            dossier, ("effects", unit, chosen), lambda: _effects(access, dossier, view, unit, form=chosen.unit)
        ),
    )


def _below(rows: Rows, unit: str) -> Table:
    words = gettext("By unit"), gettext("Unit")
    return Table(*words, rows.groups(), rows.headings(), rows.units(unit), rows.chosen.form)


def unit_frame(
    request: HttpRequest, access: Access, dossier: Dossier, *, unit: str, lead: str, view: FollowUp, title: str = "",
    below: str = "",
) -> PageFrame:  # fmt: skip
    """The frame of a page about a unit, or of one `below` it, whose `title` is another."""
    name = unit_name(dossier, unit, current_language())
    place = (access.board, access.year)
    query = f"?month={view.month}"
    crumbs = [Link(gettext("Follow-up"), address_of("follow_up", *place) + query)]
    for above in _above(dossier, unit):
        crumbs.append(Link(unit_name(dossier, above), address_of("follow_up_unit", *place, above) + query))
    if below and unit != ALL:
        crumbs.append(Link(name, address_of("follow_up_unit", *place, unit) + query))
    return board_frame(
        request, access, dossier, section="economy", title=title or name, lead=lead,
        data_age=data_age(dossier, view), crumbs=crumbs,
    )  # fmt: skip


def _above(dossier: Dossier, unit: str) -> tuple[str, ...]:
    """The units above, topmost first."""
    found: list[str] = []
    held = dossier.unit_by_id.get(unit)
    while held is not None and held.parent in dossier.unit_by_id and held.parent not in found:
        found.insert(0, held.parent or "")
        held = dossier.unit_by_id.get(held.parent or "")
    return tuple(above for above in found if above != unit)


def _months(view: FollowUp, unit: str, form: Unit) -> tuple[MonthRow, ...]:
    """Budget, actual, variance and last year of each month."""
    return tuple(
        MonthRow(
            capital(say(month_name(number))),
            (
                Amount(_text(held.budget, form)), Amount(_text(held.actual, form)),
                Amount(_text(held.variance, form, signed=True), "", (held.variance or 0) < 0),
                Amount(_text(held.last_year, form)),
            ),
        )
        for number, held in enumerate(view.months(unit), start=1)
    )  # fmt: skip


def _effects(access: Access, dossier: Dossier, view: FollowUp, unit: str, *, form: Unit) -> EffectTable | None:
    """Volume, price and mix of the placements that the unit pays for."""
    found = volume_effects(dossier, view.below(unit))
    if found is None:
        return None
    words = {"before": _column_word(found.before), "after": _column_word(found.after)}
    return EffectTable(
        gettext("From %(before)s to %(after)s") % words,
        tuple(_effect(row.name, effects, form) for row, effects in found.rows),
        _effect(gettext("Total"), found.whole, form),
        address_of("placements", access.board, access.year),
    )


def _effect(name: str, found: Effects, form: Unit) -> EffectRow:
    amounts = (found.difference, found.volume, found.price, found.mix, found.other)
    difference, volume, price, mix, other = (_text(amount, form, signed=True) for amount in amounts)
    return EffectRow(name, difference, volume, price, mix, other)


def _column_word(column: GridColumn) -> str:
    return f"{say(label(column.basis)).lower()} {column.year}"


def _text(amount: Decimal | None, form: Unit, *, signed: bool = False) -> str:
    rounded = None if amount is None else round_half_up(amount / KRONOR[form], DECIMALS[form])
    return amount_text(rounded, form, signed=signed)


def _said(dossier: Dossier, unit: str) -> tuple[Said, ...]:
    """The forecasts of the unit, the latest first."""
    held = [row for row in dossier.unit_forecasts if row.unit == unit and row.year == dossier.plan.year]
    return tuple(_one(row) for row in sorted(held, key=lambda row: -row.month))


def _one(row: UnitForecast) -> Said:
    kind = say(type_name(row.cost_type)) if row.cost_type else gettext("all cost types")
    amount = f"{_text(row.amount, Unit.TKR)} tkr"
    month = capital(say(month_name(row.month)))
    return Said(month, kind, amount, row.comment, row.action, row.entered_by, row.entered_on)
