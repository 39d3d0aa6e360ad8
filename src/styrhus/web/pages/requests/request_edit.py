"""Make, change, decide and remove a funding request."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from styrhus.actions.change_request import change_request
from styrhus.actions.create_request import create_request
from styrhus.actions.decide_request import decide_request
from styrhus.actions.remove_request import remove_request
from styrhus.web.forms.funding_request import DecisionForm, RequestForm
from styrhus.web.forms.record_form import initial_of
from styrhus.web.forms.removal import RemovalForm
from styrhus.web.forms.save import actor, sent
from styrhus.web.pages.economy.record_task import Place, Words, answer
from styrhus.web.permissions import board_for


def funding_request_new(request: HttpRequest, board: str, year: int) -> HttpResponse:
    place = _place(request, board, year, verb="create_request")
    form = RequestForm(sent(request), dossier=place.dossier(), initial={"unit": "tkr"})

    def write() -> str:
        made = create_request(board, year, form.values(), by=actor(request))
        return _page(board, year, made.id)

    return answer(place, form, Words(_("New request"), _("Add request"), _("The request is added.")), write=write)


def funding_request_edit(request: HttpRequest, board: str, year: int, need: str) -> HttpResponse:
    place = _place(request, board, year, verb="change_request")
    record, version = place.stored(need)
    form = RequestForm(sent(request), dossier=place.dossier(), initial={**initial_of(record), "version": version})

    def write() -> str:
        change_request(board, year, need, form.values(), version=form.seen_version, by=actor(request))
        return _page(board, year, need)

    words = Words(
        _("Edit request"), _("Save"), _("The request is saved."), lead=getattr(record, "name", ""),
        explanation=_("When the request has been granted, its change of the frame follows what you write here.")
    )  # fmt: skip
    return answer(place, form, words, write=write, key=need)


def funding_request_decide(request: HttpRequest, board: str, year: int, need: str) -> HttpResponse:
    place = _place(request, board, year, verb="decide_request")
    record, version = place.stored(need)
    form = DecisionForm(sent(request), initial={**initial_of(record), "version": version})

    def write() -> str:
        _need, change = decide_request(board, year, need, form.values(), version=form.seen_version, by=actor(request))
        return reverse("frame_changes", args=[board, year]) if change else _page(board, year, need)

    words = Words(
        _("Write down the decision"), _("Save the decision"), _("The decision is saved."),
        lead=getattr(record, "name", ""),
        explanation=_("A granted amount becomes a change of the frame; any other decision takes that change away."),
    )  # fmt: skip
    return answer(place, form, words, write=write, key=need)


def funding_request_remove(request: HttpRequest, board: str, year: int, need: str) -> HttpResponse:
    place = _place(request, board, year, verb="remove_request")
    record, version = place.stored(need)
    form = RemovalForm(sent(request), initial={"version": version})

    def write() -> str:
        remove_request(board, year, need, version=form.seen_version, by=actor(request))
        return place.address

    words = Words(
        _("Remove request"), _("Remove request"), _("The request is removed."), lead=getattr(record, "name", ""),
        explanation=_("A granted request cannot be removed before its decision is taken back."), danger=True,
    )  # fmt: skip
    return answer(place, form, words, write=write, key=need)


def _page(board: str, year: int, need: str) -> str:
    return reverse("funding_request", args=[board, year, need])


def _place(request: HttpRequest, board: str, year: int, *, verb: str) -> Place:
    access = board_for(request.user, board, year)
    access.require(verb)
    return Place(request, access, "needs", "funding_requests", _("Funding requests"))
