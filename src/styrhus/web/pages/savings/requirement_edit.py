"""Add, change and remove a savings requirement."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from styrhus.actions.change_savings_requirement import change_savings_requirement
from styrhus.actions.create_savings_requirement import create_savings_requirement
from styrhus.actions.remove_savings_requirement import remove_savings_requirement
from styrhus.web.forms.record_form import initial_of
from styrhus.web.forms.removal import RemovalForm
from styrhus.web.forms.save import actor, sent
from styrhus.web.forms.saving import RequirementForm
from styrhus.web.frame import Link
from styrhus.web.pages.economy.record_task import Place, Words, answer
from styrhus.web.permissions import board_for


def requirement_new(request: HttpRequest, board: str, year: int) -> HttpResponse:
    place = _place(request, board, year, verb="create_savings_requirement")
    form = RequirementForm(sent(request), dossier=place.dossier(), initial={"year": year, "first_month": 1})

    def write() -> str:
        create_savings_requirement(board, year, form.values(), by=actor(request))
        return place.address

    words = Words(_("New requirement"), _("Add requirement"), _("The requirement is added."))
    return answer(place, form, words, write=write)


def requirement_edit(request: HttpRequest, board: str, year: int, requirement: str) -> HttpResponse:
    place = _place(request, board, year, verb="change_savings_requirement")
    record, version = place.stored(requirement)
    initial = {**initial_of(record), "version": version}
    form = RequirementForm(sent(request), dossier=place.dossier(), initial=initial)

    def write() -> str:
        values = form.values()
        change_savings_requirement(board, year, requirement, values, version=form.seen_version, by=actor(request))
        return place.address

    away = Link(_("Remove requirement"), reverse("requirement_remove", args=[board, year, requirement]))
    words = Words(
        _("Edit requirement"), _("Save"), _("The requirement is saved."), lead=getattr(record, "name", ""), also=(away,)
    )
    return answer(place, form, words, write=write, key=requirement)


def requirement_remove(request: HttpRequest, board: str, year: int, requirement: str) -> HttpResponse:
    place = _place(request, board, year, verb="remove_savings_requirement")
    record, version = place.stored(requirement)
    form = RemovalForm(sent(request), initial={"version": version})

    def write() -> str:
        remove_savings_requirement(board, year, requirement, version=form.seen_version, by=actor(request))
        return place.address

    words = Words(
        _("Remove requirement"), _("Remove requirement"), _("The requirement is removed."),
        lead=getattr(record, "name", ""), danger=True,
        explanation=_("It cannot be removed while a measure is meant for it."),
    )  # fmt: skip
    return answer(place, form, words, write=write, key=requirement)


def _place(request: HttpRequest, board: str, year: int, *, verb: str) -> Place:
    access = board_for(request.user, board, year)
    access.require(verb)
    return Place(request, access, "savings_requirements", "savings", _("Savings"))
