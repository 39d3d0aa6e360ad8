"""The budget: which versions there are, and their amounts side by side by unit and cost type."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrhus.dossier.dossier import Dossier
from styrhus.finance.budget.amounts import version_total
from styrhus.finance.budget.checks import against_frame
from styrhus.finance.budget.comparison import comparison_table, is_ledger
from styrhus.finance.budget.grid import By
from styrhus.finance.table import Table
from styrhus.reports.parts.budget import budget_block
from styrhus.store import read
from styrhus.values.text import msg
from styrhus.web.frame import Link, PageFrame, board_frame, current_language
from styrhus.web.kept import kept
from styrhus.web.pages.budget.choices import Choice, Chosen, chosen_of, columns_of
from styrhus.web.pages.budget.place import kind_words
from styrhus.web.pages.budget.words import lead, main_version, tkr
from styrhus.web.pages.economy.blocks import page_html
from styrhus.web.permissions import Access, board_for


@dataclass(frozen=True)
class VersionLine:
    """A version in the list: `left` is what its frame has left, None when there is no frame."""

    name: str
    href: str
    words: str
    year: int
    net_cost: str
    left: str


@dataclass(frozen=True)
class BudgetPage:
    frame: PageFrame
    versions: tuple[VersionLine, ...]
    chosen: Chosen
    columns: tuple[Choice, ...]
    from_choices: tuple[Choice, ...]
    to_choices: tuple[Choice, ...]
    html: SafeString
    up: Link | None
    may_create: bool


@require_safe
def budget(request: HttpRequest, board: str, year: int) -> HttpResponse:
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    chosen = chosen_of(request.GET, dossier)
    name = ("budget", request.GET.urlencode())
    page = BudgetPage(
        frame=board_frame(request, access, dossier, section="economy", title=_("Budget"), lead=_lead(dossier)),
        versions=kept(dossier, "budget-versions", lambda: _versions(access, dossier)),
        chosen=chosen,
        columns=tuple(Choice(key, word, key in chosen.columns) for key, word in columns_of(dossier).items()),
        from_choices=_side(dossier, chosen, 0),
        to_choices=_side(dossier, chosen, 1),
        html=kept(dossier, name, lambda: _html(access, dossier, chosen, request.GET)),
        up=_up(access, dossier, chosen, request.GET),
        may_create=access.may("create_budget_version"),
    )
    template = "budget/_comparison.html" if request.htmx else "budget/budget.html"  # type: ignore[attr-defined]
    return render(request, template, {"page": page})


def comparison(dossier: Dossier, chosen: Chosen) -> Table:
    """The comparison as a table in kr, which the page and its file share."""
    return comparison_table(
        dossier, chosen.columns, dossier.plan.year, change=chosen.change, layout=chosen.layout,
        language=current_language(),
    )  # fmt: skip


def _lead(dossier: Dossier) -> str:
    found = main_version(dossier)
    return lead(dossier, found) if found else ""


def _versions(access: Access, dossier: Dossier) -> tuple[VersionLine, ...]:
    return tuple(
        VersionLine(
            version.name, reverse("budget_version", args=[access.board, access.year, version.id]), kind_words(version),
            version.year, tkr(version_total(dossier, version.id)), tkr(against_frame(dossier, version.id).left),
        )
        for version in dossier.budget_versions
    )  # fmt: skip


def _html(access: Access, dossier: Dossier, chosen: Chosen, query: QueryDict) -> SafeString:
    if not chosen.columns:
        return SafeString("")
    table = comparison(dossier, chosen)
    notes = [msg("Net cost: costs positive, income negative. A dash: nothing is budgeted there.")]
    if any(is_ledger(column) for column in chosen.columns):
        notes.append(msg("The outcome is what the ledger has of the whole year."))
    links = _links(dossier, table, query, reverse("budget", args=[access.board, access.year]))
    block = budget_block(table, current_language(), unit=chosen.unit, links=links, notes=notes)
    return page_html([block], access, dossier)


def _links(dossier: Dossier, table: Table, query: QueryDict, home: str) -> dict[str, str]:
    """From a unit's row to what it is made of: the units below it, or its cost types."""
    above = {unit.parent for unit in dossier.organisation}
    found = {}
    for row in table.rows:
        unit = row.organisation_unit
        if unit and (unit != query.get("unit") or row.id.endswith("-joint")):
            by = By.COST_TYPES if unit not in above or unit == query.get("unit") else query.get("by", "")
            found[row.id] = home + _query(query, unit=unit, by=by)
    return found


def _query(query: QueryDict, **changes: str) -> str:
    held = query.copy()
    for name, value in changes.items():
        held.pop(name, None)
        if value:
            held[name] = value
    return f"?{held.urlencode()}"


def _up(access: Access, dossier: Dossier, chosen: Chosen, query: QueryDict) -> Link | None:
    """The way from one unit to the unit above it, or to the whole board."""
    unit = dossier.unit_by_id.get(chosen.layout.top)
    if unit is None:
        return None
    above = dossier.unit_by_id.get(unit.parent or "")
    name = above.name if above else _("the whole board")
    href = reverse("budget", args=[access.board, access.year])
    return Link(
        _("%(unit)s: up to %(above)s") % {"unit": unit.name, "above": name},
        href + _query(query, unit=above.id if above else "", by=""),
    )


def _side(dossier: Dossier, chosen: Chosen, place: int) -> tuple[Choice, ...]:
    """The choices of one side of the change column."""
    words = columns_of(dossier)
    now = chosen.change[place] if chosen.change else ""
    held = tuple(Choice(column, words[column], column == now) for column in chosen.columns)
    return (*held, Choice("none", _("no change column"), chosen.change is None)) if place == 0 else held
