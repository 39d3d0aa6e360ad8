"""Add a version, change what it is called, adopt it, remove it, and release money from its reserve."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from styrhus.actions.adopt_budget_version import adopt_budget_version
from styrhus.actions.change_budget_version import change_budget_version
from styrhus.actions.create_budget_version import create_budget_version
from styrhus.actions.release_reserve_item import release_reserve_item
from styrhus.actions.remove_budget_version import remove_budget_version
from styrhus.finance.budget.reserve import ReserveItem
from styrhus.store import read
from styrhus.values.record import Record
from styrhus.web.forms.budget import AdoptionForm, ReleaseForm, VersionForm
from styrhus.web.forms.edit_page import Task, respond
from styrhus.web.forms.record_form import initial_of
from styrhus.web.forms.removal import RemovalForm
from styrhus.web.forms.save import actor, sent
from styrhus.web.frame import Link, board_frame
from styrhus.web.pages.budget.place import Opened, opened, version_frame
from styrhus.web.pages.budget.words import lead, money
from styrhus.web.permissions import board_for

PART = "budget_versions"


def budget_new(request: HttpRequest, board: str, year: int) -> HttpResponse:
    access = board_for(request.user, board, year)
    access.require("create_budget_version")
    dossier = read.dossier(board, year)
    form = VersionForm(sent(request), dossier=dossier, initial={"year": year, "kind": "draft"})
    home = reverse("budget", args=[board, year])

    def write() -> str:
        made = create_budget_version(board, year, form.values(), by=actor(request))
        return reverse("budget_lines", args=[board, year, made.id])

    frame = board_frame(
        request,
        access,
        dossier,
        section="economy",
        title=_("New version of the budget"),
        crumbs=(Link(_("Budget"), home),),
    )
    done = _("The version is added. Type its lines or paste them.")
    return respond(request, form, Task(frame=frame, action=_("Add version"), cancel=home, done=done, write=write))


def budget_edit(request: HttpRequest, board: str, year: int, version: str) -> HttpResponse:
    held = opened(request, board, year, version)
    held.access.require("change_budget_version")
    initial = {**initial_of(held.version), "version": _seen(held)}
    form = VersionForm(sent(request), dossier=held.dossier, version=version, initial=initial)

    def write() -> str:
        change_budget_version(board, year, version, form.values(), version=form.seen_version, by=actor(request))
        return held.href("budget_version")

    task = Task(
        frame=version_frame(request, held, title=_("What the version is"), lead=held.version.name), action=_("Save"),
        cancel=held.href("budget_version"), done="", write=write, stored=lambda: _stored(held),
    )  # fmt: skip
    return respond(request, form, task)


def budget_adopt(request: HttpRequest, board: str, year: int, version: str) -> HttpResponse:
    held = opened(request, board, year, version)
    held.access.require("adopt_budget_version")
    form = AdoptionForm(sent(request), initial={"version": _seen(held), "decision": held.version.decision})

    def write() -> str:
        adopt_budget_version(board, year, version, form.values(), version=form.seen_version, by=actor(request))
        return held.href("budget_version")

    explained = _("An adopted version is not edited any more: its months, positions and capital cost stay as they are.")
    task = Task(
        frame=version_frame(request, held, title=_("Adopt the version"), lead=lead(held.dossier, held.version)),
        action=_("Adopt"), cancel=held.href("budget_version"), done=_("The version is adopted."), write=write,
        stored=lambda: _stored(held), explanation=explained,
    )  # fmt: skip
    return respond(request, form, task)


def budget_remove(request: HttpRequest, board: str, year: int, version: str) -> HttpResponse:
    held = opened(request, board, year, version)
    held.access.require("remove_budget_version")
    form = RemovalForm(sent(request), initial={"version": _seen(held)})

    def write() -> str:
        remove_budget_version(board, year, version, version=form.seen_version, by=actor(request))
        return reverse("budget", args=[board, year])

    lines = sum(line.budget == version for line in held.dossier.budget_lines)
    explained = _("The version goes with its %(lines)d lines, its positions, reserve and projects.") % {"lines": lines}
    task = Task(
        frame=version_frame(request, held, title=_("Remove the version"), lead=held.version.name), action=_("Remove"),
        cancel=held.href("budget_version"), done=_("The version is removed."), write=write,
        stored=lambda: _stored(held), danger=True, explanation=explained,
    )  # fmt: skip
    return respond(request, form, task)


def reserve_release(request: HttpRequest, board: str, year: int, *, version: str, item: str) -> HttpResponse:
    held = opened(request, board, year, version)
    held.access.require("release_reserve_item")
    found = _item(held, item)
    seen = read.versions(board, year, "reserve_items").get(item, 0)
    form = ReleaseForm(sent(request), dossier=held.dossier, initial={**initial_of(found), "version": seen})

    def write() -> str:
        release_reserve_item(board, year, item, form.values(), version=form.seen_version, by=actor(request))
        return held.href("budget_reserve")

    def stored() -> tuple[Record, int]:
        dossier, version_now = read.with_version(board, year, "reserve_items", item)
        return _item(Opened(held.access, dossier, held.version), item), version_now

    task = Task(
        frame=version_frame(request, held, title=_("Release from the reserve"), lead=_amount(found)),
        action=_("Release"), cancel=held.href("budget_reserve"), done=_("The money is released."), write=write,
        stored=stored,
    )  # fmt: skip
    return respond(request, form, task)


def _amount(item: ReserveItem) -> str:
    return f"{item.name}: {money(item.amount)}"


def _item(held: Opened, key: str) -> ReserveItem:
    items = (item for item in held.dossier.reserve_items if item.id == key and item.budget == held.version.id)
    found = next(items, None)
    if found is None:
        raise Http404
    return found


def _seen(held: Opened) -> int:
    return read.versions(held.access.board, held.access.year, PART).get(held.version.id, 0)


def _stored(held: Opened) -> tuple[Record, int]:
    """The version as it is now."""
    dossier, seen = read.with_version(held.access.board, held.access.year, PART, held.version.id)
    found = next((version for version in dossier.budget_versions if version.id == held.version.id), None)
    if found is None:
        raise Http404
    return found, seen
