"""The accruals: what the ledger lacks at the end of a month, and when it is taken back."""

from dataclasses import dataclass
from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.follow_up import follow_up as follow_up_of
from styrhus.dossier.follow_up import latest_month
from styrhus.dossier.follow_up_figures import type_name, unit_name
from styrhus.finance.follow_up.forecast import Accrual
from styrhus.reports.months import month_name
from styrhus.store import read
from styrhus.values.number import format_number
from styrhus.web.frame import PageFrame, board_frame, current_language, say
from styrhus.web.pages.follow_up.rows import capital
from styrhus.web.pages.follow_up.words import data_age, mnkr
from styrhus.web.permissions import board_for


@dataclass(frozen=True)
class AccrualRow:
    """`state` tells whether it still counts after the latest month of the ledger."""

    key: str
    reason: str
    unit: str
    cost_type: str
    month: str
    reverses: str
    amount: str
    who: str
    state: str


@dataclass(frozen=True)
class AccrualsPage:
    frame: PageFrame
    rows: tuple[AccrualRow, ...]
    may_change: bool


@require_safe
def accruals(request: HttpRequest, board: str, year: int) -> HttpResponse:
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    view = follow_up_of(dossier, latest_month(dossier) or 12)
    frame = board_frame(
        request, access, dossier, section="economy", title=gettext("Accruals"), lead=_lead(dossier),
        data_age=data_age(dossier, view),
    )  # fmt: skip
    held = sorted(dossier.accruals, key=lambda row: (-row.year, -row.month))
    rows = tuple(_row(dossier, row) for row in held)
    page = AccrualsPage(frame, rows, access.may("change_accrual"))
    return render(request, "follow_up/accruals.html", {"page": page})


def _lead(dossier: Dossier) -> str:
    """What is estimated beside the ledger after its latest month."""
    month = latest_month(dossier)
    if month is None:
        return ""
    left = sum((row.amount for row in dossier.accruals if _counts(dossier, row)), Decimal(0))
    words = {"amount": mnkr(left), "month": say(month_name(month))}
    return gettext("At the end of %(month)s, %(amount)s is estimated beside the ledger.") % words


def _counts(dossier: Dossier, row: Accrual) -> bool:
    month = latest_month(dossier) or 0
    return row.year == dossier.plan.year and row.month <= month and (row.reverses is None or row.reverses > month)


def _row(dossier: Dossier, row: Accrual) -> AccrualRow:
    language = current_language()
    taken_back = say(month_name(row.reverses)) if row.reverses else gettext("next year")
    return AccrualRow(
        row.id, row.reason, unit_name(dossier, row.unit, language), say(type_name(row.cost_type)),
        capital(say(month_name(row.month))), capital(taken_back),
        format_number(row.amount, 2 if row.amount % 1 else 0, language=language), row.entered_by,
        gettext("counts now") if _counts(dossier, row) else gettext("does not count now"),
    )  # fmt: skip
