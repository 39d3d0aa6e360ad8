"""The central reserve with its parked items, and projects paid by accumulated surplus."""

from decimal import Decimal
from enum import StrEnum

from styrhus.finance.months import MonthNumber
from styrhus.values.record import Id, Name, Record


class ReserveState(StrEnum):
    PARKED = "parked"
    RELEASED = "released"
    WITHDRAWN = "withdrawn"


class ReserveItem(Record):
    """Money held back for something named, in kr; released it goes to `unit` from `month` on."""

    id: Id
    budget: Id
    name: Name
    amount: Decimal
    state: ReserveState = ReserveState.PARKED
    unit: Id | None = None
    month: MonthNumber | None = None
    condition: str = ""
    decision: str = ""
    last_year: int | None = None


class SurplusProject(Record):
    """A project paid by accumulated surplus (ackumulerat överskott), `amount` in kr beside its positions."""

    id: Id
    budget: Id
    name: Name
    unit: Id | None = None
    amount: Decimal
    motive: str = ""
    later_funding: str = ""
    decision: str = ""
