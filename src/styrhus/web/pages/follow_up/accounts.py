"""The accounts that a unit and cost type is the sum of, straight from the ledger's rows."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.follow_up import follow_up as follow_up_of
from styrhus.dossier.follow_up_figures import OWN, type_name, unit_name
from styrhus.finance.codes.code_map import CodeMap
from styrhus.finance.codes.dimension import CostType, Dimension
from styrhus.finance.follow_up.cell import ALL, UNMAPPED
from styrhus.finance.follow_up.forecast import Accrual
from styrhus.finance.follow_up.rounded import rounded
from styrhus.finance.follow_up.view import FollowUp
from styrhus.finance.ledger.query import AccountBalance, account_balances
from styrhus.finance.ledger.row_filter import RowFilter
from styrhus.reports.months import month_name, stretch
from styrhus.store import ledger, read
from styrhus.values.missing import total
from styrhus.values.unit import Unit
from styrhus.web.addresses import address_of
from styrhus.web.frame import PageFrame, current_language, say
from styrhus.web.kept import kept
from styrhus.web.pages.follow_up.chosen import KINDS, Chosen
from styrhus.web.pages.follow_up.follow_up import Choices, choices
from styrhus.web.pages.follow_up.rows import amount_text, capital
from styrhus.web.pages.follow_up.unit import unit_frame
from styrhus.web.pages.follow_up.words import is_synthetic
from styrhus.web.permissions import Access, board_for


@dataclass(frozen=True)
class AccountRow:
    """An account; `href` leads to its rows of the stretch of months."""

    account: str
    name: str
    href: str
    rows: int
    amounts: tuple[str, str]


@dataclass(frozen=True)
class Estimate:
    reason: str
    month: str
    amount: str
    href: str


@dataclass(frozen=True)
class AccountsPage:
    frame: PageFrame
    choices: Choices
    caption: str
    stretch: str
    rows: tuple[AccountRow, ...]
    total: tuple[str, str]
    all_rows: str
    estimates: tuple[Estimate, ...]
    unit: str
    synthetic: bool
    own: bool = False


@require_safe
def follow_up_accounts(request: HttpRequest, board: str, year: int, *, unit: str, cost_type: str) -> HttpResponse:
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    chosen = Chosen.read(request.GET, dossier)
    view = follow_up_of(dossier, chosen.month)
    known = unit in dossier.unit_by_id or unit in {ALL, *view.children()}
    if not known or cost_type not in KINDS:
        raise Http404
    named = unit + OWN if request.GET.get("own") == "1" and unit in dossier.unit_by_id else unit
    page = _page(request, access, dossier, (view, chosen, named, cost_type))
    template = "follow_up/_accounts.html" if getattr(request, "htmx", False) else "follow_up/accounts.html"
    return render(request, template, {"page": page})


def _page(
    request: HttpRequest, access: Access, dossier: Dossier, shown: tuple[FollowUp, Chosen, str, str]
) -> AccountsPage:
    view, chosen, unit, cost_type = shown
    months = (chosen.month,) if chosen.span == "month" else tuple(range(1, chosen.month + 1))
    now, before = _sums(dossier, view, unit, cost_type, months=months)
    kind = capital(say(type_name(cost_type)))
    caption = f"{unit_name(dossier, unit, current_language())}: {kind}"
    rows, sums = _rows(access, dossier, (now, before), chosen=chosen, place=(unit, cost_type))
    language = current_language()
    return AccountsPage(
        frame=unit_frame(
            request, access, dossier, unit=unit.removesuffix(OWN), lead="", view=view,
            title=caption if unit == ALL else kind, below="accounts",
        ),
        choices=choices(dossier, view, chosen, kinds=False),
        caption=caption,
        stretch=say(month_name(chosen.month)) if chosen.span == "month" else stretch(chosen.month, language),
        rows=rows,
        total=sums,
        all_rows=rows_address(access, unit, cost_type, months=months),
        estimates=_estimates(access, dossier, view, (unit, cost_type, months)),
        unit=chosen.form,
        synthetic=is_synthetic(dossier, view.year),
        own=unit.endswith(OWN),
    )  # fmt: skip


def units_of(view: FollowUp, named: str) -> tuple[str, ...]:
    """The unit and all below it, or the unit alone when its own money is asked for."""
    unit = named.removesuffix(OWN)
    return tuple(view.below(unit)) if unit == named else (unit,)


Sums = dict[str, tuple[Decimal, int]]


def _sums(
    dossier: Dossier, view: FollowUp, unit: str, cost_type: str, *, months: tuple[int, ...]
) -> tuple[Sums, Sums]:  # fmt: skip
    """Account to amount in kr and number of rows, of the plan year and of the year before."""
    units = None if unit == ALL else (None,) if unit == UNMAPPED else units_of(view, unit)
    kinds = tuple(kind for kind in CostType if kind.is_net_cost)
    wanted = {ALL: (*kinds, None), UNMAPPED: (None,)}.get(cost_type) or (CostType(cost_type),)
    chosen = RowFilter(months=months, units=units, cost_types=wanted)

    def ask() -> tuple[Sums, Sums]:
        code_map = CodeMap(dossier.unit_rules, dossier.account_rules)
        years = (view.year, view.year - 1)
        found = (account_balances(ledger.files_of(dossier.board.id, year), chosen, code_map) for year in years)
        now, before = (_by_account(rows) for rows in found)
        return now, before

    return kept(dossier, ("accounts", unit, cost_type, months), ask)


def _by_account(rows: Iterable[AccountBalance]) -> Sums:
    found: defaultdict[str, tuple[Decimal, int]] = defaultdict(lambda: (Decimal(0), 0))
    for row in rows:
        amount, count = found[row.account]
        found[row.account] = amount + row.amount, count + row.rows
    return dict(found)


def _rows(
    access: Access, dossier: Dossier, sums: tuple[Sums, Sums], *, chosen: Chosen, place: tuple[str, str]
) -> tuple[tuple[AccountRow, ...], tuple[str, str]]:
    """The accounts in their order, rounded so that they add up, and their sums."""
    accounts = sorted({account for held in sums for account in held})
    columns = [[held[account][0] if account in held else None for account in accounts] for held in sums]
    shown, totals = [], []
    for values in columns:
        exact = total(values).value
        whole = rounded([exact], None, None, form=chosen.unit)[0]
        shown.append(rounded(values, exact, whole, form=chosen.unit))
        totals.append(amount_text(whole, chosen.unit))
    names = {name.code: name.name for name in dossier.code_names if name.dimension is Dimension.ACCOUNT}
    months = (chosen.month,) if chosen.span == "month" else tuple(range(1, chosen.month + 1))
    rows = tuple(
        AccountRow(
            account, names.get(account, ""), rows_address(access, *place, months=months, account=account),
            sums[0].get(account, (None, 0))[1],
            (amount_text(shown[0][number], chosen.unit), amount_text(shown[1][number], chosen.unit)),
        )
        for number, account in enumerate(accounts)
    )  # fmt: skip
    return rows, (totals[0], totals[1])


def rows_address(access: Access, unit: str, cost_type: str, *, months: tuple[int, ...], account: str = "") -> str:
    """The page of the ledger's rows, narrowed to a unit, cost type, stretch of months and account."""
    held = {
        "unit": "" if unit == ALL else unit, "cost_type": "" if cost_type == ALL else cost_type, "account": account,
        "from": str(months[0]), "to": str(months[-1]),
    }  # fmt: skip
    query = urlencode({name: value for name, value in held.items() if value})
    return f"{address_of('ledger_rows', access.board, access.year)}?{query}"


def _estimates(
    access: Access, dossier: Dossier, view: FollowUp, shown: tuple[str, str, tuple[int, ...]]
) -> tuple[Estimate, ...]:
    """The accruals that the actual holds beside the ledger."""
    unit, cost_type, months = shown
    units = None if unit == ALL else set(units_of(view, unit))
    held = (row for row in dossier.accruals if row.year == view.year and (units is None or row.unit in units))
    return tuple(
        _estimate(access, row)
        for row in held
        if cost_type in {ALL, row.cost_type.value} and (row.month in months) != (row.reverses in months)
    )


def _estimate(access: Access, row: Accrual) -> Estimate:
    value = rounded([row.amount], None, None, form=Unit.TKR)[0]
    href = address_of("accruals", access.board, access.year)
    return Estimate(row.reason, capital(say(month_name(row.month))), f"{amount_text(value, Unit.TKR)} tkr", href)
