"""Positions (tjänster), whose pay adds up to staff cost."""

from decimal import Decimal

from styrhus.finance.months import MonthNumber
from styrhus.values.record import Id, Name, Record


class Position(Record):
    """FTE × months × monthly salary × (1 + overhead rate), less the months that a vacancy is held.

    `salary` in kr a month and FTE, `overhead_rate` (PO-pålägg) in percent, months 1–12 inclusive. `funding` names
    who pays when it is not the frame; `last_year` is the last year of a temporary one.
    """

    id: Id
    budget: Id
    unit: Id
    title: Name
    fte: Decimal
    first_month: MonthNumber = 1
    last_month: MonthNumber = 12
    salary: Decimal
    overhead_rate: Decimal
    vacant_months: Decimal = Decimal(0)
    funding: str = ""
    surplus_project: Id | None = None
    last_year: int | None = None
    note: str = ""
