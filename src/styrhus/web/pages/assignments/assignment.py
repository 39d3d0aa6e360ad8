"""The page of an assignment: what is asked, by whom, until when, how it goes."""

from dataclasses import dataclass, replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from styrhus.actions.conflict import Conflict
from styrhus.dossier.dossier import Dossier
from styrhus.plan.assignment import Assignment, ProgressNote
from styrhus.plan.goal import Goal
from styrhus.plan.organisation import OrganisationUnit
from styrhus.store import read
from styrhus.web.changes import ChangeLine, changes
from styrhus.web.forms.progress import ProgressForm
from styrhus.web.forms.save import Edited
from styrhus.web.frame import PageFrame, board_frame
from styrhus.web.pages.assignments.due import reference_day
from styrhus.web.pages.assignments.rows import AssignmentRow, assignment_row, remarks
from styrhus.web.permissions import Access, board_for


@dataclass(frozen=True)
class AssignmentPage:
    """`form` is there for those who may add a note."""

    frame: PageFrame
    row: AssignmentRow
    goal: Goal | None
    unit: OrganisationUnit | None
    progress: tuple[ProgressNote, ...]
    siblings: int
    form: ProgressForm | None
    may_edit: bool
    may_remove: bool
    changes: tuple[ChangeLine, ...] = ()
    conflict: Conflict | None = None

    @property
    def assignment(self) -> Assignment:
        return self.row.assignment


@require_safe
def assignment(request: HttpRequest, board: str, year: int, assignment: str) -> HttpResponse:
    access = board_for(request.user, board, year)
    version = read.versions(board, year, "assignments").get(assignment, 0)
    dossier = read.dossier(board, year)
    found = find_assignment(dossier, assignment)
    form = ProgressForm(initial={"day": localdate(), "status": found.status, "version": version})
    return assignment_response(request, access, dossier, found, form=form)


def assignment_response(
    request: HttpRequest, access: Access, dossier: Dossier, found: Assignment, *,
    form: ProgressForm, refused: Edited | None = None,
) -> HttpResponse:  # fmt: skip
    """The page, with an unfinished note when one was refused."""
    frame = board_frame(request, access, dossier, section="assignments", title=found.title)
    page = assignment_page(dossier, found, frame, access=access, form=form)
    page = replace(
        page,
        changes=changes(access, found.id, kinds=("assignment", "progress_note")),
        conflict=refused.conflict if refused else None,
    )
    status = refused.http_status if refused else 200
    return render(request, "assignments/assignment.html", {"page": page}, status=status)


def assignment_page(
    dossier: Dossier, found: Assignment, frame: PageFrame, *, access: Access, form: ProgressForm
) -> AssignmentPage:
    """The values of the page from a dossier."""
    today = localdate()
    may_add = access.may("add_progress", found.responsible_unit)
    return AssignmentPage(
        frame=frame,
        row=assignment_row(found, reference_day(dossier.plan, today), remarks(dossier)),
        goal=dossier.goal_by_id.get(found.goal or ""),
        unit=dossier.unit_by_id.get(found.responsible_unit or ""),
        progress=notes_of(dossier, found.id),
        siblings=sum(a.origin == found.origin for a in dossier.assignments) - 1,
        form=form if may_add else None,
        may_edit=access.may("change_assignment", found.responsible_unit),
        may_remove=access.may("remove_assignment", found.responsible_unit),
    )


def notes_of(dossier: Dossier, assignment: str) -> tuple[ProgressNote, ...]:
    """The notes on an assignment, latest first."""
    found = [note for note in dossier.progress if note.assignment == assignment]
    return tuple(sorted(found, key=lambda note: note.day, reverse=True))


def find_assignment(dossier: Dossier, key: str) -> Assignment:
    """The assignment with an id, or the page that says that there is none."""
    found = dossier.assignment_by_id.get(key)
    if found is None:
        raise Http404
    return found
