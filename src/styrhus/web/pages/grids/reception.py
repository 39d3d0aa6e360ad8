"""Reception: who comes, who leaves and who is there, what the state pays, and units that must come to zero."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.grid_checks import reception_problems
from styrhus.finance.grids.national import grant_per_person
from styrhus.paper.blocks import Block
from styrhus.reports.parts.reception import flow_table, income_table, reception_lead, result_units
from styrhus.store import read
from styrhus.web.frame import Link
from styrhus.web.kept import kept
from styrhus.web.pages.economy.blocks import page_html, page_setting
from styrhus.web.pages.grids.frame import grid_frame, text_of
from styrhus.web.pages.grids.placements import GridPage
from styrhus.web.permissions import Access, board_for


@require_safe
def reception(request: HttpRequest, board: str, year: int) -> HttpResponse:
    """The page."""
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    has_counts = bool(dossier.reception_cohorts)
    told = [text_of(text) for text in reception_lead(page_setting(dossier))] if has_counts else []
    national = None if dossier.grant_instalments else grant_per_person(year)
    blocks = tuple(_blocks(dossier))
    page = GridPage(
        frame=grid_frame(
            request, access, dossier, title=_("Reception"), lead=told[0] if told else _("No reception is counted yet.")
        ),
        html=kept(dossier, "reception", lambda: page_html(blocks, access, dossier)),
        sentences=tuple(told[1:]),
        actions=tuple(_actions(access, has_counts=has_counts)),
        sources=(national.source,) if has_counts and national is not None else (),
        problems=tuple(reception_problems(dossier)),
        workbook=reverse("grid_file", args=[board, year, "reception"]) if has_counts else "",
        is_empty=not blocks,
        empty_title=_("No reception is counted yet"),
        empty_text=_("A controller adds groups and counts those who were received and those who were there."),
    )
    return render(request, "grids/page.html", {"page": page})


def _blocks(dossier: Dossier) -> Iterator[Block]:
    setting = page_setting(dossier)
    if dossier.reception_cohorts:
        yield flow_table(setting)
        incomes = income_table(setting)
        if incomes is not None:
            yield incomes
    yield from result_units(setting)


def _actions(access: Access, *, has_counts: bool) -> Iterator[Link]:
    place = [access.board, access.year]
    if access.may("report_reception"):
        if has_counts:
            yield Link(_("Fill in figures"), reverse("reception_figures", args=place))
        yield Link(_("New group"), reverse("reception_group_new", args=place))
    if access.may("set_grant_instalments"):
        yield Link(_("State grants"), reverse("grant_instalments", args=place))
    if has_counts:
        yield Link(_("Forecast"), reverse("forecast_reception", args=place))
