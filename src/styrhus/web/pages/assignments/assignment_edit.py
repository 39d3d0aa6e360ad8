"""Change, add and remove an assignment, and note how it goes."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrhus.actions.add_progress import add_progress
from styrhus.actions.change_assignment import change_assignment
from styrhus.actions.create_assignment import create_assignment
from styrhus.actions.remove_assignment import remove_assignment
from styrhus.dossier.dossier import Dossier
from styrhus.plan.assignment import Assignment, AssignmentStatus
from styrhus.store import read
from styrhus.web.forms.assignment import AssignmentForm
from styrhus.web.forms.edit_page import Task, respond
from styrhus.web.forms.progress import ProgressForm
from styrhus.web.forms.record_form import initial_of
from styrhus.web.forms.removal import RemovalForm
from styrhus.web.forms.save import actor, edited, sent
from styrhus.web.frame import Link, PageFrame, board_frame
from styrhus.web.pages.assignments.assignment import assignment_response, find_assignment
from styrhus.web.permissions import Access, board_for


def assignment_edit(request: HttpRequest, board: str, year: int, assignment: str) -> HttpResponse:
    access = board_for(request.user, board, year)
    record, version = _stored(board, year, assignment)
    access.require("change_assignment", record.responsible_unit)
    dossier = read.dossier(board, year)
    form = AssignmentForm(sent(request), dossier=dossier, initial={**initial_of(record), "version": version})
    home = reverse("assignment", args=[board, year, assignment])

    def write() -> str:
        change_assignment(board, year, assignment, form.values(), version=form.seen_version, by=actor(request))
        return home

    task = Task(
        frame=_frame(request, access, dossier, record, title=_("Edit assignment")), action=_("Save"), cancel=home,
        done=_("The assignment is saved."), write=write, stored=lambda: _stored(board, year, assignment),
    )  # fmt: skip
    return respond(request, form, task)


def assignment_new(request: HttpRequest, board: str, year: int) -> HttpResponse:
    access = board_for(request.user, board, year)
    access.require("create_assignment")
    dossier = read.dossier(board, year)
    initial = {
        "kind": "decision", "decided_by": "nämnd", "status": AssignmentStatus.NOT_STARTED, "reporting_required": True,
        "responsible": (dossier.board.name,), "origin": request.GET.get("origin", ""),
    }  # fmt: skip
    form = AssignmentForm(sent(request), dossier=dossier, initial=initial)

    def write() -> str:
        made = create_assignment(board, year, form.values(), by=actor(request))
        return reverse("assignment", args=[board, year, made.id])

    task = Task(
        frame=board_frame(request, access, dossier, section="assignments", title=_("New assignment")),
        action=_("Add assignment"), cancel=reverse("assignments", args=[board, year]),
        done=_("The assignment is added."), write=write,
    )  # fmt: skip
    return respond(request, form, task)


def assignment_remove(request: HttpRequest, board: str, year: int, assignment: str) -> HttpResponse:
    access = board_for(request.user, board, year)
    record, version = _stored(board, year, assignment)
    access.require("remove_assignment", record.responsible_unit)
    form = RemovalForm(sent(request), initial={"version": version})

    def write() -> str:
        remove_assignment(board, year, assignment, version=form.seen_version, by=actor(request))
        return reverse("assignments", args=[board, year])

    dossier = read.dossier(board, year)
    task = Task(
        frame=_frame(request, access, dossier, record, title=_("Remove assignment")), action=_("Remove assignment"),
        cancel=reverse("assignment", args=[board, year, assignment]), done=_("The assignment is removed."),
        write=write, stored=lambda: _stored(board, year, assignment), danger=True,
        explanation=_("Its notes go too. The history keeps what it said."),
    )  # fmt: skip
    return respond(request, form, task)


@require_POST
def assignment_progress(request: HttpRequest, board: str, year: int, assignment: str) -> HttpResponse:
    access = board_for(request.user, board, year)
    record, _version = _stored(board, year, assignment)
    access.require("add_progress", record.responsible_unit)
    form = ProgressForm(request.POST)

    def write() -> None:
        held = form.cleaned_data
        add_progress(
            board, year, assignment, held["text"],
            day=held["day"], status=AssignmentStatus(held["status"]), version=form.seen_version, by=actor(request),
        )  # fmt: skip

    result = edited(request, form, write=write, stored=lambda: _stored(board, year, assignment))
    if result.saved:
        messages.success(request, _("The note is added."))
        return redirect("assignment", board, year, assignment)
    dossier = read.dossier(board, year)
    return assignment_response(
        request, access, dossier, find_assignment(dossier, assignment), form=form, refused=result
    )


def _stored(board: str, year: int, assignment: str) -> tuple[Assignment, int]:
    """The assignment as it is now."""
    dossier, version = read.with_version(board, year, "assignments", assignment)
    return find_assignment(dossier, assignment), version


def _frame(request: HttpRequest, access: Access, dossier: Dossier, record: Assignment, *, title: str) -> PageFrame:
    """The frame of a page below that of an assignment."""
    own = Link(record.title, reverse("assignment", args=[access.board, access.year, record.id]))
    return board_frame(request, access, dossier, section="assignments", title=title, lead=record.title, crumbs=(own,))
