"""The record of frozen forecasts: what each said, how it has held, and one of them by itself."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.forecast_changes import changes_of
from styrhus.dossier.forecast_figures import method_word
from styrhus.dossier.freezing import past_rows
from styrhus.dossier.frozen_forecasts import frozen_forecast
from styrhus.dossier.placement_forecast.past import Past, past_of
from styrhus.forecast.frozen import FrozenForecast, opened
from styrhus.forecast.score import Scored, scored
from styrhus.paper.blocks import Paragraph
from styrhus.paper.words import date_in_words
from styrhus.reports.parts.forecast_record import (
    Line,
    change_blocks,
    cost_so_far,
    human_table,
    record_table,
    score_table,
    verdict,
)
from styrhus.reports.parts.frozen_forecast import frozen_forecast_blocks
from styrhus.reports.sentences import paragraph
from styrhus.store import read
from styrhus.values.text import msg
from styrhus.web.frame import Link, board_frame, current_language, say
from styrhus.web.pages.economy.blocks import page_html, page_setting
from styrhus.web.pages.economy.written import Part, WrittenPage, facts_of, linked
from styrhus.web.pages.forecast.source import source_of
from styrhus.web.permissions import Access, board_for


def forecast_record(request: HttpRequest, board: str, year: int) -> HttpResponse:
    """Every frozen forecast, the latest first."""
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    setting = page_setting(dossier)
    past = _past(board, dossier) if dossier.forecasts else None
    lines = [Line(frozen, _scored(past, frozen)) for frozen in reversed(dossier.forecasts)]
    parts = []
    if lines:
        addresses = [reverse("forecast_frozen", args=[board, year, line.frozen.id]) for line in lines]
        table = linked(record_table(setting, lines), addresses)
        parts.append(Part(page_html([table], access, dossier)))
        parts += [
            Part(page_html([held], access, dossier), _("The units' own forecasts"), "humans")
            for held in human_table(setting)
        ]
    told = next((line.scored for line in lines if line.scored is not None), None)
    lead = say(verdict(told)) if told else ""
    frame = board_frame(request, access, dossier, section="forecast", title=_("Frozen forecasts"), lead=lead)
    page = WrittenPage(
        frame, tuple(parts), _actions(access),
        empty=_("No forecast is frozen"),
        empty_text=_("Freeze a forecast to keep what it said: it can then be shown in reports and is scored as "
                     "outcomes arrive."),
    )  # fmt: skip
    return render(request, "economy/written.html", {"page": page})


def forecast_frozen(request: HttpRequest, board: str, year: int, frozen: str) -> HttpResponse:
    """One frozen forecast: what it said, why it differed, and how it has held."""
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    held = frozen_forecast(dossier, frozen) if frozen != "latest" else None
    if held is None:
        raise Http404
    setting = page_setting(dossier)
    blocks = frozen_forecast_blocks(setting, held) or (_only_part(held, year),)
    parts = [Part(page_html(blocks, access, dossier))]
    if causes := tuple(change_blocks(setting, changes_of(dossier, held))):
        parts.append(Part(page_html(causes, access, dossier, prefix="causes-"), _("What has changed"), "causes"))
    found = _scored(_past(board, dossier), held)
    parts.append(Part(_held(found, access, dossier), _("How it has held"), "scores"))
    title = _("Forecast frozen on %(day)s") % {"day": date_in_words(held.made_on.isoformat(), current_language())}
    home = Link(_("Frozen forecasts"), reverse("forecast_record", args=[board, year]))
    frame = board_frame(request, access, dossier, section="forecast", title=title, lead=held.comment, crumbs=(home,))
    page = WrittenPage(frame, tuple(part for part in parts if part.html), facts=_facts(held))
    return render(request, "economy/written.html", {"page": page})


def _only_part(held: FrozenForecast, year: int) -> Paragraph:
    """Why there is nothing to show of the plan year."""
    months = opened(held.content).forecast.months
    told = msg(
        "The forecast tells of {first} to {last}; what is known does not reach there through the whole of {year}.",
        first=months[0], last=months[-1], year=year,
    )  # fmt: skip
    return paragraph(told, current_language())


def _held(found: Scored | None, access: Access, dossier: Dossier) -> SafeString:
    language = current_language()
    if found is None:
        return page_html([paragraph(msg("No month of the forecast has come yet."), language)], access, dossier)
    texts = [verdict(found), cost_so_far(found)]
    blocks = [paragraph(text, language) for text in texts if text is not None]
    return page_html([*blocks, score_table(page_setting(dossier), found)], access, dossier, prefix="scores-")


def _past(board: str, dossier: Dossier) -> Past | None:
    """What the board's cases tell of this year and the one before; None without any."""
    source = source_of(board, dossier)
    return None if source is None or source.is_grid else past_of(source.material, dossier.plan.year - 1)


def _scored(past: Past | None, frozen: FrozenForecast) -> Scored | None:
    """How it has held in the whole months that have come; None while there are none."""
    if past is None:
        return None
    held = opened(frozen.content)
    streams = tuple(part.stream for part in held.forecast.streams if part.stream is not None)
    return scored(held, *past_rows(past, streams, whole=True))


def _actions(access: Access) -> tuple[Link, ...]:
    place = [access.board, access.year]
    held = (
        (access.may("freeze_forecast"), _("Freeze the forecast"), "forecast_freeze"),
        (access.may("change_capacities"), _("Places in own care"), "forecast_capacities"),
    )
    return tuple(Link(word, reverse(name, args=place)) for may, word, name in held if may)


def _facts(held: FrozenForecast) -> tuple[tuple[str, str], ...]:
    language = current_language()
    return facts_of([
        (_("Frozen by"), held.made_by),
        (_("Data until"), date_in_words(held.as_of.isoformat(), language)),
        (_("Months"), _("%(count)s from %(month)s") % {"count": held.months, "month": held.from_month}),
        (_("Levers"), "\n".join(held.levers)),
        (_("Method"), f"{say(method_word(held.method))}, {_('engine')} {held.engine}"),
        (_("Digest of data and levers"), held.digest),
        (_("Seed of the random numbers"), str(held.seed)),
    ])  # fmt: skip
