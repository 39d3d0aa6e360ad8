"""Codes that no rule maps, each once with its name and what it comes to, and sums by account class."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from styrhus.finance.codes.code_map import CodeMap
from styrhus.finance.codes.dimension import Dimension
from styrhus.finance.ledger.query import code_balances
from styrhus.finance.ledger.unmapped import UnmappedCode, unmapped
from styrhus.values.record import Record

Names = Mapping[tuple[Dimension, str], str]


class CodeWithoutRule(Record):
    """A code without rule: its name when one is known, its rows, and its net amount in kr; "" are rows without code."""

    code: str
    name: str = ""
    rows: int
    amount: Decimal


def without_rule(
    files: Iterable[Path], code_map: CodeMap, names: Names
) -> tuple[tuple[CodeWithoutRule, ...], tuple[CodeWithoutRule, ...]]:
    """Responsibilities without unit, and accounts without cost type, the largest amounts first."""
    found = unmapped(files, code_map)
    units = (each for each in found if each.dimension is Dimension.RESPONSIBILITY)
    accounts = (each for each in found if each.dimension is Dimension.ACCOUNT)
    return _gathered(units, Dimension.RESPONSIBILITY, names), _gathered(accounts, Dimension.ACCOUNT, names)


def class_totals(files: Sequence[Path]) -> tuple[tuple[str, Decimal], ...]:
    """What the accounts come to by their first digit, in kr (debit positive)."""
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for each in code_balances(files, by=(Dimension.ACCOUNT,), months=False):
        sums[(each.codes[0][1] or "")[:1]] += each.amount
    return tuple(sorted(sums.items()))


def _gathered(found: Iterable[UnmappedCode], dimension: Dimension, names: Names) -> tuple[CodeWithoutRule, ...]:
    """Each code of the dimension once, whatever stands beside it in the code string."""
    rows: defaultdict[str, int] = defaultdict(int)
    amounts: defaultdict[str, Decimal] = defaultdict(Decimal)
    for each in found:
        code = dict(each.codes).get(dimension) or ""
        rows[code] += each.rows
        amounts[code] += each.amount
    codes = sorted(amounts, key=lambda code: (-abs(amounts[code]), code))
    return tuple(
        CodeWithoutRule(code=code, name=names.get((dimension, code), ""), rows=rows[code], amount=amounts[code])
        for code in codes
    )
