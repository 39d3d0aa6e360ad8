"""The form in which the columns of a ledger or budget file are told: what each is used for, and what holds for all."""

from collections.abc import Mapping as Fields
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from styrhus.finance.codes.dimension import Dimension
from styrhus.finance.ledger.mapping import DateOrder, Mapping, Sign
from styrhus.values.problem import Problem
from styrhus.values.text import Text, msg
from styrhus.web.forms.column_uses import none_of_the_choices, used_twice

USES: dict[str, Text] = {
    "": msg("not used"),
    "code:responsibility": msg("responsibility"),
    "code:account": msg("account code"),
    "code:activity_code": msg("activity code"),
    "code:task": msg("task"),
    "code:project": msg("project"),
    "code:counterparty": msg("counterparty"),
    "code_string": msg("whole code string"),
    "date": msg("voucher date"),
    "period": msg("period"),
    "voucher": msg("voucher number"),
    "text": msg("voucher text"),
    "amount": msg("amount"),
    "debit": msg("debit"),
    "credit": msg("credit"),
    "name:responsibility": msg("name of the responsibility"),
    "name:account": msg("name of the account"),
    "name:activity_code": msg("name of the activity code"),
    "name:project": msg("name of the project"),
    "value": msg("amount of the budget"),
}
"""What a column can be used for, in the order of the list."""
SINGLE = ("code_string", "date", "period", "voucher", "text", "amount", "debit", "credit")
SIGNS = {
    Sign.DEBIT_POSITIVE: msg("a cost (debit), so that income is written with minus"),
    Sign.CREDIT_POSITIVE: msg("an income (credit), so that costs are written with minus"),
    Sign.CREDIT_WITH_MINUS: msg("a cost; the column of credit is written with minus"),
}
DATE_ORDERS = {
    DateOrder.YEAR_FIRST: msg("2023-04-30 or 20230430"),
    DateOrder.DAY_FIRST: msg("30/4 2023"),
    DateOrder.MONTH_FIRST: msg("4/30/2023"),
}
DECIMALS = {",": msg("comma, as in 1234,50"), ".": msg("point, as in 1234.50")}


@dataclass(frozen=True)
class ColumnUse:
    """A column of the file with its first values, the name of its field in the form, and its use."""

    name: str
    heading: str
    use: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Sent:
    """A mapping read out of the form; None when it cannot be, and why."""

    mapping: Mapping | None
    problems: tuple[Problem, ...] = ()


def column_uses(headings: Sequence[str], rows: Sequence[Sequence[str]], mapping: Mapping) -> tuple[ColumnUse, ...]:
    """The columns of a file with what the mapping uses each for."""
    used = uses_of(mapping)
    return tuple(
        ColumnUse(f"column-{place}", heading, used.get(heading, ""), tuple(_cell(row, place) for row in rows))
        for place, heading in enumerate(headings)
    )


def _cell(row: Sequence[str], place: int) -> str:
    return row[place] if place < len(row) else ""


def uses_of(mapping: Mapping) -> dict[str, str]:
    """Heading to use, for the columns that a mapping names."""
    single = {getattr(mapping, name): name for name in SINGLE}
    codes = {heading: f"code:{dimension.value}" for dimension, heading in mapping.codes.items()}
    names = {heading: f"name:{dimension.value}" for dimension, heading in mapping.names.items()}
    values = dict.fromkeys(mapping.values, "value")
    return {heading: use for heading, use in (single | names | codes | values).items() if heading}


def mapping_sent(data: Fields[str, Any], headings: Sequence[str], blank: Mapping) -> Sent:
    """The mapping as the form says; `blank` is the sniffed one, for what the form does not ask."""
    chosen = [(heading, str(data.get(f"column-{place}", ""))) for place, heading in enumerate(headings)]
    problems = tuple(used_twice(chosen, USES, shared="value"))
    fields = _for_all(data, blank) | _columns(chosen)
    try:
        return Sent(Mapping.model_validate({**blank.model_dump(), **fields}), problems)
    except ValidationError as error:
        return Sent(None, none_of_the_choices(error))


def _columns(chosen: Sequence[tuple[str, str]]) -> dict[str, Any]:
    found: dict[str, Any] = dict.fromkeys(SINGLE, "")
    found |= {"codes": {}, "names": {}, "values": tuple(heading for heading, use in chosen if use == "value")}
    for heading, use in chosen:
        kind, _, dimension = use.partition(":")
        if use in SINGLE:
            found[use] = heading
        elif kind in {"code", "name"} and use in USES:
            found[f"{kind}s"][Dimension(dimension)] = heading
    return found


def _for_all(data: Fields[str, Any], blank: Mapping) -> dict[str, Any]:
    """What holds for the whole file."""
    order = [part for part in str(data.get("code_order", "")).replace(",", " ").split() if part in set(Dimension)]
    words = tuple(word.strip() for word in str(data.get("skip_words", "")).split(";") if word.strip())
    return {
        "sign": data.get("sign") or None,
        "decimal": data.get("decimal") or blank.decimal,
        "date_order": data.get("date_order") or blank.date_order,
        "code_separator": str(data.get("code_separator", blank.code_separator)),
        "code_order": tuple(order),
        "skip_words": words,
        "skip_without_account": "skip_without_account" in data,
    }
