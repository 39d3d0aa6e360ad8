"""A measure's effect month by month: what it gave, as its owner states, or what it is planned to give."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from styrhus.actions.conflict import Conflict
from styrhus.actions.plan_saving_effects import plan_saving_effects
from styrhus.actions.state_saving_effects import state_saving_effects
from styrhus.dossier.dossier import Dossier
from styrhus.dossier.savings import savings_year
from styrhus.finance.savings.saving import Saving, SavingEffect
from styrhus.paper.words import MONTHS
from styrhus.store import read
from styrhus.values.figure import Figure
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.unit import Unit
from styrhus.web.forms.money_fields import capital
from styrhus.web.forms.number_grid import Head, Line, NumberGrid, filled, number_text
from styrhus.web.forms.save import actor
from styrhus.web.frame import PageFrame, current_language, say
from styrhus.web.pages.economy.written import Choice, Select
from styrhus.web.pages.savings.saving import find_saving, saving_frame
from styrhus.web.permissions import Access, board_for

STATED, PLANNED = "stated", "planned"
AMOUNT = "amount"
_KEPT = ("month", "amount", "stated_by", "stated_on", "evidence", "synthetic")


@dataclass(frozen=True)
class EffectsPage:
    """`plans` is what each month is planned to give, in words; `evidence` is for the months that are changed."""

    frame: PageFrame
    saving: Saving
    what: str
    grid: NumberGrid
    plans: tuple[str, ...]
    version: int
    selects: tuple[Select, ...]
    stated_by: str = ""
    evidence: str = ""
    pasted: str = ""
    paste_error: str = ""
    problems: tuple[Problem, ...] = ()
    conflict: Conflict | None = None

    @property
    def lines(self) -> tuple[tuple[Line, str], ...]:
        """Each month's row with its plan."""
        return tuple(zip(self.grid.lines, self.plans, strict=True))

    @property
    def has_errors(self) -> bool:
        return bool(self.grid.errors)

    @property
    def http_status(self) -> int:
        """409 when somebody else was first, 422 when something needs correcting."""
        if self.conflict is not None:
            return 409
        return 422 if self.has_errors or self.problems or self.paste_error else 200


def saving_effects(request: HttpRequest, board: str, year: int, saving: str) -> HttpResponse:
    access = board_for(request.user, board, year)
    found = find_saving(read.dossier(board, year), saving)
    what = PLANNED if request.GET.get("what") == PLANNED and access.may("plan_saving_effects") else STATED
    access.require("state_saving_effects", found.unit)
    page = _page(request, access, found, what)
    if request.method != "POST":
        return render(request, "savings/effects.html", {"page": page})
    after = _sent(request, access, page)
    if after is None:
        messages.success(request, _("The effects are saved."))
        return redirect("saving", board, year, saving)
    return render(request, "savings/effects.html", {"page": after}, status=after.http_status)


def _page(request: HttpRequest, access: Access, found: Saving, what: str) -> EffectsPage:
    """The page with what is stored; the version is read first, so that it is never newer than what is shown."""
    version = read.versions(access.board, access.year, "saving_effects").get(found.id, 0)
    dossier = read.dossier(access.board, access.year)
    words = [(STATED, _("What it gave"))]
    if access.may("plan_saving_effects"):
        words.append((PLANNED, _("What it is planned to give")))
    choices = tuple(Choice(value, word, value == what) for value, word in words)
    return EffectsPage(
        frame=saving_frame(request, access, dossier, found, title=_("Effect month by month")),
        saving=found,
        what=what,
        grid=_grid(_stored(dossier, found, what)),
        plans=tuple(_shown(amount) for amount in savings_year(dossier).plan(found)),
        version=version,
        selects=(Select("what", _("Write down"), choices),) if len(choices) > 1 else (),
    )


def _stored(dossier: Dossier, found: Saving, what: str) -> dict[int, SavingEffect]:
    held = (e for e in dossier.saving_effects if (e.saving, e.year) == (found.id, dossier.plan.year))
    return {effect.month: effect for effect in held if effect.planned is (what == PLANNED)}


def _grid(stored: Mapping[int, SavingEffect]) -> NumberGrid:
    rows = tuple(Head(str(number), capital(say(month))) for number, month in enumerate(MONTHS, start=1))
    texts = {(str(month), AMOUNT): number_text(effect.amount) for month, effect in stored.items()}
    return NumberGrid(rows, (Head(AMOUNT, _("kr")),), texts)


def _shown(amount: Decimal) -> str:
    return Figure(amount, Unit.NUMBER).number(decimals=0, language=current_language())


def _sent(request: HttpRequest, access: Access, page: EffectsPage) -> EffectsPage | None:
    """Fill in what was pasted, or save; None when it was saved."""
    data = request.POST.dict()
    text = data.get("version", "")
    sent = replace(
        page, grid=page.grid.sent(data), stated_by=data.get("stated_by", "").strip(),
        evidence=data.get("evidence", "").strip(), version=int(text) if text.isdecimal() and len(text) < 10 else 0,
    )  # fmt: skip
    if "fill" in data:
        pasted = data.get("pasted", "")
        grid, told = filled(sent.grid, pasted)
        return replace(sent, grid=grid, paste_error=told, pasted=pasted if told else "")
    values, grid = sent.grid.read()
    sent = replace(sent, grid=grid)
    if sent.has_errors:
        return sent
    stored = _stored(read.dossier(access.board, access.year), page.saving, page.what)
    rows = [_row(sent, stored.get(month), month, values[str(month), AMOUNT]) for month in range(1, 13)]
    return _saved(request, access, sent, [row for row in rows if row is not None])


def _row(page: EffectsPage, old: SavingEffect | None, month: int, amount: Decimal | None) -> dict[str, object] | None:
    """A month's effect; one whose amount was not touched keeps all that it says."""
    if amount is None:
        return None
    if old is not None and old.amount == amount:
        return {name: getattr(old, name) for name in _KEPT}
    told = {"stated_by": page.stated_by, "stated_on": localdate(), "evidence": page.evidence}
    return {"month": month, "amount": amount, **told}


def _saved(
    request: HttpRequest, access: Access, page: EffectsPage, rows: Sequence[Mapping[str, object]]
) -> EffectsPage | None:
    save = plan_saving_effects if page.what == PLANNED else state_saving_effects
    try:
        save(access.board, access.year, page.saving.id, rows, of_year=access.year, version=page.version,
             by=actor(request))  # fmt: skip
    except ProblemsError as error:
        return replace(page, problems=error.problems)
    except Conflict as conflict:
        now = _page(request, access, page.saving, page.what)
        return replace(page, conflict=conflict, version=now.version, grid=page.grid.beside(now.grid))
    return None
