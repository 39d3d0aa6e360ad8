"""Add, change and take away an accrual."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from styrhus.actions.add_accrual import add_accrual
from styrhus.actions.change_accrual import change_accrual
from styrhus.actions.remove_accrual import remove_accrual
from styrhus.dossier.dossier import Dossier
from styrhus.dossier.follow_up import latest_month
from styrhus.finance.follow_up.forecast import Accrual
from styrhus.store import read
from styrhus.web.forms.accrual import AccrualForm
from styrhus.web.forms.edit_page import Task, respond
from styrhus.web.forms.record_form import initial_of
from styrhus.web.forms.removal import RemovalForm
from styrhus.web.forms.save import actor, sent
from styrhus.web.frame import Link, PageFrame, board_frame
from styrhus.web.permissions import Access, board_for


def accrual_new(request: HttpRequest, board: str, year: int) -> HttpResponse:
    access = board_for(request.user, board, year)
    access.require("add_accrual")
    dossier = read.dossier(board, year)
    month = latest_month(dossier) or 1
    initial = {"month": month, "reverses": month + 1 if month < 12 else "", "cost_type": "bought_care"}
    form = AccrualForm(sent(request), dossier=dossier, initial=initial)
    home = reverse("accruals", args=[board, year])

    def write() -> str:
        add_accrual(board, year, form.values(), by=actor(request))
        return home

    task = Task(
        frame=_frame(request, access, dossier, title=_("New accrual")), action=_("Add accrual"), cancel=home,
        done=_("The accrual is added."), write=write,
    )  # fmt: skip
    return respond(request, form, task)


def accrual(request: HttpRequest, board: str, year: int, accrual: str) -> HttpResponse:
    access = board_for(request.user, board, year)
    access.require("change_accrual")
    held, version = _stored(board, year, accrual)
    dossier = read.dossier(board, year)
    form = AccrualForm(sent(request), dossier=dossier, initial={**initial_of(held), "version": version})
    home = reverse("accruals", args=[board, year])

    def write() -> str:
        change_accrual(board, year, accrual, form.values(), version=form.seen_version, by=actor(request))
        return home

    task = Task(
        frame=_frame(request, access, dossier, title=_("Change accrual")), action=_("Save"), cancel=home,
        done=_("The accrual is saved."), write=write, stored=lambda: _stored(board, year, accrual),
    )  # fmt: skip
    return respond(request, form, task)


def accrual_remove(request: HttpRequest, board: str, year: int, accrual: str) -> HttpResponse:
    access = board_for(request.user, board, year)
    access.require("remove_accrual")
    held, version = _stored(board, year, accrual)
    form = RemovalForm(sent(request), initial={"version": version})
    home = reverse("accruals", args=[board, year])

    def write() -> str:
        remove_accrual(board, year, accrual, version=form.seen_version, by=actor(request))
        return home

    task = Task(
        frame=_frame(request, access, read.dossier(board, year), title=_("Take away accrual")),
        action=_("Take away accrual"), cancel=home, done=_("The accrual is taken away."), write=write,
        stored=lambda: _stored(board, year, accrual), danger=True, explanation=held.reason,
    )  # fmt: skip
    return respond(request, form, task)


def _stored(board: str, year: int, accrual: str) -> tuple[Accrual, int]:
    """The accrual as it is now; the version is read first, so that it is never newer than what is shown."""
    version = read.versions(board, year, "accruals").get(accrual, 0)
    found = next((row for row in read.dossier(board, year).accruals if row.id == accrual), None)
    if found is None:
        raise Http404
    return found, version


def _frame(request: HttpRequest, access: Access, dossier: Dossier, *, title: str) -> PageFrame:
    own = Link(_("Accruals"), reverse("accruals", args=[access.board, access.year]))
    return board_frame(request, access, dossier, section="economy", title=title, crumbs=(own,))
