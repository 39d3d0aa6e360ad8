"""The forecast of reception: who will come under which scenario, who is there, and what the state pays."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.reception_forecast import fitted, has_material, outlook
from styrhus.forecast.reception import ReceptionForecast
from styrhus.paper.blocks import Block
from styrhus.paper.charts import fan
from styrhus.paper.charts.series import FanChart, Spread
from styrhus.reports.parts.outlook_words import exact
from styrhus.reports.parts.reception_forecast import scenario_table, scenario_word, sentences, year_table
from styrhus.store import read
from styrhus.values.number import NumberError, parse_typed, round_half_up
from styrhus.values.text import Text
from styrhus.values.unit import Unit
from styrhus.web.frame import Link, PageFrame, board_frame, current_language, say
from styrhus.web.kept import kept
from styrhus.web.pages.economy.blocks import page_html, page_setting
from styrhus.web.pages.grids.frame import Choice, text_of
from styrhus.web.permissions import Access, board_for

LEAST, MOST = Decimal(-100), Decimal(500)
FEW = 50
"""Under so many persons the mean is shown with a decimal."""


@dataclass(frozen=True)
class ReceptionPage:
    frame: PageFrame
    is_empty: bool = True
    sentences: tuple[str, ...] = ()
    html: str = ""
    scenarios: tuple[Choice, ...] = ()
    more: str = ""
    error: str = ""
    notes: tuple[str, ...] = ()
    actions: tuple[Link, ...] = ()
    is_changed: bool = False
    reset: str = ""


@require_safe
def reception(request: HttpRequest, board: str, year: int) -> HttpResponse:
    """The page, or for htmx what the scenario changes of it."""
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    page = _page(request, access, dossier) if has_material(dossier) else _empty(request, access, dossier)
    template = "forecast/_outlook.html" if request.htmx else "forecast/reception.html"  # type: ignore[attr-defined]
    return render(request, template, {"page": page})


def _empty(request: HttpRequest, access: Access, dossier: Dossier) -> ReceptionPage:
    lead = _("There is nothing to forecast reception from yet.")
    return ReceptionPage(_frame(request, access, dossier, lead), actions=tuple(_actions(access)))


def _page(request: HttpRequest, access: Access, dossier: Dossier) -> ReceptionPage:
    names = [held.name for held in fitted(dossier).material.scenarios]
    asked = request.GET.get("scenario", "")
    scenario = asked if asked in names else ""
    text, more, error = _more(request.GET.get("more", ""))
    found = outlook(dossier, scenario, float(more) / 100)
    lead = text_of(next(sentences(dossier, outlook(dossier))))
    told = [text_of(sentence) for sentence in sentences(dossier, found)]
    key = ("reception-outlook", scenario, more)
    return ReceptionPage(
        frame=_frame(request, access, dossier, lead),
        is_empty=False,
        sentences=tuple(told if scenario or more else told[1:]),
        html=kept(dossier, key, lambda: page_html(_blocks(dossier, found), access, dossier)),
        scenarios=_choices(names, scenario),
        more=text,
        error=error,
        notes=tuple(say(note) for note in found.forecast.notes),
        actions=tuple(_actions(access)),
        is_changed=bool(scenario or more),
        reset=request.path,
    )


def _frame(request: HttpRequest, access: Access, dossier: Dossier, lead: str) -> PageFrame:
    return board_frame(request, access, dossier, section="forecast", title=_("Forecast of reception"), lead=lead)


def _more(text: str) -> tuple[str, Decimal, str]:
    """The text as typed, the per cent it means, and what is wrong with it."""
    text = text.strip()
    if not text:
        return "", Decimal(0), ""
    try:
        value = parse_typed(text.replace("−", "-"))
    except NumberError:
        return text, Decimal(0), _("Write a number.")
    if LEAST <= value <= MOST:
        return text, value, ""
    return text, Decimal(0), _("Write a number from %(low)s to %(high)s.") % {"low": LEAST, "high": MOST}


def _choices(names: list[str], chosen: str) -> tuple[Choice, ...]:
    if len(names) < 2:
        return ()
    words = [(name, scenario_word(name)) for name in names]
    own = (Choice(n, say(word) if isinstance(word, Text) else word, n == chosen) for n, word in words)
    return (Choice("", _("All by their weight"), not chosen), *own)


def _blocks(dossier: Dossier, found: ReceptionForecast) -> Iterator[Block]:
    setting, language = page_setting(dossier), current_language()
    yield year_table(setting, found)
    scenarios = scenario_table(setting, found)
    if scenarios is not None:
        yield scenarios
    for number, part in enumerate(found.forecast.streams):
        spreads = []
        for month, measures in zip(found.forecast.months, part.months, strict=True):
            held = measures.persons
            values = (held.mean, held.p10, held.p25, held.p75, held.p90)
            decimals = 1 if part.whole.persons.mean < FEW else 0
            spreads.append(Spread(month, *(round_half_up(exact(value), decimals) for value in values)))
        name = part.stream.group if part.stream else ""
        caption = _("%(group)s: persons at the end of the month, forecast with 50 and 80 %% interval") % {"group": name}
        data = FanChart(Unit.PERSONS, (), tuple(spreads))
        yield fan.chart(data, caption=caption, language=language, anchor=f"reception-{number}")


def _actions(access: Access) -> Iterator[Link]:
    place = [access.board, access.year]
    if access.may("set_reception_scenarios"):
        yield Link(_("Scenarios"), reverse("reception_scenarios", args=place))
    if access.may("set_reception_terms"):
        yield Link(_("Terms"), reverse("reception_terms", args=place))
    if access.may("set_grant_instalments"):
        yield Link(_("State grants"), reverse("grant_instalments", args=place))
