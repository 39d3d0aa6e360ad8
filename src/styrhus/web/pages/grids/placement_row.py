"""Change, add and remove a row of the placement grid."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from styrhus.actions.change_placement_row import change_placement_row
from styrhus.actions.create_placement_row import create_placement_row
from styrhus.actions.remove_placement_row import remove_placement_row
from styrhus.web.forms.placement_row import PlacementRowForm
from styrhus.web.forms.record_form import initial_of
from styrhus.web.forms.removal import RemovalForm
from styrhus.web.forms.save import actor, sent
from styrhus.web.pages.economy.record_task import Place, Words, answer
from styrhus.web.permissions import board_for


def placement_row_new(request: HttpRequest, board: str, year: int) -> HttpResponse:
    place = _place(request, board, year, verb="create_placement_row")
    form = PlacementRowForm(sent(request), dossier=place.dossier())

    def write() -> str:
        create_placement_row(board, year, form.values(), by=actor(request))
        return place.address

    words = Words(_("New row"), _("Add row"), _("The row is added. Fill in its figures."))
    return answer(place, form, words, write=write)


def placement_row_edit(request: HttpRequest, board: str, year: int, row: str) -> HttpResponse:
    place = _place(request, board, year, verb="change_placement_row")
    record, version = place.stored(row)
    form = PlacementRowForm(sent(request), dossier=place.dossier(), initial={**initial_of(record), "version": version})

    def write() -> str:
        change_placement_row(board, year, row, form.values(), version=form.seen_version, by=actor(request))
        return place.address

    return answer(place, form, Words(_("Edit row"), _("Save"), _("The row is saved.")), write=write, key=row)


def placement_row_remove(request: HttpRequest, board: str, year: int, row: str) -> HttpResponse:
    place = _place(request, board, year, verb="remove_placement_row")
    _record, version = place.stored(row)
    form = RemovalForm(sent(request), initial={"version": version})

    def write() -> str:
        remove_placement_row(board, year, row, version=form.seen_version, by=actor(request))
        return place.address

    words = Words(
        _("Remove row"), _("Remove row"), _("The row and its figures are removed."),
        explanation=_("The row's figures of all years go with it."), danger=True,
    )  # fmt: skip
    return answer(place, form, words, write=write, key=row)


def _place(request: HttpRequest, board: str, year: int, *, verb: str) -> Place:
    access = board_for(request.user, board, year)
    access.require(verb)
    return Place(request, access, "placement_rows", "placements", _("Placements"))
