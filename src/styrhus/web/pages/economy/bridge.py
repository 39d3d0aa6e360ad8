"""The frame bridge by itself: chart, table, what the plan leaves open and what falls away."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from styrhus.dossier.dossier import Dossier
from styrhus.finance.bridge import bridge as frame_bridge
from styrhus.reports.parts.bridge import bridge_blocks, specified_by
from styrhus.reports.parts.tables import table_blocks
from styrhus.reports.setting import Blocks
from styrhus.store import read
from styrhus.web.frame import PageFrame, board_frame
from styrhus.web.kept import kept
from styrhus.web.pages.economy.blocks import page_html, page_setting
from styrhus.web.pages.economy.economy import lead
from styrhus.web.permissions import board_for


@dataclass(frozen=True)
class BridgePage:
    frame: PageFrame
    html: SafeString


@require_safe
def bridge(request: HttpRequest, board: str, year: int) -> HttpResponse:
    """The bridge into the frame of the plan year, with the published table where it holds the same amounts."""
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    frame = board_frame(
        request, access, dossier, section="economy", title=gettext("The frame bridge"), lead=lead(dossier)
    )
    html = kept(dossier, "bridge", lambda: page_html(_blocks(dossier), access, dossier))
    return render(request, "economy/bridge.html", {"page": BridgePage(frame, html)})


def _blocks(dossier: Dossier) -> Blocks:
    setting = page_setting(dossier)
    blocks = bridge_blocks(setting)
    found = frame_bridge(dossier.frames, dossier.frame_changes, dossier.plan.year)
    published = specified_by(setting, found) if found and found.steps else ""
    if published:
        blocks = (*blocks, *table_blocks(setting, dossier.table_by_id[published]))
    return blocks
