"""One version: its net cost by unit and cost type or month, what is worth a look, and what falls away after it."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrhus.finance.budget.checks import budget_checks
from styrhus.finance.budget.grid import By
from styrhus.finance.budget.published import PublishedSum, published_sums
from styrhus.finance.budget.register_tables import falling_table
from styrhus.finance.budget.version_tables import cost_type_table, month_table
from styrhus.finance.table import Table
from styrhus.reports.parts.budget import budget_block
from styrhus.values.problem import Problem, Severity
from styrhus.web.frame import Link, PageFrame, current_language
from styrhus.web.kept import kept
from styrhus.web.pages.budget.choices import Choice, Chosen, chosen_of
from styrhus.web.pages.budget.place import Opened, kind_words, opened, version_frame, version_links
from styrhus.web.pages.budget.words import lead, money
from styrhus.web.pages.economy.blocks import page_html

MONTHS = "months"


@dataclass(frozen=True)
class Printed:
    """A table of the plan: whether its total and the sums of its units agree, and those that do not."""

    href: str
    words: str
    agrees: bool
    differing: tuple[str, ...]


@dataclass(frozen=True)
class VersionPage:
    frame: PageFrame
    version: str
    links: tuple[Link, ...]
    actions: tuple[Link, ...]
    words: str
    note: str
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]
    chosen: Chosen
    across: tuple[Choice, ...]
    html: SafeString
    falling: SafeString
    printed: tuple["Printed", ...]


@require_safe
def budget_version(request: HttpRequest, board: str, year: int, version: str) -> HttpResponse:
    held = opened(request, board, year, version)
    chosen = chosen_of(request.GET, held.dossier)
    months = request.GET.get("across") == MONTHS
    found = kept(held.dossier, ("budget-checks", version), lambda: budget_checks(held.dossier, version))
    name = ("budget-version", version, request.GET.urlencode())
    page = VersionPage(
        frame=version_frame(request, held, lead=lead(held.dossier, held.version)),
        version=version,
        links=version_links(held, "budget_version"),
        actions=_actions(held),
        words=kind_words(held.version),
        note=held.version.note,
        problems=tuple(problem for problem in found if problem.severity is not Severity.NOTE),
        notes=tuple(problem for problem in found if problem.severity is Severity.NOTE),
        chosen=chosen,
        across=(Choice("", _("Cost types"), not months), Choice(MONTHS, _("Months"), months)),
        html=kept(held.dossier, name, lambda: _html(held, version_table(held, chosen, months=months), chosen)),
        printed=kept(held.dossier, ("budget-printed", version), lambda: _printed(held)),
        falling=kept(held.dossier, ("budget-falling", version), lambda: _falling(held)),
    )
    return render(request, "budget/version.html", {"page": page})


def version_table(held: Opened, chosen: Chosen, *, months: bool) -> Table:
    """The version as a table in kr, which the page and its file share."""
    make = month_table if months else cost_type_table
    return make(held.dossier, held.version.id, layout=chosen.layout, language=current_language())


def _html(held: Opened, table: Table, chosen: Chosen) -> SafeString:
    home = held.href("budget_lines")
    units = [row for row in table.rows if row.organisation_unit and chosen.layout.by is not By.COST_TYPES]
    links = {row.id: f"{home}?unit={row.organisation_unit}" for row in units}
    block = budget_block(table, current_language(), unit=chosen.unit, links=links)
    return page_html([block], held.access, held.dossier)


def _printed(held: Opened) -> tuple[Printed, ...]:
    """The plan's own tables with how the version stands to them."""
    tables: dict[str, list[PublishedSum]] = {}
    for found in published_sums(held.dossier, held.dossier.tables, held.version.id):
        tables.setdefault(found.table.id, []).append(found)
    place = held.access.board, held.access.year
    return tuple(
        Printed(
            reverse("economy_table", args=[*place, key]), f"{sums[0].table.caption}, {sums[0].column.label}",
            all(found.agrees for found in sums), tuple(_difference(found) for found in sums if not found.agrees),
        )
        for key, sums in tables.items()
    )  # fmt: skip


def _difference(found: PublishedSum) -> str:
    told = {"name": found.row.label, "printed": money(found.printed), "own": money(found.own)}
    return _("%(name)s: printed %(printed)s, here %(own)s") % told


def _falling(held: Opened) -> SafeString:
    table = falling_table(held.dossier, held.version.id, held.version.year, language=current_language())
    if not table.rows:
        return SafeString("")
    return page_html([budget_block(table, current_language())], held.access, held.dossier, prefix="falling-")


def _actions(held: Opened) -> tuple[Link, ...]:
    """What the reader may do with the version now."""
    named = (
        ("budget_lines", _("Edit lines"), held.may("change_budget_lines")),
        ("budget_copy", _("Copy and index"), held.access.may("copy_budget_version")),
        ("budget_edit", _("Name and decision"), held.may("change_budget_version")),
        ("budget_adopt", _("Adopt"), held.may("adopt_budget_version")),
        ("budget_remove", _("Remove"), held.may("remove_budget_version")),
    )
    return tuple(Link(word, held.href(name)) for name, word, may in named if may)
