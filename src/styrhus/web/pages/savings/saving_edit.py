"""Add, change and remove a measure."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from styrhus.actions.change_saving import change_saving
from styrhus.actions.create_saving import create_saving
from styrhus.actions.remove_saving import remove_saving
from styrhus.web.forms.record_form import initial_of
from styrhus.web.forms.removal import RemovalForm
from styrhus.web.forms.save import actor, sent
from styrhus.web.forms.saving import SavingForm
from styrhus.web.pages.economy.record_task import Place, Words, answer
from styrhus.web.permissions import Access, board_for


def saving_new(request: HttpRequest, board: str, year: int) -> HttpResponse:
    place = _place(request, board, year, verb="create_saving")
    dossier = place.dossier()
    required = [r.id for r in dossier.savings_requirements if r.year == year]
    initial = {"start_year": year, "start_month": 1, "status": "decided", "ramp_months": 0, "measured_by": "stated",
               "requirement": required[0] if len(required) == 1 else ""}  # fmt: skip
    form = SavingForm(sent(request), dossier=dossier, initial=initial)

    def write() -> str:
        made = create_saving(board, year, form.values(), by=actor(request))
        return reverse("saving", args=[board, year, made.id])

    return answer(place, form, Words(_("New measure"), _("Add measure"), _("The measure is added.")), write=write)


def saving_edit(request: HttpRequest, board: str, year: int, saving: str) -> HttpResponse:
    place = _place(request, board, year, verb="change_saving")
    record, version = place.stored(saving)
    initial = {**initial_of(record), "version": version}
    form = SavingForm(sent(request), dossier=place.dossier(), saving=saving, initial=initial)

    def write() -> str:
        change_saving(board, year, saving, form.values(), version=form.seen_version, by=actor(request))
        return reverse("saving", args=[board, year, saving])

    words = Words(_("Edit measure"), _("Save"), _("The measure is saved."), lead=getattr(record, "name", ""))
    return answer(place, form, words, write=write, key=saving)


def saving_remove(request: HttpRequest, board: str, year: int, saving: str) -> HttpResponse:
    place = _place(request, board, year, verb="remove_saving")
    record, version = place.stored(saving)
    form = RemovalForm(sent(request), initial={"version": version})

    def write() -> str:
        remove_saving(board, year, saving, version=form.seen_version, by=actor(request))
        return place.address

    words = Words(
        _("Remove measure"), _("Remove measure"), _("The measure is removed."), lead=getattr(record, "name", ""),
        explanation=_("The effects that were stated for it go with it; the history keeps them."), danger=True,
    )  # fmt: skip
    return answer(place, form, words, write=write, key=saving)


def _place(request: HttpRequest, board: str, year: int, *, verb: str) -> Place:
    access: Access = board_for(request.user, board, year)
    access.require(verb)
    return Place(request, access, "savings", "savings", _("Savings"))
