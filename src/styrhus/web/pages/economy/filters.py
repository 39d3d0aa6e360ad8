"""What the reader asks the economy page for, read from the address and written into links."""

from dataclasses import dataclass

from django.http import QueryDict

from styrhus.finance.table import TableKind
from styrhus.reports.parts.tables import Form
from styrhus.values.unit import Unit

FORMS = {"tkr": Form(Unit.TKR, 0), "mnkr": Form(Unit.MNKR, 1)}


@dataclass(frozen=True)
class EconomyFilter:
    """`kind` None is every kind, `unit` empty is as printed, `years` empty is every year."""

    kind: TableKind | None = None
    unit: str = ""
    years: frozenset[int] = frozenset()

    @classmethod
    def read(cls, query: QueryDict) -> "EconomyFilter":
        """Read an address; what it does not understand it takes as not asked for."""
        kind = query.get("kind", "")
        unit = query.get("unit", "")
        years = {int(year) for year in query.getlist("y") if year.isascii() and year.isdigit() and len(year) == 4}
        return cls(
            TableKind(kind) if kind in set(TableKind) else None,
            unit if unit in FORMS else "",
            frozenset(years),
        )

    @property
    def is_active(self) -> bool:
        return self != EconomyFilter()

    @property
    def form(self) -> Form | None:
        return FORMS.get(self.unit)
