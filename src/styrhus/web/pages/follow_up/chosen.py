"""What the reader asks a page of the follow-up for, read from the address and written into links."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.follow_up import latest_month
from styrhus.finance.codes.dimension import CostType
from styrhus.finance.follow_up.cell import ALL, UNMAPPED
from styrhus.values.unit import Unit

FORMS = {"tkr": Unit.TKR, "kr": Unit.KR, "mnkr": Unit.MNKR}
SPANS = {
    "accumulated": ("budget-to-date", "actual-to-date", "variance-to-date"),
    "month": ("month-budget", "month-actual", "month-variance"),
    "year": ("last-year",),
}
"""The columns before those of the full year."""
FULL_YEAR = ("budget", "forecast", "variance", "previous", "forecast-change")
KINDS = (ALL, *(kind.value for kind in CostType if kind.is_net_cost), UNMAPPED)


@dataclass(frozen=True)
class Chosen:
    """`month` 1–12, `span` what the first columns are about, `sort` a column (falling, with `-` rising) or empty."""

    month: int
    span: str = "accumulated"
    form: str = "tkr"
    cost_type: str = ALL
    sort: str = ""

    @classmethod
    def read(cls, query: QueryDict, dossier: Dossier) -> "Chosen":
        """Read an address; what it does not understand it takes as not asked for."""
        month, span, form = query.get("month", ""), query.get("span", ""), query.get("form", "")
        kind, sort = query.get("type", ""), query.get("sort", "")
        asked = int(month) if month.isascii() and month.isdigit() and len(month) <= 2 else 0
        found = cls(
            asked if 1 <= asked <= 12 else latest_month(dossier) or 12,
            span if span in SPANS else "accumulated",
            form if form in FORMS else "tkr",
            kind if kind in KINDS else ALL,
        )
        return replace(found, sort=sort) if sort.removeprefix("-") in found.columns else found

    @property
    def columns(self) -> tuple[str, ...]:
        return (*SPANS[self.span], *FULL_YEAR)

    @property
    def unit(self) -> Unit:
        return FORMS[self.form]

    def query(self, *, sort: str | None = None, cost_type: str | None = None) -> str:
        """The choice as the end of an address, without what is so anyway."""
        kind = self.cost_type if cost_type is None else cost_type
        held = {
            "month": str(self.month), "span": "" if self.span == "accumulated" else self.span,
            "form": "" if self.form == "tkr" else self.form, "type": "" if kind == ALL else kind,
            "sort": self.sort if sort is None else sort,
        }  # fmt: skip
        return "?" + urlencode({name: value for name, value in held.items() if value})
