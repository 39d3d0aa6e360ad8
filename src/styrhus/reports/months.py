"""Months in words, and which month a report is written for."""

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.follow_up import latest_month
from styrhus.paper.words import MONTHS
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import Text, msg

LAW = range(6, 9)
"""Months that the interim report that the law demands may end with: half the year at least, two thirds at most.

Source: kommunallagen (2017:725) 11 kap. 16 § and lag (2018:597) om kommunal bokföring och redovisning 13 kap. 1 §.
"""
YEAR_END = 12


def month_name(month: int) -> Text:
    """`augusti`."""
    return MONTHS[month - 1]


def stretch(month: int, language: str) -> str:
    """`januari–augusti`; one month alone is named once."""
    first, last = (month_name(held).render(language) for held in (1, month))
    return first if month == 1 else f"{first}–{last}"


def latest(dossier: Dossier) -> int | None:
    """The last month of the plan year that the ledger has."""
    return latest_month(dossier)


def interim(dossier: Dossier) -> int | None:
    """The latest month of those that the law lets an interim report end with, else the latest of all."""
    found = latest_month(dossier, at_most=LAW[-1])
    return found if found in LAW else latest_month(dossier)


def require_month(dossier: Dossier, month: int | None) -> None:
    """ProblemsError when what is asked for is no month, or none that the ledger has."""
    year = dossier.plan.year
    if latest_month(dossier) is None:
        told = msg("The ledger has no month of {year} to report on.", year=year)
        raise ProblemsError((Problem(told, msg("Import the ledger first.")),))
    if month is None or not 1 <= month <= YEAR_END:
        told = msg("There is no month {month}.", month=month)
        raise ProblemsError((Problem(told, msg("Write a number from 1 to 12."), value=str(month)),))
    if not any((held.year, held.month) == (year, month) for held in dossier.ledger_months):
        told = msg("The ledger has no {month} {year}.", month=month_name(month), year=year)
        raise ProblemsError((Problem(told, msg("Import it first, or choose a month that the ledger has.")),))
