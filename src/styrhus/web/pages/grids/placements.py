"""Placements: what differs and why, whether the amounts are plausible, and the ledger beside them."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.grid_checks import placement_problems
from styrhus.dossier.grids import placement_goals, placements_of
from styrhus.finance.grids.placement_grid import GridColumn, PlacementGrid
from styrhus.paper.blocks import Block
from styrhus.reports.parts.placement_checks import plausibility, reconciliation
from styrhus.reports.parts.placement_effects import differences
from styrhus.reports.parts.placement_lines import Pair, column_words, default_pair
from styrhus.reports.parts.placements import (
    goal_sentence,
    judged_column,
    ledger_columns,
    near_columns,
    placement_lead,
    side_by_side,
)
from styrhus.store import read
from styrhus.values.problem import Problem
from styrhus.web.frame import Link, PageFrame, say
from styrhus.web.kept import kept
from styrhus.web.pages.economy.blocks import page_html, page_setting
from styrhus.web.pages.grids.frame import Choice, grid_frame, text_of
from styrhus.web.permissions import Access, board_for


@dataclass(frozen=True)
class GridPage:
    """A grid's page: words, tables, and where a controller goes on."""

    frame: PageFrame
    html: SafeString
    sentences: tuple[str, ...] = ()
    actions: tuple[Link, ...] = ()
    choices: tuple[tuple[str, str, tuple[Choice, ...]], ...] = ()
    rows: tuple[tuple[Link, Link], ...] = ()
    sources: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    workbook: str = ""
    is_empty: bool = False
    empty_title: str = ""
    empty_text: str = ""


@require_safe
def placements(request: HttpRequest, board: str, year: int) -> HttpResponse:
    """The page; `before` and `after` in the address choose what is compared."""
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    grid = placements_of(dossier)
    pair = _asked(request, grid) or default_pair(grid, year)
    setting = page_setting(dossier)
    told = [text_of(text) for text in placement_lead(setting, pair)] if grid.columns else []
    told += [text_of(goal_sentence(goal)) for goal in placement_goals(dossier)]
    lead = told[0] if told else _("No placements are in the grid yet.")
    key = ("placements", pair)
    page = GridPage(
        frame=grid_frame(request, access, dossier, title=_("Placements"), lead=lead),
        html=kept(dossier, key, lambda: page_html(_blocks(dossier, grid, pair), access, dossier)),
        sentences=tuple(told[1:]),
        actions=tuple(_actions(access, grid)),
        choices=_choices(grid, pair),
        rows=tuple(_row_links(access, grid)),
        problems=tuple(placement_problems(dossier)),
        workbook=reverse("grid_file", args=[board, year, "placements"]) if grid.columns else "",
        is_empty=not grid.columns,
        empty_title=_("No placements are in the grid yet"),
        empty_text=_("A controller adds rows – target group, form of care, own or external – and fills in figures."),
    )
    return render(request, "grids/page.html", {"page": page})


def _asked(request: HttpRequest, grid: PlacementGrid) -> Pair | None:
    columns = {column.id: column for column in grid.columns}
    before, after = (columns.get(request.GET.get(name, "")) for name in ("before", "after"))
    return None if before is None or after is None or before == after else Pair(before, after)


def _blocks(dossier: Dossier, grid: PlacementGrid, pair: Pair | None) -> Iterator[Block]:
    """The tables; those of a comparison only when there are two columns to compare."""
    setting = page_setting(dossier)
    if not grid.columns:
        return
    yield side_by_side(setting, near_columns(grid, dossier.plan.year, pair))
    if pair is None:
        return
    yield differences(setting, pair)
    judged = judged_column(grid, pair)
    if judged is not None:
        yield plausibility(setting, judged)
    for column in ledger_columns(grid, pair, dossier.plan.year):
        held = reconciliation(setting, column)
        if held is not None:
            yield held


def _choices(grid: PlacementGrid, pair: Pair | None) -> tuple[tuple[str, str, tuple[Choice, ...]], ...]:
    if pair is None:
        return ()
    words = (("before", _("Compare"), pair.before), ("after", _("with"), pair.after))
    return tuple((name, word, _options(grid, chosen)) for name, word, chosen in words)


def _options(grid: PlacementGrid, chosen: GridColumn) -> tuple[Choice, ...]:
    return tuple(Choice(column.id, say(column_words(column)), column == chosen) for column in grid.columns)


def _actions(access: Access, grid: PlacementGrid) -> Iterator[Link]:
    place = [access.board, access.year]
    if access.may("report_placements") and grid.rows:
        yield Link(_("Fill in figures"), reverse("placement_figures", args=place))
    if access.may("create_placement_row"):
        yield Link(_("New row"), reverse("placement_row_new", args=place))


def _row_links(access: Access, grid: PlacementGrid) -> Iterator[tuple[Link, Link]]:
    """Where each row is changed, and where it is removed."""
    if access.may("change_placement_row"):
        for row in grid.rows:
            place = [access.board, access.year, row.id]
            name = f"{row.target_group}: {row.name}"
            removal = Link(_("Remove %(name)s") % {"name": name}, reverse("placement_row_remove", args=place))
            yield Link(name, reverse("placement_row_edit", args=place)), removal
