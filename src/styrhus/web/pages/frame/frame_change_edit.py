"""Enter, change and remove a change of the frame."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from styrhus.actions.change_frame_change import change_frame_change
from styrhus.actions.create_frame_change import create_frame_change
from styrhus.actions.remove_frame_change import remove_frame_change
from styrhus.reports.parts.bridge import money_unit
from styrhus.web.forms.frame_change import FrameChangeForm
from styrhus.web.forms.record_form import initial_of
from styrhus.web.forms.removal import RemovalForm
from styrhus.web.forms.save import actor, sent
from styrhus.web.frame import Link
from styrhus.web.pages.economy.record_task import Place, Words, answer
from styrhus.web.permissions import board_for


def frame_change_new(request: HttpRequest, board: str, year: int) -> HttpResponse:
    place = _place(request, board, year, verb="create_frame_change")
    dossier = place.dossier()
    initial = {"year": year, "unit": money_unit(dossier), "permanence": "permanent", "kind": "other"}
    form = FrameChangeForm(sent(request), dossier=dossier, initial=initial)

    def write() -> str:
        create_frame_change(board, year, form.values(), by=actor(request))
        return place.address

    words = Words(_("New frame change"), _("Add change"), _("The change is added."))
    return answer(place, form, words, write=write)


def frame_change_edit(request: HttpRequest, board: str, year: int, change: str) -> HttpResponse:
    place = _place(request, board, year, verb="change_frame_change")
    record, version = place.stored(change)
    form = FrameChangeForm(sent(request), dossier=place.dossier(), initial={**initial_of(record), "version": version})

    def write() -> str:
        change_frame_change(board, year, change, form.values(), version=form.seen_version, by=actor(request))
        return place.address

    away = Link(_("Remove change"), reverse("frame_change_remove", args=[board, year, change]))
    request_id = getattr(record, "request", None)
    told = _("The change follows from a granted funding request; amount, year and duration are changed there.")
    words = Words(
        _("Edit frame change"), _("Save"), _("The change is saved."), lead=getattr(record, "label", ""),
        explanation=told if request_id else "", also=() if request_id else (away,),
    )  # fmt: skip
    return answer(place, form, words, write=write, key=change)


def frame_change_remove(request: HttpRequest, board: str, year: int, change: str) -> HttpResponse:
    place = _place(request, board, year, verb="remove_frame_change")
    record, version = place.stored(change)
    form = RemovalForm(sent(request), initial={"version": version})

    def write() -> str:
        remove_frame_change(board, year, change, version=form.seen_version, by=actor(request))
        return place.address

    words = Words(
        _("Remove change"), _("Remove change"), _("The change is removed."), lead=getattr(record, "label", ""),
        explanation=_("The bridge no longer has it; the history keeps it."), danger=True,
    )  # fmt: skip
    return answer(place, form, words, write=write, key=change)


def _place(request: HttpRequest, board: str, year: int, *, verb: str) -> Place:
    access = board_for(request.user, board, year)
    access.require(verb)
    return Place(request, access, "frame_changes", "frame_changes", _("Frame changes"))
