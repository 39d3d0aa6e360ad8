"""Codes and rules: which unit codes belong to, which cost type accounts are of, and what no rule maps yet."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from styrhus.actions.change_code_rules import change_code_rules
from styrhus.actions.conflict import Conflict
from styrhus.dossier.dossier import Dossier
from styrhus.finance.codes.code_map import CodeMap
from styrhus.finance.codes.dimension import CostType
from styrhus.finance.codes.kommun_bas import national_rules
from styrhus.finance.labels import label
from styrhus.store import read
from styrhus.store.ledger.journal import held_months
from styrhus.store.ledger.preview import names_of
from styrhus.store.ledger.refresh import YEARS_BEFORE
from styrhus.store.ledger.unmapped import CodeWithoutRule, without_rule
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import Text
from styrhus.web.addresses import address_of
from styrhus.web.forms.code_rules import (
    DIMENSIONS,
    RuleTable,
    account_table,
    rules_of,
    table_sent,
    unit_table,
    unit_words,
    with_errors,
)
from styrhus.web.forms.save import actor
from styrhus.web.frame import Link, PageFrame, board_frame, say
from styrhus.web.permissions import Access, board_for

KINDS = ("unit", "account")


@dataclass(frozen=True)
class Control:
    """That the year's ledger is all there: what rules map and what they do not are the ledger's total, in kr."""

    year: int
    mapped: Decimal
    unmapped: Decimal
    unknown: Decimal
    total: Decimal

    @property
    def holds(self) -> bool:
        return self.mapped + self.unmapped == self.total


@dataclass(frozen=True)
class NationalRule:
    accounts: str
    cost_type: Text
    source: str


@dataclass(frozen=True)
class CodesPage:
    frame: PageFrame
    units: RuleTable
    accounts: RuleTable
    unmapped: tuple[CodeWithoutRule, ...]
    unknown: tuple[CodeWithoutRule, ...]
    controls: tuple[Control, ...]
    national: tuple[NationalRule, ...]
    choices: dict[str, tuple[tuple[str, str], ...]]
    revision: int
    may_change: bool
    has_ledger: bool
    problems: tuple[Problem, ...] = ()
    conflict: Conflict | None = None

    @property
    def tables(self) -> tuple[RuleTable, RuleTable]:
        return self.units, self.accounts


def ledger_codes(request: HttpRequest, board: str, year: int) -> HttpResponse:
    access = board_for(request.user, board, year)
    if request.method != "POST":
        return render(request, "ledger/codes.html", {"page": _page(request, access)})
    access.require("change_code_rules")
    if request.POST.get("kind") not in KINDS:
        return redirect("ledger_codes", board, year)
    return _added(request, access) if "add" in request.POST else _saved(request, access)


def _saved(request: HttpRequest, access: Access) -> HttpResponse:
    """A whole table, saved or shown again with what is wrong."""
    kind = request.POST["kind"]
    dossier = read.dossier(access.board, access.year)
    table = table_sent(request.POST.dict(), kind)
    return _written(request, access, table, rules_of(table, dossier.organisation))


def _added(request: HttpRequest, access: Access) -> HttpResponse:
    """One rule for a code that had none, behind those that are there."""
    kind, code = request.POST["kind"], request.POST.get("code", "").strip()
    dossier = read.dossier(access.board, access.year)
    units = unit_table(dossier.unit_rules, dossier.organisation)
    held = units if kind == "unit" else account_table(dossier.account_rules)
    field = "unit" if kind == "unit" else "cost_type"
    row = {"id": "", "first": code, "last": code, field: request.POST.get("to", "")}
    table = RuleTable(kind, held.fields, (*held.rows, row))
    return _written(request, access, table, rules_of(table, dossier.organisation))


def _written(
    request: HttpRequest, access: Access, table: RuleTable, rules: tuple[dict[str, object], ...]
) -> HttpResponse:
    seen = request.POST.get("revision", "")
    try:
        change_code_rules(
            access.board, access.year,
            unit_rules=rules if table.kind == "unit" else None,
            account_rules=rules if table.kind == "account" else None,
            seen=int(seen) if seen.isdecimal() and len(seen) < 10 else 0, by=actor(request),
        )  # fmt: skip
    except ProblemsError as error:
        wrong, rest = with_errors(table, error.problems)
        return _again(request, access, wrong, problems=rest or error.problems, status=422)
    except Conflict as conflict:
        return _again(request, access, table, conflict=conflict, status=409)
    messages.success(request, _("The rules are saved, and the balances follow them."))
    return redirect("ledger_codes", access.board, access.year)


def _again(
    request: HttpRequest, access: Access, table: RuleTable, *, status: int, problems: tuple[Problem, ...] = (),
    conflict: Conflict | None = None,
) -> HttpResponse:  # fmt: skip
    """The page with the table as it was typed."""
    page = replace(_page(request, access), problems=problems, conflict=conflict)
    page = replace(page, units=table) if table.kind == "unit" else replace(page, accounts=table)
    return render(request, "ledger/codes.html", {"page": page}, status=status)


def _page(request: HttpRequest, access: Access) -> CodesPage:
    revision = read.version(access.board, access.year).revision
    dossier = read.dossier(access.board, access.year)
    held = held_months(access.board, range(access.year - YEARS_BEFORE, access.year + 1))
    code_map = CodeMap(dossier.unit_rules, dossier.account_rules)
    units, accounts = without_rule([month.file for month in held], code_map, names_of(dossier.code_names))
    return CodesPage(
        frame=_frame(request, access, dossier, (len(units), len(accounts))),
        units=unit_table(dossier.unit_rules, dossier.organisation),
        accounts=account_table(dossier.account_rules),
        unmapped=units,
        unknown=accounts,
        controls=tuple(_controls(dossier)),
        national=tuple(_national()),
        choices=_choices(dossier),
        revision=revision,
        may_change=access.may("change_code_rules"),
        has_ledger=bool(held),
    )


def _controls(dossier: Dossier) -> Iterator[Control]:
    """A line for each year that the plan shows of the ledger."""
    for year in sorted({month.year for month in dossier.ledger_months}, reverse=True):
        held = [balance for balance in dossier.balances if balance.year == year]
        yield Control(
            year,
            sum((b.amount for b in held if b.unit is not None), Decimal("0.00")),
            sum((b.amount for b in held if b.unit is None), Decimal("0.00")),
            sum((b.amount for b in held if b.cost_type is None), Decimal("0.00")),
            sum((month.total for month in dossier.ledger_months if month.year == year), Decimal("0.00")),
        )


def _national() -> Iterator[NationalRule]:
    """The national rules, each once although it stands for accounts of several lengths."""
    seen = set()
    for rule in national_rules():
        if rule.source not in seen and len(rule.first) == 4:
            seen.add(rule.source)
            yield NationalRule(f"{rule.first}–{rule.last}", label(rule.cost_type), rule.source)


def _choices(dossier: Dossier) -> dict[str, tuple[tuple[str, str], ...]]:
    return {
        "unit": tuple(unit_words(dossier.organisation).items()),
        "cost_type": tuple((cost_type.value, say(label(cost_type))) for cost_type in CostType),
        "dimension": tuple((code, say(word)) for code, word in DIMENSIONS.items()),
    }


def _frame(request: HttpRequest, access: Access, dossier: Dossier, missing: tuple[int, int]) -> PageFrame:
    """`missing` is how many responsibilities have no unit, and how many accounts no cost type."""
    crumb = Link(_("Ledger"), address_of("ledger", access.board, access.year))
    lead = _("%(units)s responsibilities have no unit and %(accounts)s accounts no cost type.") % {
        "units": missing[0], "accounts": missing[1],
    }  # fmt: skip
    if not any(missing):
        lead = _("Every code of the ledger has its rule.") if dossier.ledger_months else ""
    return board_frame(
        request, access, dossier, section="economy", title=_("Codes and rules"), lead=lead, crumbs=(crumb,)
    )
