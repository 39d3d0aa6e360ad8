"""Enter, change and remove the frame of a year, or of a part of the board."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from styrhus.actions.remove_frame import remove_frame
from styrhus.actions.set_frame import set_frame
from styrhus.finance.bridge import frame_of
from styrhus.finance.frame import Frame
from styrhus.reports.parts.bridge import money_unit
from styrhus.store import read
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg
from styrhus.web.forms.edit_page import Task, respond
from styrhus.web.forms.frame_change import FrameForm
from styrhus.web.forms.record_form import initial_of
from styrhus.web.forms.removal import RemovalForm
from styrhus.web.forms.save import actor, sent
from styrhus.web.frame import Link
from styrhus.web.pages.economy.record_task import Place
from styrhus.web.permissions import board_for

WHOLE = "-"
"""In an address: the whole of the board."""


def frame_new(request: HttpRequest, board: str, year: int) -> HttpResponse:
    place = _place(request, board, year, verb="set_frame")
    form = FrameForm(sent(request), initial={"year": year, "unit": money_unit(place.dossier())})

    def write() -> str:
        values = form.values()
        if frame_of(place.dossier().frames, values["year"], values["part"]) is not None:
            told = msg("The year has this frame already."), msg("Edit the one that stands there.")
            raise ProblemsError((Problem(*told, column="year"),))
        set_frame(board, year, values, version=_version(place, values["year"]), by=actor(request))
        return place.address

    task = Task(
        frame=place.frame(_("New frame")), action=_("Add frame"), cancel=place.address,
        done=_("The frame stands in the plan."), write=write,
    )  # fmt: skip
    return respond(request, form, task)


def frame_edit(request: HttpRequest, board: str, year: int, *, of_year: int, part: str) -> HttpResponse:
    place = _place(request, board, year, verb="set_frame")
    record, version = _stored(place, of_year, part)
    form = FrameForm(sent(request), existing=True, initial={**initial_of(record), "version": version})

    def write() -> str:
        set_frame(board, year, form.values(), version=form.seen_version, by=actor(request))
        return place.address

    away = Link(_("Remove frame"), reverse("frame_remove", args=[board, year, of_year, part]))
    task = Task(
        frame=place.frame(_("Edit frame"), _name(record)), action=_("Save"), cancel=place.address,
        done=_("The frame is saved."), write=write, stored=lambda: _stored(place, of_year, part), also=(away,),
    )  # fmt: skip
    return respond(request, form, task)


def frame_remove(request: HttpRequest, board: str, year: int, *, of_year: int, part: str) -> HttpResponse:
    place = _place(request, board, year, verb="remove_frame")
    record, version = _stored(place, of_year, part)
    form = RemovalForm(sent(request), initial={"version": version})

    def write() -> str:
        remove_frame(board, year, of_year, record.part, version=form.seen_version, by=actor(request))
        return place.address

    task = Task(
        frame=place.frame(_("Remove frame"), _name(record)), action=_("Remove frame"), cancel=place.address,
        done=_("The frame is removed."), write=write, stored=lambda: _stored(place, of_year, part), danger=True,
        explanation=_("Texts and documents that show the frame no longer find it."),
    )  # fmt: skip
    return respond(request, form, task)


def _stored(place: Place, of_year: int, part: str) -> tuple[Frame, int]:
    """The frame as it is now; the version is read first, so that it is never newer than what is shown."""
    version = _version(place, of_year)
    found = frame_of(place.dossier().frames, of_year, "" if part == WHOLE else part)
    if found is None:
        raise Http404
    return found, version


def _version(place: Place, of_year: int) -> int:
    """The version of the frames of a year."""
    held = read.versions(place.access.board, place.access.year, "frames")
    return next((version for key, version in held.items() if str(key) == str(of_year)), 0)


def _name(frame: Frame) -> str:
    return frame.label or " ".join(part for part in (str(frame.year), frame.part) if part)


def _place(request: HttpRequest, board: str, year: int, *, verb: str) -> Place:
    access = board_for(request.user, board, year)
    access.require(verb)
    return Place(request, access, "frames", "frame_changes", _("Frame changes"))
