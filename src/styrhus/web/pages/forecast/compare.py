"""Sets of levers side by side with the base, and savings with their computed effect beside what they claim."""

from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from styrhus.dossier.placement_forecast.words import mnkr, signed
from styrhus.dossier.saving_levers import Effects, effects, parsed
from styrhus.finance.savings.planned import planned_months
from styrhus.finance.savings.saving import Saving
from styrhus.forecast import Lever
from styrhus.store import read
from styrhus.values.problem import Problem, ProblemsError
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
    """A saving with levers: what it claims for the plan year, what its levers come to alone, and of all counted."""

    name: str
    href: str
    words: tuple[str, ...]
    claim: str
    alone: str
    joint: str
    difference: str


@dataclass(frozen=True)
class ComparePage:
    frame: PageFrame
    sets: tuple[LeverSet, ...]
    savings: tuple[ClaimRow, ...]
    forecast: Link
    problems: tuple[Problem, ...] = ()


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
    savings, problems = _claims(access, ready)
    page = ComparePage(frame, sets, savings, _back(access, texts), problems)
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


def _claims(access: Access, ready: Ready) -> tuple[tuple[ClaimRow, ...], tuple[Problem, ...]]:
    """Savings that have levers, each alone and as counted together with the others; the last row is all counted."""
    held = [row for row in ready.dossier.saving_levers if row.levers]
    months = ready.base.forecast.months
    try:
        found = effects(ready.dossier, held, months, lambda levers: _cost(ready, levers))
    except ProblemsError as error:
        return (), error.problems
    if found is None or not held:
        return (), ()
    reading = Reading(QueryDict(), ready.base, has_capacity=False)
    rows, names = [], {saving.id: saving for saving in ready.dossier.savings}
    for row in held:
        if row.saving in names:
            levers, _ = parsed(names[row.saving], row.levers, months)
            words = tuple(map(reading.words, levers))
            rows.append(_claim_row(access, ready, names[row.saving], found, words=words))
    claimed = sum((_claim(ready, names[key]) for key in found.joint), Decimal(0))
    total = ClaimRow(gettext("Counted together"), "", (), _text(claimed), _text(found.added), _text(found.together),
                     say(signed(found.together - claimed)))  # fmt: skip
    return (*rows, total), ()


def _cost(ready: Ready, levers: tuple[Lever, ...]) -> Decimal | None:
    cost = ready.under(*levers).total.cost
    return None if cost is None else cost.mean


def _claim(ready: Ready, saving: Saving) -> Decimal:
    """What a saving is planned to give in the plan year, in kr."""
    return sum(planned_months(saving, ready.dossier.plan.year, ready.dossier.saving_effects), Decimal(0))


def _claim_row(
    access: Access, ready: Ready, saving: Saving, found: Effects, *, words: tuple[str, ...]
) -> ClaimRow:  # fmt: skip
    claim, joint = _claim(ready, saving), found.joint.get(saving.id)
    return ClaimRow(
        saving.name, address_of("saving", access.board, access.year, saving.id), words, _text(claim),
        _text(found.alone.get(saving.id)), _text(joint), "–" if joint is None else say(signed(joint - claim)),
    )  # fmt: skip


def _text(amount: Decimal | None) -> str:
    return "–" if amount is None else mnkr(amount).text(decimals=1, language=current_language())
