"""The control line: what the ledger's total is made of, and what is without a unit or a cost type."""

from dataclasses import dataclass
from decimal import Decimal

from django.urls import NoReverseMatch
from django.utils.translation import gettext

from styrhus.dossier.dossier import Dossier
from styrhus.finance.follow_up.controls import Controls, controls
from styrhus.finance.follow_up.rounded import DECIMALS
from styrhus.finance.follow_up.view import FollowUp
from styrhus.values.number import format_number
from styrhus.values.unit import Unit
from styrhus.web.addresses import address_of
from styrhus.web.frame import current_language
from styrhus.web.pages.follow_up.words import mnkr


@dataclass(frozen=True)
class ControlLine:
    """The sums in kr and öre in words; `warnings` name what does not add up or has no place."""

    terms: tuple[tuple[str, str], ...]
    adds_up: bool
    unmapped: str
    codes: str


def control_line(dossier: Dossier, view: FollowUp) -> ControlLine | None:
    """None before the first import."""
    if not view.imported:
        return None
    found = controls(
        dossier.ledger_months, dossier.balances, dossier.accruals, year=view.year, month=view.month
    )  # fmt: skip
    own = view.line().accumulated.actual
    return ControlLine(
        _terms(found), found.difference == 0 and own == found.shown, _unmapped(found),
        _address("ledger_codes", dossier),
    )  # fmt: skip


def _terms(found: Controls) -> tuple[tuple[str, str], ...]:
    words = (
        (gettext("Total of the ledger"), found.ledger),
        (gettext("Net cost"), found.net_cost),
        (gettext("Council grant"), found.grant),
        (gettext("Balance accounts"), found.balance),
        (gettext("Difference"), found.difference),
        (gettext("Accruals beside the ledger"), found.accrued),
        (gettext("Net cost of the follow-up"), found.shown),
    )
    return tuple((word, _kr(amount)) for word, amount in words)


def _kr(amount: Decimal) -> str:
    return format_number(amount, DECIMALS[Unit.KR], language=current_language())


def _unmapped(found: Controls) -> str:
    told = []
    if found.unmapped:
        told.append(gettext("%(amount)s is booked on codes without a unit.") % {"amount": mnkr(found.unmapped)})
    if found.unknown:
        told.append(gettext("%(amount)s is booked on unknown accounts.") % {"amount": mnkr(found.unknown)})
    return " ".join(told)


def _address(name: str, dossier: Dossier) -> str:
    """Empty where there is no such page."""
    try:
        return address_of(name, dossier.board.id, dossier.plan.year)
    except NoReverseMatch:
        return ""
