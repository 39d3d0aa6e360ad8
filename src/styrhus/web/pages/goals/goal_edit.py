"""Change, add and remove a goal."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from styrhus.actions.change_goal import change_goal
from styrhus.actions.create_goal import create_goal
from styrhus.actions.remove_goal import remove_goal
from styrhus.dossier.dossier import Dossier
from styrhus.store import read
from styrhus.values.record import Record
from styrhus.web.forms.edit_page import Task, respond
from styrhus.web.forms.goal import GoalForm
from styrhus.web.forms.record_form import initial_of
from styrhus.web.forms.removal import RemovalForm
from styrhus.web.forms.save import actor, sent
from styrhus.web.frame import Link, PageFrame, board_frame
from styrhus.web.pages.goals.goal import ancestor_links, find_goal
from styrhus.web.permissions import Access, board_for


def goal_edit(request: HttpRequest, board: str, year: int, goal: str) -> HttpResponse:
    access = board_for(request.user, board, year)
    access.require("change_goal")
    record, version = _stored(board, year, goal)
    dossier = read.dossier(board, year)
    initial = {**initial_of(record), "version": version}
    form = GoalForm(sent(request), dossier=dossier, goal=goal, initial=initial)
    home = reverse("goal", args=[board, year, goal])

    def write() -> str:
        change_goal(board, year, goal, form.values(), version=form.seen_version, by=actor(request))
        return home

    task = Task(
        frame=_frame(request, access, goal, title=_("Edit goal")), action=_("Save"), cancel=home,
        done=_("The goal is saved."), write=write, stored=lambda: _stored(board, year, goal),
    )  # fmt: skip
    return respond(request, form, task)


def goal_new(request: HttpRequest, board: str, year: int) -> HttpResponse:
    access = board_for(request.user, board, year)
    access.require("create_goal")
    dossier = read.dossier(board, year)
    initial = {"parents": request.GET.getlist("parent"), "change": "new", "level": request.GET.get("level", "")}
    form = GoalForm(sent(request), dossier=dossier, initial=initial)

    def write() -> str:
        made = create_goal(board, year, form.values(), by=actor(request))
        return reverse("goal", args=[board, year, made.id])

    frame = board_frame(request, access, dossier, section="goals", title=_("New goal"))
    cancel = reverse("goals", args=[board, year])
    return respond(
        request, form, Task(frame=frame, action=_("Add goal"), cancel=cancel, done=_("The goal is added."), write=write)
    )


def goal_remove(request: HttpRequest, board: str, year: int, goal: str) -> HttpResponse:
    access = board_for(request.user, board, year)
    access.require("remove_goal")
    _record, version = _stored(board, year, goal)
    form = RemovalForm(sent(request), initial={"version": version})

    def write() -> str:
        remove_goal(board, year, goal, version=form.seen_version, by=actor(request))
        return reverse("goals", args=[board, year])

    task = Task(
        frame=_frame(request, access, goal, title=_("Remove goal")), action=_("Remove goal"),
        cancel=reverse("goal", args=[board, year, goal]), done=_("The goal is removed."), write=write,
        stored=lambda: _stored(board, year, goal), danger=True,
        explanation=_still_used(read.dossier(board, year), goal),
    )  # fmt: skip
    return respond(request, form, task)


def _still_used(dossier: Dossier, goal: str) -> str:
    """What has to be moved or removed first."""
    found = {
        _("goals below it"): len(dossier.children_of(goal)),
        _("indicators"): sum(i.goal == goal for i in dossier.indicators),
        _("assignments"): sum(a.goal == goal for a in dossier.assignments),
        _("undertakings"): sum(u.goal == goal for u in dossier.undertakings),
        _("observations"): sum(o.goal == goal for o in dossier.observations),
    }
    used = ", ".join(f"{word}: {count}" for word, count in found.items() if count)
    if not used:
        return _("Nothing refers to the goal, so it can be removed.")
    return _("The goal cannot be removed while something refers to it. Move or remove first: %(used)s.") % {
        "used": used
    }


def _stored(board: str, year: int, goal: str) -> tuple[Record, int]:
    """The goal as it is now."""
    dossier, version = read.with_version(board, year, "goals", goal)
    return find_goal(dossier, goal), version


def _frame(request: HttpRequest, access: Access, goal: str, *, title: str) -> PageFrame:
    """The frame of a page below that of a goal."""
    dossier = read.dossier(access.board, access.year)
    found = find_goal(dossier, goal)
    own = Link(found.name, reverse("goal", args=[access.board, access.year, goal]))
    crumbs = (*ancestor_links(dossier, found, access), own)
    return board_frame(request, access, dossier, section="goals", title=title, lead=found.name, crumbs=crumbs)
