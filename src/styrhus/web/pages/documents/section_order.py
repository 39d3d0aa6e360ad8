"""Move a section of text past its neighbour, or take it out of the plan."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from styrhus.actions.move_section import move_section
from styrhus.actions.remove_section import remove_section
from styrhus.store import read
from styrhus.web.forms.edit_page import Task, respond
from styrhus.web.forms.removal import RemovalForm
from styrhus.web.forms.save import actor
from styrhus.web.frame import board_frame
from styrhus.web.pages.documents.section_edit import found, stored
from styrhus.web.permissions import board_for


def section_move(request: HttpRequest, board: str, year: int, section: str) -> HttpResponse:
    """The buttons up and down of the documents page."""
    access = board_for(request.user, board, year)
    access.require("move_section")
    held = found(read.dossier(board, year), section)
    if move_section(board, year, section, up=request.POST.get("way") == "up", by=actor(request)):
        messages.success(request, _("“%(title)s” is moved.") % {"title": held.title})
    return redirect(f"{reverse('documents', args=[board, year])}#text-{section}")


def section_remove(request: HttpRequest, board: str, year: int, section: str) -> HttpResponse:
    """Asks once before a text is gone."""
    access = board_for(request.user, board, year)
    access.require("remove_section")
    held, version = stored(board, year, section)
    form = RemovalForm(request.POST or None, initial={"version": version})
    home = reverse("documents", args=[board, year])

    def write() -> str:
        remove_section(board, year, section, version=form.seen_version, by=actor(request))
        return home

    dossier = read.dossier(board, year)
    frame = board_frame(request, access, dossier, section="documents", title=_("Remove section"), lead=held.title)
    task = Task(
        frame=frame, action=_("Remove section"), cancel=home, done=_("The section is removed."), write=write,
        stored=lambda: stored(board, year, section), danger=True,
        explanation=_("The text is taken out of all documents. It can be read in the history afterwards."),
    )  # fmt: skip
    return respond(request, form, task)
