"""The economy page: the frame, how it came about, and every table of the plan by kind."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_safe

from styrhus.dossier.dossier import Dossier
from styrhus.finance.labels import label
from styrhus.finance.selection import with_years, years_of
from styrhus.finance.table import Table, TableKind
from styrhus.reports.house import Wording, house
from styrhus.reports.parts.bridge import bridge_blocks
from styrhus.reports.parts.contradictions import contradiction_blocks
from styrhus.reports.parts.needs import need_blocks
from styrhus.reports.parts.tables import table_blocks
from styrhus.store import read
from styrhus.web.frame import PageFrame, board_frame, current_language
from styrhus.web.kept import fragment, kept
from styrhus.web.pages.economy.blocks import page_html, page_setting
from styrhus.web.pages.economy.facts import facts_table
from styrhus.web.pages.economy.filters import FORMS, EconomyFilter
from styrhus.web.permissions import Access, board_for


@dataclass(frozen=True)
class Choice:
    value: str
    word: str
    chosen: bool


@dataclass(frozen=True)
class ShownTable:
    """A table written out, with the page that shows it alone and the workbook that holds it."""

    href: str
    workbook: str
    caption: str
    html: SafeString


@dataclass(frozen=True)
class KindGroup:
    anchor: str
    heading: str
    tables: tuple[ShownTable, ...]


@dataclass(frozen=True)
class Written:
    """What the page writes out of the plan; `groups` has the tables that were asked for."""

    bridge: SafeString
    groups: tuple[KindGroup, ...]
    needs: SafeString
    facts: SafeString
    explained: SafeString


@dataclass(frozen=True)
class EconomyPage:
    frame: PageFrame
    written: Written
    kinds: tuple[Choice, ...]
    units: tuple[Choice, ...]
    years: tuple[Choice, ...]
    filtered: bool
    contradictions: str
    is_empty: bool
    may_change: bool


@require_safe
def economy(request: HttpRequest, board: str, year: int) -> HttpResponse:
    """All money of the plan; htmx asks for the tables alone when a filter changes."""
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    frame = board_frame(request, access, dossier, section="economy", title=gettext("Economy"), lead=lead(dossier))
    page = _page(frame, access, dossier, EconomyFilter.read(request.GET))
    tables = fragment(request, dossier, "economy/_tables.html", page)
    if getattr(request, "htmx", False):
        return HttpResponse(tables)
    return render(request, "economy/economy.html", {"page": page, "tables": tables})


def lead(dossier: Dossier) -> str:
    """The frame and what has come to it, in words."""
    return Wording(house(dossier), current_language()).economy_lead()


def _page(frame: PageFrame, access: Access, dossier: Dossier, chosen: EconomyFilter) -> EconomyPage:
    return EconomyPage(
        frame=frame,
        written=kept(dossier, ("economy", chosen), lambda: _written(access, dossier, chosen)),
        kinds=_kinds(dossier, chosen),
        units=tuple(Choice(unit, unit, unit == chosen.unit) for unit in FORMS),
        years=tuple(Choice(str(y), str(y), y in chosen.years) for y in years_of(dossier.tables)),
        filtered=chosen.is_active,
        contradictions=_contradictions(dossier),
        is_empty=not (dossier.tables or dossier.frames or dossier.facts or dossier.needs),
        may_change=bool(dossier.tables) and access.may("change_tables"),
    )


def _written(access: Access, dossier: Dossier, chosen: EconomyFilter) -> Written:
    setting = page_setting(dossier)
    wanted = chosen.kind is None and not chosen.years
    facts = [facts_table(setting)] if dossier.facts and wanted else []
    needs = need_blocks(setting, 1) if wanted else ()
    return Written(
        bridge=page_html(bridge_blocks(setting), access, dossier),
        groups=_groups(access, dossier, chosen),
        needs=page_html(needs, access, dossier, prefix="needs-"),
        facts=page_html(facts, access, dossier),
        explained=page_html(contradiction_blocks(setting, 1) if wanted else (), access, dossier),
    )


def _groups(access: Access, dossier: Dossier, chosen: EconomyFilter) -> tuple[KindGroup, ...]:
    """Tables under their kinds, in the order of the kinds, with the columns that were asked for."""
    groups = []
    for kind in TableKind:
        tables = [table for table in dossier.tables if table.kind is kind and chosen.kind in {None, kind}]
        shown = [_shown(access, dossier, table, chosen) for table in tables]
        held = tuple(table for table in shown if table is not None)
        if held:
            groups.append(KindGroup(kind.value, label(kind).render(current_language()), held))
    return tuple(groups)


def _shown(access: Access, dossier: Dossier, table: Table, chosen: EconomyFilter) -> ShownTable | None:
    narrowed = with_years(table, chosen.years) if chosen.years else table
    if narrowed is None:
        return None
    blocks = table_blocks(page_setting(dossier), narrowed, chosen.form)
    href = reverse("economy_table", args=[access.board, access.year, table.id])
    workbook = reverse("table_file", args=[access.board, access.year, table.id])
    return ShownTable(href, workbook, table.caption, page_html(blocks, access, dossier, prefix=f"{table.id}-"))


def _kinds(dossier: Dossier, chosen: EconomyFilter) -> tuple[Choice, ...]:
    held = {table.kind for table in dossier.tables}
    return tuple(
        Choice(kind.value, label(kind).render(current_language()), kind is chosen.kind)
        for kind in TableKind
        if kind in held
    )


def _contradictions(dossier: Dossier) -> str:
    """How many published figures contradict another; empty when none does."""
    number = len(dossier.contradictions)
    if not number:
        return ""
    return ngettext(
        "In %(number)d place the published plan contradicts itself. Figures are kept as published and marked *.",
        "In %(number)d places the published plan contradicts itself. Figures are kept as published and marked *.",
        number,
    ) % {"number": number}
