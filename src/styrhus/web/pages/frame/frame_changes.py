"""The frame's changes as a ledger, by area, what falls away, what has gathered, and the frames of years."""

from collections.abc import Mapping, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.requests import linked_change
from styrhus.finance.frame import Frame
from styrhus.reports.parts.bridge import frame_sentence
from styrhus.reports.parts.frame_changes import frame_blocks
from styrhus.reports.parts.frame_ledger import changes_table, frames_table
from styrhus.store import read
from styrhus.web.frame import Link, board_frame
from styrhus.web.kept import kept
from styrhus.web.pages.economy.blocks import page_html, page_setting
from styrhus.web.pages.economy.written import Part, WrittenPage, linked
from styrhus.web.permissions import Access, board_for


@require_safe
def frame_changes(request: HttpRequest, board: str, year: int) -> HttpResponse:
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    may = access.may("change_frame_change")
    page = WrittenPage(
        frame=board_frame(request, access, dossier, section="economy", title=_("Frame changes")),
        parts=kept(dossier, ("frame-changes", may), lambda: _parts(access, dossier)),
        actions=_actions(access, dossier),
        file="frame_changes",
        empty=_("There are no frame changes yet"),
        empty_text=_("A controller enters the frames of the years and what changes them."),
    )
    return render(request, "economy/written.html", {"page": page})


def _actions(access: Access, dossier: Dossier) -> tuple[Link, ...]:
    place = [access.board, access.year]
    named = [
        (access.may("create_frame_change"), _("New change"), "frame_change_new"),
        (access.may("set_frame"), _("New frame"), "frame_new"),
        (bool(dossier.frames), _("The frame bridge"), "bridge"),
    ]
    return tuple(Link(word, reverse(name, args=place)) for may, word, name in named if may)


def _parts(access: Access, dossier: Dossier) -> tuple[Part, ...]:
    setting = page_setting(dossier)
    parts = []
    if dossier.frame_changes:
        addresses = _addresses(access, dossier)
        table = linked(changes_table(setting), [addresses.get(c.id, "") for c in dossier.frame_changes])
        blocks = [*frame_sentence(setting), table, *frame_blocks(setting)]
        parts.append(Part(page_html(blocks, access, dossier)))
    if dossier.frames:
        table = linked(frames_table(setting), _frame_addresses(access, dossier.frames))
        parts.append(Part(page_html([table], access, dossier, prefix="f-"), _("Frames"), "frames-title"))
    return tuple(parts)


def _addresses(access: Access, dossier: Dossier) -> Mapping[str, str]:
    """Where each change is edited: at its funding request when that made it, nowhere for who may not."""
    place = [access.board, access.year]
    found = {}
    for change in dossier.frame_changes:
        if change.request is not None and linked_change(dossier, change.request) is change:
            found[change.id] = reverse("funding_request", args=[*place, change.request])
        elif access.may("change_frame_change"):
            found[change.id] = reverse("frame_change_edit", args=[*place, change.id])
    return found


def _frame_addresses(access: Access, frames: Sequence[Frame]) -> list[str]:
    if not access.may("set_frame"):
        return []
    place = [access.board, access.year]
    return [reverse("frame_edit", args=[*place, held.year, held.part or "-"]) for held in frames]
