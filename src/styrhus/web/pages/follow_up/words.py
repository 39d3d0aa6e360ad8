"""The follow-up in words: where the year stands, what it depends on, and how old the figures are."""

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext, ngettext

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.follow_up_figures import OWN, type_name, unit_name
from styrhus.finance.follow_up.cell import ALL, UNMAPPED
from styrhus.finance.follow_up.deviations import Part, explaining, of_the_year, parts_by_type, parts_by_unit
from styrhus.finance.follow_up.view import FollowUp
from styrhus.paper.words import date_in_words
from styrhus.reports.months import month_name
from styrhus.values.figure import Figure
from styrhus.values.unit import Unit
from styrhus.web.frame import current_language, say


def lead(dossier: Dossier, view: FollowUp, unit: str = ALL) -> str:
    """The deviation so far, what explains it, and where the year is heading, for a unit or the whole."""
    line = view.line(unit)
    told = [_so_far(view, line.accumulated.variance)]
    if line.accumulated.variance:
        told.append(_explained(dossier, view, unit, line.accumulated.variance))
    told.append(_heading(line.variance))
    return " ".join(sentence for sentence in told if sentence)


def _so_far(view: FollowUp, variance: Decimal | None) -> str:
    month = say(month_name(view.month))
    if variance is None:
        return gettext("There is no budget and outcome to compare up to the end of %(month)s.") % {"month": month}
    words = {"month": month, "amount": mnkr(abs(variance))}
    if is_even(variance):
        return gettext("Up to the end of %(month)s the outcome is as budgeted.") % words
    if variance < 0:
        return gettext("Up to the end of %(month)s the outcome is %(amount)s above budget.") % words
    return gettext("Up to the end of %(month)s the outcome is %(amount)s below budget.") % words


def _explained(dossier: Dossier, view: FollowUp, unit: str, variance: Decimal) -> str:
    """The unit that went furthest in the same direction, and which cost type there; for a unit alone its cost type."""
    if is_even(variance):
        return ""
    top = _divided(view, unit)
    part = explaining(parts_by_unit(view, top), variance)
    if part is None or not view.children(unit):
        kind = explaining(parts_by_type(view, unit), variance)
        return _by_type(kind)
    kind = explaining(parts_by_type(view, part.unit, own=part.unit == top), variance)
    name = unit_name(dossier, part.unit + (OWN if part.unit == top else ""), current_language())
    words = {"unit": name, "amount": mnkr(abs(part.amount))}
    if kind is None:
        return gettext("%(unit)s accounts for %(amount)s of it.") % words
    words["kind"] = say(type_name(kind.cost_type)).lower()
    return gettext("%(unit)s accounts for %(amount)s of it, mainly %(kind)s.") % words


def _divided(view: FollowUp, unit: str) -> str:
    """The unit itself, or the only one below it that has money, as far down as there is only one."""
    below = [child for child in view.children(unit) if child != UNMAPPED]
    return _divided(view, below[0]) if len(below) == 1 and view.children(below[0]) else unit


def _by_type(part: Part | None) -> str:
    if part is None:
        return ""
    words = {"kind": say(type_name(part.cost_type)).lower(), "amount": mnkr(abs(part.amount))}
    return gettext("Most of it is %(kind)s, %(amount)s.") % words


def _heading(variance: Decimal | None) -> str:
    if variance is None:
        return ""
    words = {"amount": mnkr(abs(variance))}
    if is_even(variance):
        return gettext("The full-year forecast is as budgeted.")
    if variance < 0:
        return gettext("The full-year forecast is %(amount)s above budget.") % words
    return gettext("The full-year forecast is %(amount)s below budget.") % words


def largest_sentence(dossier: Dossier, view: FollowUp) -> str:
    """The unit whose full-year forecast deviates most, for a short line."""
    parts = parts_by_unit(view, ALL, of_the_year)
    if not parts:
        return ""
    words = {"unit": unit_name(dossier, parts[0].unit, current_language()), "amount": mnkr(parts[0].amount)}
    return gettext("Largest forecast variance: %(unit)s, %(amount)s.") % words


def data_age(dossier: Dossier, view: FollowUp) -> str:
    """As of which day the ledger is, when it came, and whether it is synthetic; what is missing of it."""
    held = [row for row in dossier.ledger_months if row.year == view.year and row.month <= view.month]
    if not held:
        return gettext("The ledger of %(year)s has not been imported yet.") % {"year": view.year}
    language = current_language()
    last = max(row.month for row in held)
    day = date_in_words(_last_day(view.year, last).isoformat(), language)
    days = [row.imported for row in held if row.imported is not None]
    if days:
        words = {"day": day, "imported": date_in_words(max(days).isoformat(), language)}
        told = [gettext("As of %(day)s, imported %(imported)s.") % words]
    else:
        told = [gettext("As of %(day)s.") % {"day": day}]
    if view.missing:
        names = ", ".join(say(month_name(month)) for month in view.missing)
        told.append(
            ngettext(
                "A month is missing in the ledger: %(months)s.", "Months are missing in the ledger: %(months)s.",
                len(view.missing),
            ) % {"months": names}
        )  # fmt: skip
    return " ".join(told)


def is_synthetic(dossier: Dossier, year: int) -> bool:
    """Whether any month shown of the year or the year before was made and not booked."""
    return any(row.synthetic for row in dossier.ledger_months if row.year in {year, year - 1})


def mnkr(amount: Decimal) -> str:
    """`3,2 mnkr`; amounts under half a tenth in tkr."""
    in_kr = Figure(amount, Unit.KR)
    language = current_language()
    if abs(amount) < 50_000:
        return in_kr.to(Unit.TKR).text(decimals=0, language=language)
    return in_kr.to(Unit.MNKR).text(decimals=1, language=language)


def is_even(variance: Decimal) -> bool:
    """Less than half a tkr is no deviation that a sentence names."""
    return abs(variance) < 500


def _last_day(year: int, month: int) -> date:
    first_of_next = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(first_of_next.toordinal() - 1)
