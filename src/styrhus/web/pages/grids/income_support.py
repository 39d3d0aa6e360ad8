"""Income support: what the frame pays for, the way to the target and what it costs, and the figures by year."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.grid_checks import support_problems
from styrhus.dossier.grids import norm_gap_of, support_goal, support_of
from styrhus.paper.blocks import Block
from styrhus.reports.parts.income_support import by_year, path_table, support_lead
from styrhus.store import read
from styrhus.web.frame import Link
from styrhus.web.kept import kept
from styrhus.web.pages.economy.blocks import page_html, page_setting
from styrhus.web.pages.grids.frame import grid_frame, text_of
from styrhus.web.pages.grids.placements import GridPage
from styrhus.web.permissions import Access, board_for


@require_safe
def income_support(request: HttpRequest, board: str, year: int) -> HttpResponse:
    """The page."""
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    values = support_of(dossier)
    told = [text_of(text) for text in support_lead(page_setting(dossier))] if values else []
    gap = norm_gap_of(dossier)
    page = GridPage(
        frame=grid_frame(
            request, access, dossier, title=_("Income support"),
            lead=told[0] if told else _("No income support is reported yet."),
        ),
        html=kept(dossier, "income-support", lambda: page_html(_blocks(dossier), access, dossier)),
        sentences=tuple(told[1:]),
        actions=_actions(access),
        sources=(gap.national.source,) if gap is not None and gap.national is not None else (),
        problems=tuple(support_problems(dossier)),
        workbook=reverse("grid_file", args=[board, year, "income-support"]) if values else "",
        is_empty=not values,
        empty_title=_("No income support is reported yet"),
        empty_text=_("A controller fills in households, mean cost and payments of budget, outcome and forecast."),
    )  # fmt: skip
    return render(request, "grids/page.html", {"page": page})


def _blocks(dossier: Dossier) -> Iterator[Block]:
    setting = page_setting(dossier)
    values = support_of(dossier)
    if values:
        yield by_year(setting, values)
    goal = support_goal(dossier)
    if goal is not None:
        yield path_table(setting, goal)


def _actions(access: Access) -> tuple[Link, ...]:
    place = [access.board, access.year]
    ahead = Link(_("Forecast"), reverse("forecast_income_support", args=place))
    if not access.may("report_income_support"):
        return (ahead,)
    return (Link(_("Fill in figures"), reverse("income_support_figures", args=place)), ahead)
