"""The page of a goal: what it says, why, what is done for it, and whether it is reached."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.judgements import GoalStatus
from styrhus.dossier.standing import Standing, standing
from styrhus.plan.assignment import Assignment
from styrhus.plan.goal import Goal
from styrhus.plan.labels import label
from styrhus.plan.steering import Level
from styrhus.plan.undertaking import Observation, ObservationKind, Undertaking
from styrhus.store import read
from styrhus.values.text import Text
from styrhus.web.frame import Link, PageFrame, board_frame, current_language
from styrhus.web.pages.goals.rows import IndicatorRow, indicator_rows, shown_years
from styrhus.web.pages.goals.tree import goal_status_now, level_of
from styrhus.web.permissions import Access, board_for


@dataclass(frozen=True)
class Relative:
    """A goal above or below, with the name of its level and its status."""

    goal: Goal
    level: Level | None
    status: GoalStatus


@dataclass(frozen=True)
class AssessedUndertaking:
    undertaking: Undertaking
    assessment: Text


@dataclass(frozen=True)
class LinkedAssignment:
    assignment: Assignment
    status: Text


@dataclass(frozen=True)
class GoalPage:
    frame: PageFrame
    goal: Goal
    level: Level | None
    change: Text
    status: GoalStatus
    standing: Standing
    years: tuple[int, ...]
    parents: tuple[Relative, ...]
    children: tuple[Relative, ...]
    rows: tuple[IndicatorRow, ...]
    positive: tuple[Observation, ...]
    to_improve: tuple[Observation, ...]
    undertakings: tuple[AssessedUndertaking, ...]
    assignments: tuple[LinkedAssignment, ...]
    may_edit: bool
    may_add_indicator: bool
    may_remove: bool


@require_safe
def goal(request: HttpRequest, board: str, year: int, goal: str) -> HttpResponse:
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    found = find_goal(dossier, goal)
    status = goal_status_now(dossier, standing(dossier), goal)
    frame = board_frame(
        request, access, dossier,
        section="goals", title=found.name, lead=standing(dossier).told(status).render(current_language()),
        crumbs=ancestor_links(dossier, found, access),
    )  # fmt: skip
    return render(request, "goals/goal.html", {"page": goal_page(dossier, found, frame, access)})


def goal_page(dossier: Dossier, found: Goal, frame: PageFrame, access: Access) -> GoalPage:
    """The values of the page from a dossier."""
    held = standing(dossier)
    observations = [o for o in dossier.observations if o.goal == found.id]
    return GoalPage(
        frame=frame,
        goal=found,
        level=level_of(dossier, found),
        change=label(found.change),
        status=goal_status_now(dossier, held, found.id),
        standing=held,
        years=shown_years(dossier),
        parents=tuple(_relative(dossier, dossier.goal_by_id[p], held) for p in found.parents),
        children=tuple(_relative(dossier, child, held) for child in dossier.children_of(found.id)),
        rows=tuple(indicator_rows(dossier)[i.id] for i in dossier.indicators_of(found.id)),
        positive=tuple(o for o in observations if o.kind is ObservationKind.POSITIVE),
        to_improve=tuple(o for o in observations if o.kind is ObservationKind.IMPROVE),
        undertakings=tuple(
            AssessedUndertaking(u, label(u.assessment)) for u in dossier.undertakings if u.goal == found.id
        ),
        assignments=tuple(LinkedAssignment(a, label(a.status)) for a in dossier.assignments if a.goal == found.id),
        may_edit=access.may("change_goal"),
        may_add_indicator=access.may("create_indicator"),
        may_remove=access.may("remove_goal"),
    )


def find_goal(dossier: Dossier, key: str) -> Goal:
    """The goal with an id, or the page that says that there is none."""
    found = dossier.goal_by_id.get(key)
    if found is None:
        raise Http404
    return found


def ancestor_links(dossier: Dossier, found: Goal, access: Access) -> tuple[Link, ...]:
    """The goals above by first parents, from the top."""
    links: list[Link] = []
    above = found
    while above.parents and len(links) < len(dossier.goals):
        above = dossier.goal_by_id[above.parents[0]]
        links.append(Link(above.name, reverse("goal", args=[access.board, access.year, above.id])))
    return tuple(reversed(links))


def _relative(dossier: Dossier, other: Goal, held: Standing) -> Relative:
    return Relative(other, level_of(dossier, other), goal_status_now(dossier, held, other.id))
