"""Rows of the ledger: drilled down to by unit, cost type, account, month, voucher and text, page by page."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from io import StringIO
from pathlib import Path

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrhus.actions.permission import with_units_below
from styrhus.dossier.dossier import Dossier
from styrhus.dossier.follow_up_figures import OWN, unit_name
from styrhus.finance.codes.code_map import CodeMap
from styrhus.finance.codes.dimension import CostType, Dimension
from styrhus.finance.labels import label
from styrhus.finance.ledger.query import code_balances, rows
from styrhus.finance.ledger.row_filter import LedgerRow, Page, RowOrder, RowPage
from styrhus.store import read
from styrhus.store.ledger.journal import HeldMonth, held_months
from styrhus.store.ledger.preview import names_of
from styrhus.store.ledger.refresh import YEARS_BEFORE
from styrhus.values.number import format_number
from styrhus.web.addresses import address_of
from styrhus.web.frame import Link, PageFrame, board_frame, current_language, say
from styrhus.web.pages.ledger.ledger import data_age
from styrhus.web.pages.ledger.row_choice import NO_CODE, Reach, RowChoice, reach_of
from styrhus.web.permissions import Access, board_for

ON_A_PAGE = 100
IN_A_FILE = 20_000
"""Rows that are read at a time for a file."""
MOST_IN_A_FILE = 500_000
BYTE_ORDER_MARK = "\ufeff"
Choice = tuple[str, str, bool]
COLUMNS = (
    "date", "voucher", "responsibility", "account", "activity_code", "task", "project", "counterparty", "text", "amount"
)  # fmt: skip


@dataclass(frozen=True)
class RowLine:
    """A row with the names of its codes."""

    row: LedgerRow
    account_name: str
    responsibility_name: str


@dataclass(frozen=True)
class AccountSum:
    account: str
    name: str
    rows: int
    amount: Decimal


@dataclass(frozen=True)
class RowsPage:
    """Rows, or for those who may not read them the sums by account; `count` and `total` are of all that was asked."""

    frame: PageFrame
    choice: RowChoice
    reach: Reach
    lines: tuple[RowLine, ...]
    sums: tuple[AccountSum, ...]
    count: int
    total: Decimal
    months: tuple[HeldMonth, ...]
    years: tuple[Choice, ...]
    firsts: tuple[Choice, ...]
    lasts: tuple[Choice, ...]
    units: tuple[Choice, ...]
    cost_types: tuple[Choice, ...]
    orders: tuple[Choice, ...]
    has_synthetic: bool

    @property
    def pages(self) -> int:
        return max(1, -(-self.count // ON_A_PAGE))

    @property
    def is_too_long_for_a_file(self) -> bool:
        return self.count > MOST_IN_A_FILE


def ledger_rows(request: HttpRequest, board: str, year: int) -> HttpResponseBase:
    """The page, or its rows as a CSV file when the address asks for `format=csv`."""
    access = board_for(request.user, board, year)
    choice = RowChoice.read(request.GET, year)
    dossier = read.dossier(board, year)
    asked = _Asked(access, dossier, choice)
    if request.GET.get("format") == "csv" and not asked.reach.sums_only:
        return _file(asked)
    page = _page(request, access, dossier, asked)
    return render(request, "ledger/rows.html", {"page": page})


class _Asked:
    """The question to the ledger: its files, the rules, and the filter within what the reader may see."""

    def __init__(self, access: Access, dossier: Dossier, choice: RowChoice) -> None:
        self.choice = choice
        self.reach = reach_of(access)
        self.held = held_months(access.board, (choice.year,))
        self.files: tuple[Path, ...] = tuple(month.file for month in self.held)
        self.code_map = CodeMap(dossier.unit_rules, dossier.account_rules)
        asked = _units_asked(choice.unit, dossier)
        # Sums by account hold no texts, and are the same for all who may read the board.
        reach = Reach(True) if self.reach.sums_only else self.reach
        self.filter = choice.filter(reach.within(asked))

    def rows(self, number: int, size: int) -> RowPage:
        return rows(self.files, self.filter, Page(number, size, self.choice.order), self.code_map)


def _units_asked(unit: str, dossier: Dossier) -> frozenset[str | None] | None:
    """The unit with those below it, or with `~own` the unit alone; None when all are asked for."""
    if not unit:
        return None
    if unit == NO_CODE:
        return frozenset((None,))
    if unit.endswith(OWN):
        return frozenset((unit.removesuffix(OWN),))
    return frozenset(with_units_below(unit, dossier.organisation))


def _page(request: HttpRequest, access: Access, dossier: Dossier, asked: _Asked) -> RowsPage:
    choice, names = asked.choice, names_of(dossier.code_names)
    lines: tuple[RowLine, ...] = ()
    sums: tuple[AccountSum, ...] = ()
    if asked.reach.sums_only:
        sums = tuple(_sums(asked, names))
        count, total = sum(each.rows for each in sums), sum((each.amount for each in sums), Decimal(0))
    else:
        found = asked.rows(choice.page, ON_A_PAGE)
        lines = tuple(_line(row, names) for row in found.rows)
        count, total = found.count, found.total
    return RowsPage(
        frame=_frame(request, access, dossier, asked, count=count, total=total),
        choice=choice, reach=asked.reach, lines=lines, sums=sums, count=count, total=total, months=asked.held,
        years=tuple((str(y), str(y), y == choice.year) for y in range(access.year, access.year - YEARS_BEFORE - 1, -1)),
        firsts=_months(choice.first), lasts=_months(choice.last),
        units=tuple(_units(dossier, asked)), cost_types=tuple(_cost_types(choice)),
        orders=tuple((o.value, word, o is choice.order) for o, word in _order_words().items()),
        has_synthetic=any(month.synthetic for month in asked.held),
    )  # fmt: skip


def _sums(asked: _Asked, names: dict[tuple[Dimension, str], str]) -> Iterator[AccountSum]:
    chosen = asked.choice
    within = RowChoice(**{**vars(chosen), "text": "", "voucher": ""}).filter(asked.filter.units)
    by = (Dimension.ACCOUNT,)
    for each in code_balances(asked.files, by=by, months=False, chosen=within, code_map=asked.code_map):
        account = each.codes[0][1] or ""
        yield AccountSum(account, names.get((Dimension.ACCOUNT, account), ""), each.rows, each.amount)


def _line(row: LedgerRow, names: dict[tuple[Dimension, str], str]) -> RowLine:
    responsibility = names.get((Dimension.RESPONSIBILITY, row.responsibility or ""), "")
    return RowLine(row, names.get((Dimension.ACCOUNT, row.account), ""), responsibility)


def _months(chosen: int) -> tuple[Choice, ...]:
    return tuple((str(month), f"{month:02d}", month == chosen) for month in range(1, 13))


def _units(dossier: Dossier, asked: _Asked) -> Iterator[Choice]:
    """The units that the reader can choose among."""
    reach, chosen = asked.reach, asked.choice.unit
    for unit in dossier.organisation:
        if reach.everything or reach.sums_only or unit.id in reach.units:
            yield unit.id, unit.name, unit.id == chosen
            if chosen == unit.id + OWN:
                yield chosen, unit_name(dossier, chosen, current_language()), True
    if reach.everything or reach.sums_only:
        yield NO_CODE, _("no unit"), chosen == NO_CODE


def _cost_types(choice: RowChoice) -> Iterator[Choice]:
    for cost_type in CostType:
        yield cost_type.value, say(label(cost_type)), cost_type.value == choice.cost_type
    yield NO_CODE, _("no cost type"), choice.cost_type == NO_CODE


def _order_words() -> dict[RowOrder, str]:
    return {
        RowOrder.DATE: _("date"), RowOrder.AMOUNT: _("largest amount first"),
        RowOrder.CODES: _("responsibility and account"),
    }  # fmt: skip


def _frame(
    request: HttpRequest, access: Access, dossier: Dossier, asked: _Asked, *, count: int, total: Decimal
) -> PageFrame:
    crumb = Link(_("Ledger"), address_of("ledger", access.board, access.year))
    language = current_language()
    told = ngettext("%(count)s row, in all %(total)s kr.", "%(count)s rows, in all %(total)s kr.", count) % {
        "count": format_number(Decimal(count), 0, language=language),
        "total": format_number(total, 2, language=language),
    }
    return board_frame(
        request, access, dossier, section="economy", title=_("Rows of the ledger"), lead=told if asked.files else "",
        data_age=data_age(asked.held), crumbs=(crumb,),
    )  # fmt: skip


def _file(asked: _Asked) -> HttpResponseBase:
    """All rows asked for, written while they are read."""
    if asked.rows(1, 1).count > MOST_IN_A_FILE:
        return HttpResponse(_("So many rows do not fit in a file. Narrow what you ask for."), status=422)
    name = f"rows-{asked.choice.year}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingHttpResponse(_csv(asked), content_type="text/csv; charset=utf-8", headers=headers)


def _csv(asked: _Asked) -> Iterator[str]:
    yield BYTE_ORDER_MARK + _written([COLUMNS])
    number = 1
    while held := asked.rows(number, IN_A_FILE).rows:
        yield _written([_cells(row) for row in held])
        number += 1


def _cells(row: LedgerRow) -> tuple[str, ...]:
    held = {name: getattr(row, name) for name in COLUMNS}
    held["amount"] = str(row.amount).replace(".", ",")
    held["date"] = row.date.isoformat() if row.date else f"{row.year}-{row.month:02d}"
    return tuple(_harmless(held[name] or "") for name in COLUMNS)


def _harmless(text: str) -> str:
    """A text that a spreadsheet would run as a formula is written with an apostrophe; amounts begin with a digit."""
    if text[:1] in {"=", "+", "@", "\t", "\r"} or (text[:1] == "-" and not text[1:2].isdigit()):
        return f"'{text}"
    return text


def _written(lines: list[tuple[str, ...]]) -> str:
    out = StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(lines)
    return out.getvalue()
