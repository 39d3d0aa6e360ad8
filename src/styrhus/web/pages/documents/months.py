"""The month that a report is asked for, and the months to choose among."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.urls import reverse

from styrhus.dossier.dossier import Dossier
from styrhus.reports.kind import DocumentKind
from styrhus.reports.months import YEAR_END, month_name
from styrhus.web.frame import Link, say
from styrhus.web.permissions import Access


@dataclass(frozen=True)
class Months:
    """The month of a report (None for a plan) with its name, and a link to the report of each month of the ledger."""

    month: int | None = None
    name: str = ""
    links: tuple[Link, ...] = ()

    @property
    def query(self) -> str:
        """What addresses about this document end with."""
        return "" if self.month is None else f"?month={self.month}"


def months_of(
    request: HttpRequest, access: Access, dossier: Dossier, kind: DocumentKind, *, to: str = "document"
) -> Months:
    """The month in the address, else the report's own choice; 404 for what is no month."""
    if kind.monthly is None:
        return Months()
    asked = request.GET.get("month", "")
    if asked and not (asked.isdecimal() and 1 <= int(asked) <= YEAR_END):
        raise Http404(asked)
    month = kind.month(dossier, int(asked) if asked else None)
    home = reverse(to, args=[access.board, access.year, kind.id])
    held = sorted({m.month for m in dossier.ledger_months if m.year == dossier.plan.year})
    links = tuple(Link(say(month_name(m)), of_month(home, m), m == month) for m in held)
    return Months(month, say(month_name(month)) if month else "", links)


def of_month(href: str, month: int | None) -> str:
    """An address with the month of a report."""
    return href if month is None else f"{href}?month={month}"
