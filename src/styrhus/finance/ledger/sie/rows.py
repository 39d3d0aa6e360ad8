"""A SIE file's vouchers, or the month balances of files without them, as rows of a CSV file for the ledger."""

import csv
from collections.abc import Iterator
from pathlib import Path

from styrhus.finance.codes.dimension import Dimension
from styrhus.finance.codes.rules import CodeName
from styrhus.finance.ledger.mapping import FileKind, Mapping, Sign
from styrhus.finance.ledger.sie.content import Content
from styrhus.finance.ledger.sie.month_balances import booked_once

HEADINGS = ("line", "voucher", "date", "period", "text", "amount", *(dimension.value for dimension in Dimension))
MAPPING = Mapping(
    kind=FileKind.SIE, delimiter=";", decimal=".", sign=Sign.DEBIT_POSITIVE, voucher="voucher", date="date",
    period="period", text="text", amount="amount", codes={dimension: dimension.value for dimension in Dimension},
)  # fmt: skip
WITHOUT_DATES = MAPPING.model_copy(update={"date": ""})
_Dimensions = dict[str, Dimension]
_Row = tuple[object, ...]


def write(content: Content, dimensions: _Dimensions, year: int, target: Path) -> Mapping:
    """Write the rows of `year` to `target` and give the mapping that reads them."""
    with target.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=";", quoting=csv.QUOTE_MINIMAL, lineterminator="\n")
        writer.writerow(HEADINGS)
        writer.writerows(_entries(content, dimensions) if content.entries else _periods(content, dimensions, year))
    return MAPPING if content.entries else WITHOUT_DATES


def names(content: Content, dimensions: _Dimensions) -> Iterator[CodeName]:
    """What the file calls its accounts and the objects of dimensions that are used."""
    for account, name in content.accounts.items():
        if account and name:
            yield CodeName(dimension=Dimension.ACCOUNT, code=account, name=name)
    for (dimension, code), name in content.objects.items():
        if dimension in dimensions and code and name:
            yield CodeName(dimension=dimensions[dimension], code=code, name=name)


def _entries(content: Content, dimensions: _Dimensions) -> Iterator[_Row]:
    for entry in content.entries:
        codes = _codes(entry.account, entry.objects, dimensions)
        yield (
            entry.line, entry.voucher, entry.date, entry.voucher_date[:6], entry.text, entry.amount,
            *(codes.get(dimension, "") for dimension in Dimension),
        )  # fmt: skip


def _codes(account: str, objects: tuple[str, ...], dimensions: _Dimensions) -> dict[Dimension, str]:
    pairs = zip(objects[::2], objects[1::2], strict=False)
    known = {dimensions[dimension]: code for dimension, code in pairs if dimension in dimensions}
    return {**known, Dimension.ACCOUNT: account}


def _periods(content: Content, dimensions: _Dimensions, year: int) -> Iterator[_Row]:
    own = {number for number, dimension in dimensions.items() if dimension is Dimension.RESPONSIBILITY}
    for held in booked_once(content, year, own):
        codes = _codes(held.account, held.objects, dimensions)
        yield (
            held.line, "", "", held.period, "", held.amount, *(codes.get(dimension, "") for dimension in Dimension)
        )  # fmt: skip
