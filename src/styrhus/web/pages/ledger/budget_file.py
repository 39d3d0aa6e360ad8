"""A kept file as a budget: one of its columns becomes the lines of a version, after its totals have been seen."""

from dataclasses import dataclass
from decimal import Decimal

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from styrhus.actions.budget_draft import fingerprint
from styrhus.actions.conflict import Conflict
from styrhus.actions.import_budget_file import BudgetColumn, import_budget_file
from styrhus.dossier.dossier import Dossier
from styrhus.finance.budget.imported import Imported, Otherwise, imported
from styrhus.finance.budget.version import LineKind
from styrhus.finance.codes.code_map import CodeMap
from styrhus.finance.codes.dimension import CostType
from styrhus.finance.labels import label
from styrhus.finance.ledger.budget_table import BudgetTable, stage_budget
from styrhus.store import read
from styrhus.values.problem import Problem, ProblemsError
from styrhus.web.addresses import address_of
from styrhus.web.forms.save import actor
from styrhus.web.frame import Link, PageFrame, board_frame, say
from styrhus.web.pages.ledger.held_file import HeldFile, held_file
from styrhus.web.permissions import Access, board_for

Choice = tuple[str, str, bool]
NEW = ""
SHOWN_CODES = 30


@dataclass(frozen=True)
class BudgetFilePage:
    """What the chosen column comes to in the chosen version; `held` is the sum of the lines that it replaces, in kr."""

    frame: PageFrame
    href: str
    back: str
    file: str
    headings: tuple[tuple[str, str, bool, Decimal], ...] = ()
    versions: tuple[Choice, ...] = ()
    units: tuple[Choice, ...] = ()
    cost_types: tuple[Choice, ...] = ()
    name: str = ""
    found: Imported | None = None
    by_cost_type: tuple[tuple[str, Decimal], ...] = ()
    held_lines: int = 0
    held: Decimal = Decimal(0)
    seen: str = ""
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    conflict: Conflict | None = None


def budget_file(request: HttpRequest, board: str, year: int, token: str) -> HttpResponse:
    access = board_for(request.user, board, year)
    access.require("import_budget_file")
    held = held_file(token, board)
    if held is None or held.state.mapping is None:
        messages.warning(request, _("The uploaded file is no longer kept. Hand it in again; it is kept for a day."))
        return redirect("ledger_import", board, year)
    try:
        table = stage_budget(held.path, held.state.mapping, name=held.state.name)
    except ProblemsError as error:
        return _shown(request, _bare(request, access, held, error.problems), 422)
    asked = _Asked(request, access, held, table)
    if "import" in request.POST:
        return _brought_in(request, asked)
    return _shown(request, asked.page())


class _Asked:
    """What the form says: the column, the version, and where codes without rule go."""

    def __init__(self, request: HttpRequest, access: Access, held: HeldFile, table: BudgetTable) -> None:
        self.request, self.access, self.held, self.table = request, access, held, table
        self.dossier = read.dossier(access.board, access.year)
        headings = [heading for heading, _total in table.totals]
        asked = request.POST.get("heading", "")
        self.heading = asked if asked in headings else headings[-1]
        open_ = [version.id for version in self.dossier.budget_versions if not version.adopted]
        version = request.POST.get("budget", "")
        self.budget = version if version in open_ else NEW
        self.name = request.POST.get("name", "").strip()
        self.otherwise = _otherwise(request, self.dossier)

    def page(self, **changes: object) -> BudgetFilePage:
        held = [
            line for line in self.dossier.budget_lines if line.budget == self.budget and line.kind is LineKind.ORDINARY
        ]
        rules = CodeMap(self.dossier.unit_rules, self.dossier.account_rules)
        found = imported(self.table, self.heading, rules, year=self.access.year, otherwise=self.otherwise)
        fields: dict[str, object] = {
            "headings": tuple((name, name, name == self.heading, total) for name, total in self.table.totals),
            "versions": _versions(self.dossier, self.budget),
            "units": tuple((u.id, u.name, u.id == self.otherwise.unit) for u in self.dossier.organisation),
            "cost_types": tuple((c.value, say(label(c)), c is self.otherwise.cost_type) for c in CostType),
            "name": self.name, "found": found, "by_cost_type": _by_cost_type(found), "held_lines": len(held),
            "held": sum((line.amount for line in held), Decimal(0)), "seen": fingerprint(held),
            "warnings": self.table.warnings,
        }  # fmt: skip
        bare = _bare(self.request, self.access, self.held, ())
        return BudgetFilePage(**{**vars(bare), **fields, **changes})


def _brought_in(request: HttpRequest, asked: _Asked) -> HttpResponse:
    access, held = asked.access, asked.held
    column = BudgetColumn(asked.table, asked.heading, held.state.name, asked.otherwise)
    try:
        found = import_budget_file(
            access.board, access.year, asked.budget, column,
            name=asked.name, seen=request.POST.get("seen", ""), by=actor(request),
        )  # fmt: skip
    except ProblemsError as error:
        return _shown(request, asked.page(problems=error.problems), 422)
    except Conflict as conflict:
        return _shown(request, asked.page(conflict=conflict), 409)
    told = _("%(lines)s lines are brought into the budget.") % {"lines": len(found.lines)}
    messages.success(request, told)
    return redirect("budget", access.board, access.year)


def _otherwise(request: HttpRequest, dossier: Dossier) -> Otherwise:
    unit = request.POST.get("unit", "")
    cost_type = request.POST.get("cost_type", "")
    return Otherwise(
        unit if unit in dossier.unit_by_id else None,
        next((each for each in CostType if each.value == cost_type), None),
    )


def _versions(dossier: Dossier, chosen: str) -> tuple[Choice, ...]:
    """A new version first, then those that are not adopted."""
    held = (version for version in dossier.budget_versions if not version.adopted)
    return ((NEW, _("a new version"), chosen == NEW), *((v.id, v.name, v.id == chosen) for v in held))


def _by_cost_type(found: Imported) -> tuple[tuple[str, Decimal], ...]:
    sums: dict[CostType, Decimal] = {}
    for line in found.lines:
        sums[line.cost_type] = sums.get(line.cost_type, Decimal(0)) + line.amount
    return tuple((say(label(cost_type)), sums[cost_type]) for cost_type in CostType if cost_type in sums)


def _bare(request: HttpRequest, access: Access, held: HeldFile, problems: tuple[Problem, ...]) -> BudgetFilePage:
    place = (access.board, access.year)
    crumbs = (Link(_("Ledger"), address_of("ledger", *place)),)
    frame = board_frame(
        request, access, read.dossier(*place), section="economy", title=_("A file as a budget"), crumbs=crumbs,
        lead=_("One column of the file becomes the lines of a version; the rules of codes give unit and cost type."),
    )  # fmt: skip
    return BudgetFilePage(
        frame, address_of("ledger_budget_file", *place, held.token),
        address_of("ledger_import_file", *place, held.token), held.state.name, problems=problems,
    )  # fmt: skip


def _shown(request: HttpRequest, page: BudgetFilePage, status: int = 200) -> HttpResponse:
    return render(request, "ledger/budget_file.html", {"page": page}, status=status)
