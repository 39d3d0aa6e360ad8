"""The forecast of income support: what the year costs, what the frame pays for, and what a measure would change."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.income_support_forecast import SupportOutlook, has_material, outlook
from styrhus.paper.blocks import Block
from styrhus.paper.charts.fan import month_word
from styrhus.reports.parts.income_support_forecast import Effect, effect_table, month_table, sentences
from styrhus.store import read
from styrhus.values.text import Text
from styrhus.web.frame import Link, PageFrame, board_frame, current_language, say
from styrhus.web.kept import kept
from styrhus.web.pages.economy.blocks import page_html, page_setting
from styrhus.web.pages.forecast import support_levers
from styrhus.web.pages.forecast.support_fan import cost_fan, household_fan
from styrhus.web.pages.forecast.support_levers import SupportLevers
from styrhus.web.pages.grids.frame import Choice, text_of
from styrhus.web.permissions import Access, board_for


@dataclass(frozen=True)
class Field:
    """A number of the form; `unit` stands after it."""

    name: str
    word: str
    unit: str
    text: str
    error: str


@dataclass(frozen=True)
class SupportPage:
    frame: PageFrame
    is_empty: bool = True
    sentences: tuple[str, ...] = ()
    html: str = ""
    effects: str = ""
    fields: tuple[Field, ...] = ()
    starts: tuple[Choice, ...] = ()
    each: tuple[Choice, ...] = ()
    notes: tuple[str, ...] = ()
    planned: tuple[str, ...] = ()
    actions: tuple[Link, ...] = ()
    has_levers: bool = False
    reset: str = ""


@require_safe
def income_support(request: HttpRequest, board: str, year: int) -> HttpResponse:
    """The page, or for htmx what the levers change of it."""
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    page = _page(request, access, dossier) if has_material(dossier) else _empty(request, access, dossier)
    template = "forecast/_outlook.html" if request.htmx else "forecast/income_support.html"  # type: ignore[attr-defined]
    return render(request, template, {"page": page})


def _empty(request: HttpRequest, access: Access, dossier: Dossier) -> SupportPage:
    lead = _("There is nothing to forecast income support from yet.")
    return SupportPage(_frame(request, access, dossier, lead), actions=_actions(access))


def _page(request: HttpRequest, access: Access, dossier: Dossier) -> SupportPage:
    months = outlook(dossier).base.months
    asked = support_levers.read(request.GET, months)
    found = outlook(dossier, asked.levers, asked.places)
    lead = text_of(next(sentences(outlook(dossier))))
    told = [text_of(text) for text in sentences(found)]
    return SupportPage(
        frame=_frame(request, access, dossier, lead),
        is_empty=False,
        sentences=tuple(told if found.has_levers else told[1:]),
        html=kept(dossier, ("support-outlook", asked.levers, asked.places), lambda: _html(access, dossier, found)),
        effects=_effects(access, dossier, found, asked),
        fields=_fields(asked),
        starts=tuple(Choice(m, month_word(m, current_language()), m == months[asked.start]) for m in months),
        each=tuple(Choice(str(n), str(n), n == asked.months_each) for n in (6, 12)),
        notes=tuple(say(note) for note in found.forecast.notes),
        planned=tuple(row.name for row in dossier.labour_market_places),
        actions=_actions(access),
        has_levers=found.has_levers,
        reset=request.path,
    )


def _frame(request: HttpRequest, access: Access, dossier: Dossier, lead: str) -> PageFrame:
    title = _("Forecast of income support")
    return board_frame(request, access, dossier, section="forecast", title=title, lead=lead, data_age=_age(dossier))


def _age(dossier: Dossier) -> str:
    """The last month or year that tells how many households there were."""
    if not has_material(dossier):
        return ""
    last = month_word(outlook(dossier).base.as_of, current_language())
    return _("Households known up to %(month)s.") % {"month": last}


def _html(access: Access, dossier: Dossier, found: SupportOutlook) -> SafeString:
    return page_html(_blocks(dossier, found), access, dossier)


def _blocks(dossier: Dossier, found: SupportOutlook) -> Iterator[Block]:
    language = current_language()
    yield household_fan(found, language)
    cost = cost_fan(found, language)
    if cost is not None:
        yield cost
    yield month_table(page_setting(dossier), found)


def _effects(access: Access, dossier: Dossier, found: SupportOutlook, asked: SupportLevers) -> SafeString:
    """What each measure does alone and all together; nothing without measures or without a price."""
    cost = found.whole.measures.cost
    if not found.has_levers or cost is None:
        return SafeString("")
    base = outlook(dossier)
    single = [outlook(dossier, (lever,)) for lever in asked.levers]
    single += [outlook(dossier, (), (place,)) for place in asked.places]
    alone = [_effect(name, one, base) for name, one in zip(asked.names, single, strict=True)]
    months = range(sum(month.startswith(str(found.year)) for month in found.base.months))
    costs = [place.cost_of(months) for place in asked.places]
    together = _effect(asked.names[0], found, base)
    table = effect_table(page_setting(dossier), alone, together, next(iter(costs), None))
    return page_html([table], access, dossier)


def _effect(name: Text, found: SupportOutlook, base: SupportOutlook) -> Effect:
    now, before = found.whole.measures.cost, base.whole.measures.cost
    cost = now.mean - before.mean if now is not None and before is not None else 0.0
    ends = (held.at_end.mean if held.at_end is not None else 0.0 for held in (found, base))
    return Effect(name, cost, next(ends) - next(ends))


def _fields(asked: SupportLevers) -> tuple[Field, ...]:
    words = (
        ("inflow", _("New households"), "%"), ("stay", _("Time with support"), "%"), ("payout", _("Payout"), "%"),
        ("places", _("Labour-market places"), _("more")), ("back", _("Come back after it"), "%"),
        ("cost", _("Cost a place and month"), "kr"),
    )  # fmt: skip
    return tuple(Field(name, word, unit, asked.texts[name], asked.errors.get(name, "")) for name, word, unit in words)


def _actions(access: Access) -> tuple[Link, ...]:
    place = [access.board, access.year]
    if not access.may("report_income_support"):
        return ()
    return (
        Link(_("Fill in figures"), reverse("income_support_figures", args=place)),
        Link(_("Labour-market places"), reverse("labour_market_places", args=place)),
    )
