"""Change, add and remove a row of the placement grid."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from styrhus.actions.change_placement_row import change_placement_row
from styrhus.actions.create_placement_row import create_placement_row
from styrhus.actions.remove_placement_row import remove_placement_row
from styrhus.store import read
from styrhus.values.record import Record
from styrhus.web.forms.edit_page import Task, respond
from styrhus.web.forms.placement_row import PlacementRowForm
from styrhus.web.forms.record_form import initial_of
from styrhus.web.forms.removal import RemovalForm
from styrhus.web.forms.save import actor, sent
from styrhus.web.frame import PageFrame
from styrhus.web.pages.grids.frame import form_frame
from styrhus.web.permissions import Access, board_for


def placement_row_new(request: HttpRequest, board: str, year: int) -> HttpResponse:
    access = board_for(request.user, board, year)
    access.require("create_placement_row")
    form = PlacementRowForm(sent(request), dossier=read.dossier(board, year))
    home = reverse("placements", args=[board, year])

    def write() -> str:
        create_placement_row(board, year, form.values(), by=actor(request))
        return home

    task = Task(
        frame=_frame(request, access, title=_("New row")), action=_("Add row"), cancel=home,
        done=_("The row is added. Fill in its figures."), write=write,
    )  # fmt: skip
    return respond(request, form, task)


def placement_row_edit(request: HttpRequest, board: str, year: int, row: str) -> HttpResponse:
    access = board_for(request.user, board, year)
    access.require("change_placement_row")
    record, version = _stored(board, year, row)
    initial = {**initial_of(record), "version": version}
    form = PlacementRowForm(sent(request), dossier=read.dossier(board, year), initial=initial)
    home = reverse("placements", args=[board, year])

    def write() -> str:
        change_placement_row(board, year, row, form.values(), version=form.seen_version, by=actor(request))
        return home

    task = Task(
        frame=_frame(request, access, title=_("Edit row")), action=_("Save"), cancel=home,
        done=_("The row is saved."), write=write, stored=lambda: _stored(board, year, row),
    )  # fmt: skip
    return respond(request, form, task)


def placement_row_remove(request: HttpRequest, board: str, year: int, row: str) -> HttpResponse:
    access = board_for(request.user, board, year)
    access.require("remove_placement_row")
    _record, version = _stored(board, year, row)
    form = RemovalForm(sent(request), initial={"version": version})
    home = reverse("placements", args=[board, year])

    def write() -> str:
        remove_placement_row(board, year, row, version=form.seen_version, by=actor(request))
        return home

    task = Task(
        frame=_frame(request, access, title=_("Remove row")), action=_("Remove row"), cancel=home,
        done=_("The row and its figures are removed."), write=write, stored=lambda: _stored(board, year, row),
        danger=True, explanation=_("The row's figures of all years go with it."),
    )  # fmt: skip
    return respond(request, form, task)


def _stored(board: str, year: int, row: str) -> tuple[Record, int]:
    """The row as it is now; the version is read first, so that it is never newer than what is shown."""
    version = read.versions(board, year, "placement_rows").get(row, 0)
    found = next((held for held in read.dossier(board, year).placement_rows if held.id == row), None)
    if found is None:
        raise Http404
    return found, version


def _frame(request: HttpRequest, access: Access, *, title: str) -> PageFrame:
    dossier = read.dossier(access.board, access.year)
    return form_frame(request, access, dossier, title=title, below="placements", word=_("Placements"))
