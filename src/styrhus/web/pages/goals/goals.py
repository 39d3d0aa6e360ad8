"""The list of goals and indicators: as a tree of the steering model, or as one table."""

from collections import Counter
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.judgements import GoalStatus, status_of
from styrhus.dossier.standing import Standing, standing
from styrhus.plan.steering import Level
from styrhus.store import read
from styrhus.web.frame import PageFrame, board_frame, current_language
from styrhus.web.kept import fragment
from styrhus.web.pages.goals.filters import (
    Choice,
    GoalsFilter,
    breakdown_choices,
    level_choices,
    status_choices,
)
from styrhus.web.pages.goals.life import NewThisYear, new_this_year
from styrhus.web.pages.goals.rows import IndicatorRow, indicator_rows, shown_years
from styrhus.web.pages.goals.tree import Branch, tree
from styrhus.web.permissions import board_for


@dataclass(frozen=True)
class GoalsPage:
    """`rows` is filled in the table view, `branches` in the tree view."""

    frame: PageFrame
    chosen: GoalsFilter
    levels: tuple[Level, ...]
    standing: Standing
    status: GoalStatus
    years: tuple[int, ...]
    branches: tuple[Branch, ...]
    rows: tuple[IndicatorRow, ...]
    shown: int
    statuses: tuple[Choice, ...]
    board_levels: tuple[Choice, ...]
    breakdowns: tuple[Choice, ...]
    new: NewThisYear
    has_goals: bool
    may_add: bool

    @property
    def filtered(self) -> bool:
        return self.chosen.is_active


@require_safe
def goals(request: HttpRequest, board: str, year: int) -> HttpResponse:
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    held = standing(dossier)
    status = overall_status(dossier, held)
    frame = board_frame(
        request, access, dossier,
        section="goals", title=_("Goals"), lead=held.told(status).render(current_language()) if status.total else "",
    )  # fmt: skip
    page = goals_page(dossier, frame, GoalsFilter.read(request.GET.dict()), may_add=access.may("create_goal"))
    shown = fragment(request, dossier, "goals/_list.html", page)
    if getattr(request, "htmx", False):
        return HttpResponse(shown)
    return render(request, "goals/goals.html", {"page": page, "list": shown})


def goals_page(dossier: Dossier, frame: PageFrame, chosen: GoalsFilter, *, may_add: bool) -> GoalsPage:
    """The values of the page from a dossier and what the reader asked for."""
    held = standing(dossier)
    whole = tuple(indicator_rows(dossier)[i.id] for i in dossier.indicators if i.part_of is None)
    kept = tuple(row for row in whole if chosen.keeps(row))
    return GoalsPage(
        frame=frame,
        chosen=chosen,
        levels=dossier.steering.levels,
        standing=held,
        status=overall_status(dossier, held),
        years=shown_years(dossier),
        branches=tree(dossier, held, chosen) if chosen.view == "tree" else (),
        rows=kept if chosen.view == "table" else (),
        shown=len(kept),
        statuses=status_choices(held, chosen),
        board_levels=level_choices(dossier, chosen),
        breakdowns=breakdown_choices(dossier, chosen),
        new=new_this_year(dossier),
        has_goals=bool(dossier.goals),
        may_add=may_add,
    )


def overall_status(dossier: Dossier, held: Standing) -> GoalStatus:
    """All indicators of the plan together; parts of an index are counted in their index only."""
    return status_of(Counter(held.words[i.id] for i in dossier.indicators if i.part_of is None))
