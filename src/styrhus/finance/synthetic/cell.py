"""What a made-up ledger is made of: a year's amount of a responsibility, and the rows that it becomes."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from styrhus.finance.codes.dimension import CostType


class Style(StrEnum):
    """How an amount of a year arises, which decides its accounts, its seasons and its vouchers."""

    PAY = "pay"
    RENT = "rent"
    PURCHASES = "purchases"
    CARE = "care"
    FOSTER = "foster"
    BENEFIT = "benefit"
    FEES = "fees"
    STATE_GRANT = "state_grant"
    DEPRECIATION = "depreciation"


COST_TYPES = {
    Style.PAY: CostType.STAFF,
    Style.RENT: CostType.PREMISES,
    Style.PURCHASES: CostType.OTHER,
    Style.CARE: CostType.BOUGHT_CARE,
    Style.FOSTER: CostType.BOUGHT_CARE,
    Style.BENEFIT: CostType.GRANTS,
    Style.FEES: CostType.INCOME,
    Style.STATE_GRANT: CostType.INCOME,
    Style.DEPRECIATION: CostType.CAPITAL,
}


@dataclass(frozen=True)
class Code:
    """A code of the code string with what it is called."""

    code: str
    name: str


@dataclass(frozen=True)
class Cell:
    """An amount of a year in öre, costs positive; `size` is how many people, families or invoices a month there are.

    `months` are the months that it falls in when not all of them; `text` is said on each of its vouchers when given,
    as for something that has happened once.
    """

    responsibility: Code
    style: Style
    activity: Code
    amount: int
    task: str = ""
    project: str = ""
    account: str = ""
    size: int = 0
    months: tuple[int, ...] = tuple(range(1, 13))
    text: str = ""


@dataclass(frozen=True)
class Entry:
    """One row to be: `service` is the month that the cost belongs to, `booked` the day in the ledger."""

    booked: date
    account: str
    text: str
    weight: int
    counterparty: str = ""
    voucher: str = ""
