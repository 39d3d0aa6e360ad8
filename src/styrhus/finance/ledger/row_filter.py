"""Which rows of the ledger are asked for, and a page of them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from styrhus.finance.codes.dimension import CostType, Dimension

CodeRange = tuple[str, str]
"""First and last code of equal length, both within; codes of other lengths are not."""


class RowOrder(StrEnum):
    DATE = "date"
    AMOUNT = "amount"
    """The largest first, whichever its sign."""
    CODES = "codes"


@dataclass(frozen=True)
class RowFilter:
    """Conditions that a row meets all of; None or empty is no condition.

    `units` and `cost_types` hold None for codes that no rule maps; they need a CodeMap. `codes` has ranges for each
    dimension, of which one must fit. `text` is searched for in text, voucher and counterparty without regard to
    case. `least` and `most` bound the amount without its sign.
    """

    months: tuple[int, ...] = ()
    units: tuple[str | None, ...] | None = None
    cost_types: tuple[CostType | None, ...] | None = None
    codes: tuple[tuple[Dimension, tuple[CodeRange, ...]], ...] = ()
    text: str = ""
    voucher: str = ""
    least: Decimal | None = None
    most: Decimal | None = None


@dataclass(frozen=True)
class Page:
    """Page `number`, from 1, of `size` rows."""

    number: int = 1
    size: int = 100
    order: RowOrder = RowOrder.DATE


@dataclass(frozen=True)
class LedgerRow:
    """A row as booked; `line` is its row in the file of the month `year`-`month`, `folder` the import's folder name."""

    folder: str
    line: int
    voucher: str | None
    date: date | None
    year: int
    month: int
    responsibility: str | None
    account: str
    activity_code: str | None
    task: str | None
    project: str | None
    counterparty: str | None
    text: str | None
    amount: Decimal


@dataclass(frozen=True)
class RowPage:
    """Rows of a page; `count` and `total` (kr) are of all rows that meet the filter."""

    rows: tuple[LedgerRow, ...]
    count: int
    total: Decimal
