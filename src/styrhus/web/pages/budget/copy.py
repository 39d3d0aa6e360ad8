"""Copy and index a version: the rates, what each of them does, and then the copy."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from styrhus.actions.copy_budget_version import copy_budget_version
from styrhus.finance.budget.copying import Copy, copied
from styrhus.finance.budget.grid import By, Layout
from styrhus.finance.budget.indexation import RATED, Effect
from styrhus.finance.budget.national_rates import overhead_rate
from styrhus.finance.budget.version import BudgetVersion, VersionKind
from styrhus.finance.budget.version_tables import effects_table
from styrhus.finance.labels import label
from styrhus.reports.parts.budget import budget_block
from styrhus.values.problem import Problem, ProblemsError
from styrhus.web.forms.copy_rates import CopyForm
from styrhus.web.forms.save import actor
from styrhus.web.frame import Link, PageFrame, current_language, say
from styrhus.web.pages.budget.place import Opened, opened, version_frame, version_links
from styrhus.web.pages.budget.words import money
from styrhus.web.pages.economy.blocks import page_html

NOTHING = SafeString("")


@dataclass(frozen=True)
class Compounding:
    """What a rate gives by itself and in its place after the others."""

    word: str
    alone: str
    told: str
    more: str


@dataclass(frozen=True)
class CopyPage:
    frame: PageFrame
    links: tuple[Link, ...]
    form: CopyForm
    html: SafeString = NOTHING
    by_unit: SafeString = NOTHING
    lead: str = ""
    compounding: tuple[Compounding, ...] = ()
    problems: tuple[Problem, ...] = ()


def budget_copy(request: HttpRequest, board: str, year: int, version: str) -> HttpResponse:
    held = opened(request, board, year, version)
    held.access.require("copy_budget_version")
    form = CopyForm(request.POST if request.method == "POST" else None, dossier=held.dossier, initial=_initial(held))
    page = CopyPage(
        version_frame(request, held, title=_("Copy and index"), lead=held.version.name), version_links(held), form
    )
    if request.method != "POST":
        return render(request, "budget/copy.html", {"page": page})
    if not form.is_valid():
        return render(request, "budget/copy.html", {"page": page}, status=422)
    if "create" not in request.POST:
        return render(request, "budget/copy.html", {"page": _previewed(held, page)})
    try:
        made = copy_budget_version(
            board, year, version, form.values(version), rates=form.rates(), one_off=form.one_off(), by=actor(request)
        )
    except ProblemsError as error:
        refused = CopyPage(page.frame, page.links, form, problems=error.problems)
        return render(request, "budget/copy.html", {"page": refused}, status=422)
    messages.success(request, _("The copy is made."))
    return redirect(reverse("budget_version", args=[board, year, made.version.id]))


def _initial(held: Opened) -> Mapping[str, object]:
    """The next step that is likely: a draft of the plan year, or of the year after the version's own."""
    base, year = held.version, held.access.year
    to = year if base.year < year else base.year + 1
    before, after = overhead_rate(base.year), overhead_rate(to)
    return {
        "name": _("Draft %(year)s") % {"year": to},
        "kind": VersionKind.DRAFT.value,
        "year": to,
        "overhead_from": before.percent if before else None,
        "overhead_to": after.percent if after else None,
    }


def _previewed(held: Opened, page: CopyPage) -> CopyPage:
    """The page with what the copy would change."""
    form = page.form
    new = BudgetVersion(id="preview", **form.values(None))
    lines = form.one_off_lines("preview")
    copy = copied(held.dossier, held.version.id, new, form.rates(), one_off=lines)
    signed = [effect.value.replace("_", "-") for effect in Effect]
    shown = []
    for by in (By.COST_TYPES, By.UNITS):
        table = effects_table(held.dossier, copy, layout=Layout(by), language=current_language())
        block = budget_block(table, current_language(), signed=signed)
        shown.append(page_html([block], held.access, held.dossier, prefix=f"{by.value}-"))
    html, by_unit = shown
    return CopyPage(page.frame, page.links, form, html, by_unit, _lead(copy), tuple(_compounding(copy)))


def _lead(copy: Copy) -> str:
    old, new = (sum(amounts.values(), Decimal(0)) for amounts in (copy.old, copy.new))
    told = {"old": money(old), "new": money(new), "change": money(new - old)}
    return _("From %(old)s to %(new)s: %(change)s.") % told


def _compounding(copy: Copy) -> list[Compounding]:
    found = []
    for effect in RATED:
        told = sum((amounts.get(effect, Decimal(0)) for amounts in copy.effects.values()), Decimal(0))
        by_itself = copy.alone.get(effect, Decimal(0))
        if told or by_itself:
            found.append(Compounding(say(label(effect)), money(by_itself), money(told), money(told - by_itself)))
    return found
