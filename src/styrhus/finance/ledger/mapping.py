"""How a source's files are read: which column is what, and how numbers, dates and signs are written in them."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from styrhus.finance.codes.dimension import Dimension
from styrhus.values.record import Record

Heading = str
"""A column's heading as it stands in the file; `#3` is the third column of a file without headings."""


class FileKind(StrEnum):
    CSV = "csv"
    SHEET = "sheet"
    SIE = "sie"


class Sign(StrEnum):
    """What a positive amount is in the file: a cost (debit), or an income (credit). Never guessed.

    With columns for both debit and credit the first two mean that the credit column has no minus;
    `credit_with_minus` that it has, so that the two are added.
    """

    DEBIT_POSITIVE = "debit_positive"
    CREDIT_POSITIVE = "credit_positive"
    CREDIT_WITH_MINUS = "credit_with_minus"


class DateOrder(StrEnum):
    YEAR_FIRST = "year_first"
    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


class Mapping(Record):
    """The columns of a file, by heading, and its way of writing; remembered per source.

    Either `amount` or both `debit` and `credit`; either `date` or `period` (or both, then the period decides the
    month). `codes` names the column of each dimension; `code_string` a column that holds several of them, parted by
    `code_separator` in the order of `code_order`. `names` has the columns that tell what codes are called.
    `skip_words` are beginnings of rows that are no vouchers, such as totals; they are counted, not forgotten.
    `values` are the amount columns of a wide budget table. `dimensions` says which dimension a SIE file's are.
    """

    kind: FileKind = FileKind.CSV
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    heading_row: Annotated[int, Field(ge=0)] = 1
    decimal: Annotated[str, Field(pattern="^[,.]$")] = ","
    sign: Sign | None = None
    codes: dict[Dimension, Heading] = {}
    names: dict[Dimension, Heading] = {}
    code_string: Heading = ""
    code_separator: str = ""
    code_order: tuple[Dimension, ...] = ()
    date: Heading = ""
    date_order: DateOrder = DateOrder.YEAR_FIRST
    period: Heading = ""
    voucher: Heading = ""
    text: Heading = ""
    amount: Heading = ""
    debit: Heading = ""
    credit: Heading = ""
    values: tuple[Heading, ...] = ()
    skip_without_account: bool = False
    skip_words: tuple[str, ...] = ()
    dimensions: dict[str, Dimension] = {"1": Dimension.RESPONSIBILITY, "6": Dimension.PROJECT}
    expected_rows: int | None = None
    expected_total: Decimal | None = None
