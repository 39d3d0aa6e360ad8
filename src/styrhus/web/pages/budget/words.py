"""What the pages of the budget say first: the version against its frame."""

from decimal import Decimal

from django.utils.translation import gettext as _

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.follow_up import followed_budget
from styrhus.finance.budget.checks import against_frame
from styrhus.finance.budget.version import BudgetVersion
from styrhus.values.figure import Figure
from styrhus.values.number import format_number
from styrhus.values.unit import Unit
from styrhus.web.frame import current_language


def main_version(dossier: Dossier) -> BudgetVersion | None:
    """The version that the year is held against, else the latest of the plan year; None when there is none."""
    held = [version for version in dossier.budget_versions if version.year == dossier.plan.year]
    return followed_budget(dossier) or (held[-1] if held else None)


def lead(dossier: Dossier, version: BudgetVersion) -> str:
    """The net cost against the frame: what is left, or lacks, and how much of it is shown as unfinanced."""
    found = against_frame(dossier, version.id)
    told = [_first(version, found.net_cost, found.frame)]
    if found.surplus:
        told.append(_("Accumulated surplus pays %(amount)s beside it.") % {"amount": money(found.surplus)})
    if found.left is not None and found.left > 0:
        told.append(_("%(amount)s of the frame is not allocated.") % {"amount": money(found.left)})
    if found.left is not None and found.left < 0:
        told.append(_("%(amount)s has no money in the frame.") % {"amount": money(-found.left)})
    if found.unfinanced:
        words = _("The units' budgets come to %(amount)s more: a line of unfinanced deficit holds the difference.")
        told.append(words % {"amount": money(-found.unfinanced)})
    return " ".join(told)


def _first(version: BudgetVersion, net_cost: Decimal, frame: Decimal | None) -> str:
    named = {"version": version.name, "cost": money(net_cost)}
    if frame is None:
        return _("%(version)s is %(cost)s net. There is no frame of the year to hold it against.") % named
    if net_cost == frame:
        return _("%(version)s is %(cost)s net, exactly the frame.") % named
    return _("%(version)s is %(cost)s net; the frame is %(frame)s.") % {**named, "frame": money(frame)}


def money(amount: Decimal) -> str:
    """`518,7 mnkr`, or tkr for what would be rounded to nothing."""
    unit, decimals = (Unit.MNKR, 1) if abs(amount) >= 1_000_000 else (Unit.TKR, 0)
    return Figure(amount, Unit.KR).to(unit).text(decimals=decimals, language=current_language())


def tkr(amount: Decimal | None) -> str:
    """An amount in kr as whole thousands; a dash when it is not known."""
    if amount is None:
        return "–"
    return format_number(amount / 1000, 0, language=current_language())
