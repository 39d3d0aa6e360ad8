"""Add, change and take away an accrual."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from styrhus.actions.add_accrual import add_accrual
from styrhus.actions.change_accrual import change_accrual
from styrhus.actions.remove_accrual import remove_accrual
from styrhus.dossier.follow_up import latest_month
from styrhus.web.forms.accrual import AccrualForm
from styrhus.web.forms.record_form import initial_of
from styrhus.web.forms.removal import RemovalForm
from styrhus.web.forms.save import actor, sent
from styrhus.web.pages.economy.record_task import Place, Words, answer
from styrhus.web.permissions import board_for


def accrual_new(request: HttpRequest, board: str, year: int) -> HttpResponse:
    place = _place(request, board, year, verb="add_accrual")
    dossier = place.dossier()
    month = latest_month(dossier) or 1
    initial = {"month": month, "reverses": month + 1 if month < 12 else "", "cost_type": "bought_care"}
    form = AccrualForm(sent(request), dossier=dossier, initial=initial)

    def write() -> str:
        add_accrual(board, year, form.values(), by=actor(request))
        return place.address

    return answer(place, form, Words(_("New accrual"), _("Add accrual"), _("The accrual is added.")), write=write)


def accrual(request: HttpRequest, board: str, year: int, accrual: str) -> HttpResponse:
    place = _place(request, board, year, verb="change_accrual")
    held, version = place.stored(accrual)
    form = AccrualForm(sent(request), dossier=place.dossier(), initial={**initial_of(held), "version": version})

    def write() -> str:
        change_accrual(board, year, accrual, form.values(), version=form.seen_version, by=actor(request))
        return place.address

    words = Words(_("Change accrual"), _("Save"), _("The accrual is saved."))
    return answer(place, form, words, write=write, key=accrual)


def accrual_remove(request: HttpRequest, board: str, year: int, accrual: str) -> HttpResponse:
    place = _place(request, board, year, verb="remove_accrual")
    held, version = place.stored(accrual)
    form = RemovalForm(sent(request), initial={"version": version})

    def write() -> str:
        remove_accrual(board, year, accrual, version=form.seen_version, by=actor(request))
        return place.address

    words = Words(
        _("Take away accrual"), _("Take away accrual"), _("The accrual is taken away."),
        explanation=getattr(held, "reason", ""), danger=True,
    )  # fmt: skip
    return answer(place, form, words, write=write, key=accrual)


def _place(request: HttpRequest, board: str, year: int, *, verb: str) -> Place:
    access = board_for(request.user, board, year)
    access.require(verb)
    return Place(request, access, "accruals", "accruals", _("Accruals"))
