"""Positions, reserve, surplus projects, investments, result units and keys of a version: each as a table and a form."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from styrhus.actions.change_investments import change_investments
from styrhus.actions.change_periodisation_keys import change_periodisation_keys
from styrhus.actions.change_positions import change_positions
from styrhus.actions.change_reserve import change_reserve
from styrhus.actions.change_surplus_projects import change_surplus_projects
from styrhus.actions.validation import fields_of
from styrhus.finance.budget.national_rates import NationalRate, internal_interest, overhead_rate
from styrhus.finance.budget.register_tables import (
    capital_months_table,
    capital_table,
    positions_table,
    reserve_table,
    result_unit_table,
    surplus_table,
)  # fmt: skip
from styrhus.finance.budget.reserve import ReserveState
from styrhus.finance.table import Table
from styrhus.reports.parts.budget import budget_block
from styrhus.store import read
from styrhus.values.number import format_number
from styrhus.values.record import Record
from styrhus.web.forms.record_table import Field
from styrhus.web.forms.save import actor
from styrhus.web.frame import current_language
from styrhus.web.pages.budget.fields import (
    investment_fields,
    key_fields,
    position_fields,
    project_fields,
    reserve_fields,
)  # fmt: skip
from styrhus.web.pages.budget.key_shape import shape_form, shape_line
from styrhus.web.pages.budget.lines import closed_words
from styrhus.web.pages.budget.place import Opened, opened, version_frame, version_links
from styrhus.web.pages.budget.scope import MOST_AT_ONCE, chosen_unit, of_unit, scope_form
from styrhus.web.pages.budget.table_page import NOTHING, Rows, Task, respond
from styrhus.web.pages.economy.blocks import page_html

Defaults = Mapping[str, object]
_WHOLE_YEAR = {"first_month": 1, "last_month": 12, "vacant_months": Decimal(0)}
_POSITIONS = gettext_lazy(
    "FTE × months × salary × (1 + payroll overhead). Months held vacant are the first ones and cost nothing. "
    "Titles, never names of persons."
)
_INVESTMENTS = gettext_lazy(
    "Straight-line depreciation from the month in use (RKR R4), interest on the book value at the opening of the year. "
    "An adopted version keeps the capital cost that it was adopted with."
)
_NO_RESULT_UNITS = gettext_lazy(
    "The board has no result units: units of that kind in the organisation, whose income is to cover their costs."
)


@dataclass(frozen=True)
class Register:
    """What is particular to one of the pages; `own` tells that its rows belong to the version."""

    name: str
    verb: str
    part: str
    title: str
    caption: str
    explanation: str
    fields: tuple[Field, ...]
    match: tuple[str, ...]
    defaults: Defaults
    write: Callable[..., object]
    own: bool = True
    unit: str = ""


def budget_positions(request: HttpRequest, board: str, year: int, version: str) -> HttpResponse:
    held = opened(request, board, year, version)
    rate = overhead_rate(held.version.year)
    own = [position for position in held.dossier.positions if position.budget == version]
    unit = chosen_unit(request, held, own)
    register = Register(
        "budget_positions", "change_positions", "positions", _("Positions"), _("Positions"),
        _told(str(_POSITIONS), rate, _("Payroll overhead")),
        position_fields(held.dossier, version, held.version.year), ("unit", "title"),
        {**_WHOLE_YEAR, "overhead_rate": rate.percent if rate else None},
        change_positions, unit=unit,
    )  # fmt: skip
    return _page(
        request, held, register, [positions_table(held.dossier, version, language=current_language())],
        extra=scope_form(request, held, own, unit) if len(own) > MOST_AT_ONCE else NOTHING,
    )  # fmt: skip


def budget_reserve(request: HttpRequest, board: str, year: int, version: str) -> HttpResponse:
    held = opened(request, board, year, version)
    register = Register(
        "budget_reserve", "change_reserve", "reserve_items", _("The central reserve"), _("Items of the reserve"),
        _("Parked money lies at the whole board. Released it belongs to its unit, from its month on."),
        reserve_fields(held.dossier, held.version.year), ("name",), {"state": ReserveState.PARKED}, change_reserve,
    )  # fmt: skip
    return _page(
        request, held, register, [reserve_table(held.dossier, version, language=current_language())],
        extra=_releases(request, held),
    )  # fmt: skip


def _releases(request: HttpRequest, held: Opened) -> SafeString:
    """The parked items with the way to release each, also from an adopted budget."""
    if not held.access.may("release_reserve_item"):
        return SafeString("")
    parked = [
        (item.name, held.href("reserve_release", item.id))
        for item in held.dossier.reserve_items
        if item.budget == held.version.id and item.state is ReserveState.PARKED
    ]
    return render_to_string("budget/_releases.html", {"parked": parked}, request)


def budget_surplus(request: HttpRequest, board: str, year: int, version: str) -> HttpResponse:
    held = opened(request, board, year, version)
    register = Register(
        "budget_surplus", "change_surplus_projects", "surplus_projects", _("Projects paid by accumulated surplus"),
        _("Projects"), _("What a project's positions cost comes from the positions, where each names its project."),
        project_fields(held.dossier, held.version.year), ("name",), {"amount": Decimal(0)}, change_surplus_projects,
    )  # fmt: skip
    return _page(request, held, register, [surplus_table(held.dossier, version, language=current_language())])


def budget_investments(request: HttpRequest, board: str, year: int, version: str) -> HttpResponse:
    held = opened(request, board, year, version)
    at, language = held.version.year, current_language()
    rate = internal_interest(at)
    register = Register(
        "budget_investments", "change_investments", "investments", _("Investments"), _("Investments"),
        _told(str(_INVESTMENTS), rate, _("Internal interest")),
        investment_fields(held.dossier, at), ("name",),
        {"frame_year": at, "year": at, "month": 1, "interest_rate": rate.percent if rate else None},
        change_investments, own=False,
    )  # fmt: skip
    tables = [
        capital_table(held.dossier, at, language=language),
        capital_months_table(held.dossier, at, language=language),
    ]
    return _page(request, held, register, tables)


def budget_keys(request: HttpRequest, board: str, year: int, version: str) -> HttpResponse:
    """The keys, and the shape of last year's ledger as a new one."""
    held = opened(request, board, year, version)
    register = Register(
        "budget_keys", "change_periodisation_keys", "periodisation_keys", _("Periodisation keys"),
        _("Weights by month"),
        _("Only the proportions of the weights count: twelve equal ones are twelfths. They are all of one sign."),
        key_fields(), ("name",), {}, change_periodisation_keys, own=False,
    )  # fmt: skip
    return _page(request, held, register, [], extra=shape_form(request, held), shape=True)


@require_safe
def budget_result_units(request: HttpRequest, board: str, year: int, version: str) -> HttpResponse:
    held = opened(request, board, year, version)
    table = result_unit_table(held.dossier, version, language=current_language())
    task = Task(
        frame=version_frame(request, held, title=_("Result units"), lead=held.version.name),
        links=version_links(held, "budget_result_units"), fields=(), records=lambda: (), write=None, match=(),
        caption="", html=_html(held, [table]),
        closed="" if table.rows else str(_NO_RESULT_UNITS),
    )  # fmt: skip
    return respond(request, task)


def _page(
    request: HttpRequest, held: Opened, register: Register, tables: Sequence[Table], *,
    extra: SafeString = NOTHING, shape: bool = False,
) -> HttpResponse:  # fmt: skip
    if request.method == "POST":
        held.access.require(register.verb)
    place = held.access.board, held.access.year
    may = held.may(register.verb) if register.own else held.access.may(register.verb)

    def write(rows: Rows, shown: tuple[str, ...], seen: str) -> object:
        own = (held.version.id,) if register.own else ()
        return register.write(*place, *own, rows, shown=shown, seen=seen, by=actor(request))

    task = Task(
        frame=version_frame(request, held, title=register.title, lead=held.version.name),
        links=version_links(held, register.name),
        fields=register.fields,
        records=lambda: _records(read.dossier(*place), held, register),
        write=write if may else None,
        match=register.match,
        caption=register.caption,
        explanation=register.explanation,
        html=_html(held, tables),
        closed=closed_words(held) if register.own else "",
        merge=_merge(register.defaults),
        extra=extra,
    )
    if shape and may:
        task = replace(task, added=shape_line(request, held, register.fields))
    return respond(request, task)


def _records(dossier: Any, held: Opened, register: Register) -> tuple[Record, ...]:
    records = [r for r in getattr(dossier, register.part) if not register.own or r.budget == held.version.id]
    return of_unit(held, records, register.unit)


def _merge(defaults: Defaults) -> Callable[[Record | None, dict[str, object]], dict[str, object]]:
    """A record's fields with what was typed; what is left empty in a new one is as the defaults say."""

    def merge(old: Record | None, typed: dict[str, object]) -> dict[str, object]:
        given = {name: defaults.get(name) if value is None else value for name, value in typed.items()}
        return {**(fields_of(old) if old is not None else {}), **given}

    return merge


def _html(held: Opened, tables: Sequence[Table]) -> SafeString:
    blocks = [budget_block(table, current_language()) for table in tables if table.rows]
    return page_html(blocks, held.access, held.dossier)


def _told(words: str, rate: NationalRate | None, name: str) -> str:
    """The explanation with the rate that is proposed nationally, which an empty cell takes."""
    if rate is None:
        return words
    told = _("%(name)s left empty becomes %(percent)s %%, as proposed nationally for %(year)s (%(source)s).")
    percent = format_number(rate.percent, language=current_language())
    return f"{words} {told % {'name': name, 'percent': percent, 'year': rate.year, 'source': rate.source}}"
