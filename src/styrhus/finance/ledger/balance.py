"""Balances: what the ledger's rows come to by unit, cost type and month, and which months are in."""

from datetime import date
from decimal import Decimal

from styrhus.finance.codes.dimension import CostType
from styrhus.finance.months import MonthNumber
from styrhus.values.record import Id, Record


class Balance(Record):
    """Net cost of a unit and cost type in a month, in kr with öre: costs positive, income negative.

    `unit` is None for responsibilities that no rule maps and `cost_type` None for accounts that none knows, so that
    all balances of a month add up to the ledger's own total.
    """

    year: int
    month: MonthNumber
    unit: Id | None = None
    cost_type: CostType | None = None
    amount: Decimal


class LedgerMonth(Record):
    """A month that has been imported: from what, when, how many rows, and their total in kr (debit positive)."""

    year: int
    month: MonthNumber
    source: str
    rows: int
    total: Decimal
    imported: date | None = None
    closed: bool = False
    synthetic: bool = False
