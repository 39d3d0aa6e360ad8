"""Budget versions and their lines."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from styrhus.finance.codes.dimension import CostType
from styrhus.finance.months import Monthly
from styrhus.values.record import Id, Name, Record


class VersionKind(StrEnum):
    """What a version is; `supplementary` is added to the one that it is based on, the others stand alone."""

    COUNCIL = "council"
    INTERNAL = "internal"
    REVISED = "revised"
    SUPPLEMENTARY = "supplementary"
    FORECAST = "forecast"
    CLOSING = "closing"
    DRAFT = "draft"


class LineKind(StrEnum):
    """Ordinary budget, or one of the lines that are shown apart."""

    ORDINARY = "ordinary"
    POSITIONS = "positions"
    CAPITAL = "capital"
    RESERVE = "reserve"
    SAVING = "saving"
    UNFINANCED_DEFICIT = "unfinanced_deficit"
    SURPLUS = "surplus"
    """Use of accumulated surplus, which pays beside the frame: negative, of cost type council grant."""


class BudgetVersion(Record):
    """A version of the budget of `year`; an adopted one is not edited any more."""

    id: Id
    name: Name
    kind: VersionKind
    year: int
    based_on: Id | None = None
    decision: str = ""
    decided: date | None = None
    adopted: bool = False
    source: str = ""
    note: str = ""

    @property
    def is_added(self) -> bool:
        """Whether it is added to the version that it is based on."""
        return self.kind is VersionKind.SUPPLEMENTARY and self.based_on is not None


class PeriodisationKey(Monthly):
    """How a year's amount falls on months: weights whose proportions count; amounts are exact to the öre after it."""

    id: Id
    name: Name
    note: str = ""


class BudgetLine(Monthly):
    """An amount of the year in kr in the version `budget`: costs positive, income negative.

    Months that are given add up to `amount`; else `periodisation` spreads it, and without it in twelfths.
    `kind` tells what the line is beside ordinary budget; `last_year` is the last year of temporary money.
    """

    id: Id
    budget: Id
    unit: Id
    cost_type: CostType
    label: str = ""
    account: str = ""
    project: str = ""
    kind: LineKind = LineKind.ORDINARY
    amount: Decimal
    periodisation: Id | None = None
    last_year: int | None = None
    source: str = ""
    note: str = ""
