"""What units forecast for the full year, and accruals for what the ledger does not have yet."""

from datetime import date
from decimal import Decimal

from styrhus.finance.codes.dimension import CostType
from styrhus.finance.months import MonthNumber
from styrhus.values.record import Id, Name, Record


class UnitForecast(Record):
    """Full-year net cost in kr (cost positive) as a unit saw it after `month`; one cost type, or None for the whole."""

    year: int
    month: MonthNumber
    unit: Id
    cost_type: CostType | None = None
    amount: Decimal
    comment: str = ""
    action: str = ""
    entered_by: str = ""
    entered_on: date | None = None


class Accrual(Record):
    """An estimated cost (kr, income negative) that the ledger lacks at the end of `month`; it reverses the next.

    `reverses` is the month in which it is taken back, None for a year-end accrual that goes into the next year.
    """

    id: Id
    year: int
    month: MonthNumber
    unit: Id
    cost_type: CostType
    amount: Decimal
    reason: Name
    reverses: MonthNumber | None = None
    entered_by: str = ""
