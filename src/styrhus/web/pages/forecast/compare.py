"""Sets of levers side by side with the base, and savings with their computed effect beside what they claim."""

from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from styrhus.dossier.placement_forecast import Outlook
from styrhus.dossier.placement_forecast.words import mnkr, signed
from styrhus.finance.savings.planned import planned_months
from styrhus.finance.savings.saving import Saving
from styrhus.store import read
from styrhus.web.addresses import address_of
from styrhus.web.frame import Link, PageFrame, board_frame, current_language, say
from styrhus.web.pages.forecast import answer
from styrhus.web.pages.forecast.forecast import SETS, Ready, prepared, usable
from styrhus.web.pages.forecast.levers import LeverForm, Reading
from styrhus.web.permissions import Access, board_for


@dataclass(frozen=True)
class LeverSet:
    """A column: its levers in words, what it comes to, where it is changed and how it is taken away."""

    name: str
    words: tuple[str, ...]
    line: answer.Line
    change: str = ""
    remove: str = ""


@dataclass(frozen=True)
class ClaimRow:
    """A saving with levers: what it claims for the plan year, and what the levers come to."""

    name: str
    href: str
    words: tuple[str, ...]
    claim: str
    computed: str
    difference: str


@dataclass(frozen=True)
class ComparePage:
    frame: PageFrame
    sets: tuple[LeverSet, ...]
    savings: tuple[ClaimRow, ...]
    forecast: Link
    frame_word: str


def forecast_compare(request: HttpRequest, board: str, year: int) -> HttpResponse:
    """The page; every set stands in the address as `set=lever;lever`."""
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    ready = prepared(board, dossier)
    if isinstance(ready, str):
        return redirect("forecast", board, year)
    texts = [text for text in request.GET.getlist("set") if text][-SETS:]
    frame = board_frame(
        request, access, dossier, section="forecast", title=gettext("Compare levers"),
        lead=gettext("Sets of levers beside the forecast without them, %(year)s.") % {"year": year},
    )  # fmt: skip
    base = LeverSet(gettext("Without levers"), (), answer.line("", ready.base, None, frame=None))
    sets = (base, *(_set(access, ready, texts, number) for number in range(len(texts))))
    page = ComparePage(frame, sets, tuple(_claims(access, ready)), _back(access, texts), gettext("budget held"))
    return render(request, "forecast/compare.html", {"page": page})


def _back(access: Access, texts: list[str]) -> Link:
    query = urlencode([("set", text) for text in texts])
    href = address_of("forecast", access.board, access.year) + (f"?{query}" if query else "") + "#levers"
    return Link(gettext("Make another set"), href)


def _set(access: Access, ready: Ready, texts: list[str], number: int) -> LeverSet:
    form = _form(ready, texts[number].split(";"))
    found = ready.under(*form.levers)
    others = [("set", text) for place, text in enumerate(texts) if place != number]
    again = [*others, *(("lever", text) for text in form.texts)]
    home, here = (address_of(name, access.board, access.year) for name in ("forecast", "forecast_compare"))
    return LeverSet(
        gettext("Set %(letter)s") % {"letter": "ABCD"[number]},
        form.words,
        answer.line("", found, ready.base, frame=None),
        f"{home}?{urlencode(again)}#levers",
        f"{here}?{urlencode(others)}" if others else here,
    )


def _form(ready: Ready, texts: list[str]) -> LeverForm:
    query = QueryDict(mutable=True)
    query.setlist("lever", texts)
    return usable(ready, Reading(query, ready.base, has_capacity=bool(ready.dossier.capacities)).form())


def _claims(access: Access, ready: Ready) -> list[ClaimRow]:
    """Savings that have levers, each computed alone."""
    names = {saving.id: saving for saving in ready.dossier.savings}
    found = []
    for held in ready.dossier.saving_levers:
        saving = names.get(held.saving)
        if saving is None or not held.levers:
            continue
        form = _form(ready, list(held.levers))
        computed = _lower(ready.base, ready.under(*form.levers))
        claim = sum(planned_months(saving, ready.dossier.plan.year, ready.dossier.saving_effects), Decimal(0))
        found.append(_claim_row(access, saving, form, claim=claim, computed=computed))
    return found


def _lower(base: Outlook, found: Outlook) -> Decimal | None:
    """How much cheaper the year becomes, in kr."""
    if base.total.cost is None or found.total.cost is None:
        return None
    return base.total.cost.mean - found.total.cost.mean


def _claim_row(
    access: Access, saving: Saving, form: LeverForm, *, claim: Decimal, computed: Decimal | None
) -> ClaimRow:  # fmt: skip
    gap = None if computed is None else computed - claim
    return ClaimRow(
        saving.name, address_of("saving", access.board, access.year, saving.id), form.words,
        _text(claim), _text(computed),
        "–" if gap is None else say(signed(gap)),
    )  # fmt: skip


def _text(amount: Decimal | None) -> str:
    return "–" if amount is None else mnkr(amount).text(language=current_language())
