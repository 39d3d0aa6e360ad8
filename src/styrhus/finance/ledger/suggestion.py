"""A mapping to begin with, from a table's headings and first rows; the sign is left to a person."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

from styrhus.finance.codes.code_map import CodeMap
from styrhus.finance.codes.dimension import CostType, Dimension
from styrhus.finance.ledger import headings as told
from styrhus.finance.ledger.mapping import DateOrder, FileKind, Mapping, Sign

Rows = Sequence[Sequence[str]]
_ANY_DAY = date(2020, 1, 1)
_PLAIN_FIELDS = ("date", "period", "voucher", "text", "amount", "debit", "credit", "code_string")


def suggested(headings: Sequence[str], rows: Rows, given: Mapping) -> Mapping:
    """`given` (kind, encoding, delimiter, sheet, heading row) with what the headings and cells tell."""
    found = told.columns(headings)
    codes = {dimension: found[dimension.value] for dimension in Dimension if dimension.value in found}
    plain = {field: found[field] for field in _PLAIN_FIELDS if field in found}
    names = told.names(headings, codes)
    taken = (*codes.values(), *names.values(), *plain.values())
    values = () if {"amount", "debit"} & plain.keys() else told.amount_columns(headings, rows, taken)
    amounts = [plain.get("amount", ""), plain.get("debit", ""), plain.get("credit", ""), *values]
    changes: dict[str, object] = {**plain, "codes": codes, "names": names, "values": values}
    if given.kind is FileKind.CSV:
        changes["decimal"] = told.decimal_sign(_cells(headings, rows, amounts))
    if "date" in plain:
        changes["date_order"] = DateOrder(told.date_order(_cells(headings, rows, [plain["date"]])))
    if "code_string" in plain:
        changes["code_separator"] = told.separator(_cells(headings, rows, [plain["code_string"]]))
    return given.model_copy(update=changes)


def sign(headings: Sequence[str], rows: Rows, mapping: Mapping) -> Sign | None:
    """What the rows hint at: income accounts with a minus, staff accounts without, or the other way about."""
    if mapping.debit and mapping.credit:
        written = [_number(cell, mapping.decimal) for cell in _cells(headings, rows, [mapping.credit])]
        return Sign.CREDIT_WITH_MINUS if any(each < 0 for each in written) else Sign.DEBIT_POSITIVE
    account = mapping.codes.get(Dimension.ACCOUNT, "")
    if not mapping.amount or not account:
        return None
    balance = sum(_leaning(headings, rows, account, mapping), Decimal(0))
    return None if not balance else Sign.DEBIT_POSITIVE if balance > 0 else Sign.CREDIT_POSITIVE


def _leaning(headings: Sequence[str], rows: Rows, account: str, mapping: Mapping) -> Iterator[Decimal]:
    """Amounts of cost accounts as they stand, those of income accounts turned."""
    code_map, day = CodeMap(), _ANY_DAY
    place, amount = headings.index(account), headings.index(mapping.amount)
    for row in rows:
        if max(place, amount) < len(row):
            cost_type = code_map.cost_type_of(row[place].strip(), day)
            number = _number(row[amount], mapping.decimal)
            if cost_type is CostType.INCOME:
                yield -number
            elif cost_type is not None and cost_type.is_net_cost:
                yield number


def _cells(headings: Sequence[str], rows: Rows, chosen: Sequence[str]) -> list[str]:
    places = [headings.index(heading) for heading in chosen if heading in headings]
    return [row[place] for row in rows for place in places if place < len(row)]


def _number(cell: str, decimal: str) -> Decimal:
    """Only to see which way amounts lean; what is no number counts nothing."""
    bare = "".join(sign for sign in cell.replace("\u2212", "-") if sign.isdigit() or sign in f"-({decimal}")
    text = bare.replace(decimal, ".").replace("(", "-")
    if text.endswith("-"):
        text = f"-{text[:-1]}"
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal(0)
