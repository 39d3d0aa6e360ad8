"""How good the forecasts would have been: the past forecast again, as a page and as a document."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext

from styrhus.dossier.dossier import Dossier
from styrhus.forecast.evaluate import Backtest, TooShort
from styrhus.paper.writers import WRITERS
from styrhus.paper.writers.html import blocks_html
from styrhus.reports.backtest import TITLE, blocks, document
from styrhus.store import read
from styrhus.web.addresses import address_of
from styrhus.web.frame import Link, PageFrame, board_frame, current_language, say
from styrhus.web.pages.documents.document import TYPES
from styrhus.web.pages.economy.blocks import figure_link
from styrhus.web.pages.forecast.source import Source, source_of
from styrhus.web.pages.forecast.trial import tried
from styrhus.web.permissions import Access, board_for


@dataclass(frozen=True)
class BacktestPage:
    """`state` is ready, making (it is still being tried), short (`reason` says why), or empty."""

    frame: PageFrame
    state: str
    report: str = ""
    reason: str = ""
    files: tuple[Link, ...] = ()


def backtest(request: HttpRequest, board: str, year: int) -> HttpResponse:
    """The report; it is made in the background the first time, and kept for as long as the material is the same."""
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    source = source_of(board, dossier)
    found = None if source is None else tried(source.material)
    page = _page(request, access, dossier, source=source, found=found)
    return render(request, "forecast/backtest.html", {"page": page})


def backtest_file(request: HttpRequest, board: str, year: int, *, suffix: str) -> HttpResponse:
    """The report as a document; the page while it is not ready."""
    board_for(request.user, board, year)
    if suffix not in TYPES:
        raise Http404(suffix)
    dossier = read.dossier(board, year)
    source = source_of(board, dossier)
    found = None if source is None else tried(source.material)
    if source is None or not isinstance(found, Backtest):
        return redirect(address_of("forecast_backtest", board, year))
    content = WRITERS[suffix](document(found, _named(dossier, source), current_language()))
    disposition = f'attachment; filename="{board}-{year}-backtest.{suffix}"'
    return HttpResponse(content, content_type=TYPES[suffix], headers={"Content-Disposition": disposition})


def _page(
    request: HttpRequest,
    access: Access,
    dossier: Dossier,
    *,
    source: Source | None,
    found: Backtest | TooShort | None,
) -> BacktestPage:
    frame = board_frame(request, access, dossier, section="forecast", title=say(TITLE))
    if source is None:
        return BacktestPage(frame, "empty")
    if found is None:
        return BacktestPage(frame, "making")
    if isinstance(found, TooShort):
        return BacktestPage(frame, "short", reason=say(found.reason))
    language = current_language()
    report = blocks_html(tuple(blocks(found, language)), language, figure_link(access), top=2)
    place = [access.board, access.year]
    files = tuple(Link(suffix.upper(), reverse("forecast_backtest_file", args=[*place, suffix])) for suffix in TYPES)
    return BacktestPage(frame, "ready", mark_safe(report), files=files)


def _named(dossier: Dossier, source: Source) -> str:
    name = source.name or gettext("the placement grid")
    return f"{dossier.board.name}, {dossier.board.municipality}: {name}"
