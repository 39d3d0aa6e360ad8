"""Investments, whose depreciation and internal interest become capital cost in the budget."""

from decimal import Decimal

from styrhus.finance.months import MonthNumber
from styrhus.values.record import Id, Name, Record


class Investment(Record):
    """`amount` in kr, in use from `year` and `month`; straight-line depreciation over `lifetime` years.

    `interest_rate` is the internal interest (internränta) in percent of the opening book value; `frame_year` the year
    whose investment frame it is taken from.
    """

    id: Id
    name: Name
    unit: Id | None = None
    amount: Decimal
    frame_year: int
    year: int
    month: MonthNumber = 1
    lifetime: int
    interest_rate: Decimal
    decision: str = ""
    note: str = ""
