"""Codes that no rule maps, with what they come to; they are listed and counted, never dropped."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from styrhus.finance.codes.code_map import CodeMap
from styrhus.finance.codes.dimension import Dimension
from styrhus.finance.ledger.query import CodeBalance, code_balances
from styrhus.values.record import Record

Names = Mapping[tuple[Dimension, str], str]


class UnmappedCode(Record):
    """A code without rule: its name when one is known, its rows, and its net amount in kr."""

    code: str
    name: str = ""
    rows: int
    amount: Decimal


def unmapped(
    files: Iterable[Path], code_map: CodeMap, names: Names
) -> tuple[tuple[UnmappedCode, ...], tuple[UnmappedCode, ...]]:
    """Responsibilities without unit, and accounts without cost type, the largest amounts first."""
    held = tuple(files)
    by_unit = code_balances(held, by=code_map.dimensions)
    by_account = code_balances(held, by=(Dimension.ACCOUNT,))
    units = (each for each in by_unit if unit_of(each, code_map) is None)
    accounts = (
        each for each in by_account if code_map.cost_type_of(_code(each, Dimension.ACCOUNT), _day(each)) is None
    )
    return _gathered(units, Dimension.RESPONSIBILITY, names), _gathered(accounts, Dimension.ACCOUNT, names)


def unit_of(balance: CodeBalance, code_map: CodeMap) -> str | None:
    """The unit of a sum that was asked for by the map's dimensions, in its month."""
    given = dict(balance.codes)
    return code_map.unit_for(tuple(given[dimension] for dimension in code_map.dimensions), _day(balance))


def class_totals(files: Sequence[Path]) -> tuple[tuple[str, Decimal], ...]:
    """What the accounts come to by their first digit, in kr (debit positive)."""
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for each in code_balances(files, by=(Dimension.ACCOUNT,), months=False):
        sums[_code(each, Dimension.ACCOUNT)[:1]] += each.amount
    return tuple(sorted(sums.items()))


def _gathered(found: Iterable[CodeBalance], dimension: Dimension, names: Names) -> tuple[UnmappedCode, ...]:
    rows: defaultdict[str, int] = defaultdict(int)
    amounts: defaultdict[str, Decimal] = defaultdict(Decimal)
    for each in found:
        code = _code(each, dimension)
        rows[code] += each.rows
        amounts[code] += each.amount
    codes = sorted(amounts, key=lambda code: (-abs(amounts[code]), code))
    return tuple(
        UnmappedCode(code=code, name=names.get((dimension, code), ""), rows=rows[code], amount=amounts[code])
        for code in codes
    )


def _code(balance: CodeBalance, dimension: Dimension) -> str:
    return dict(balance.codes)[dimension] or ""


def _day(balance: CodeBalance) -> date:
    """The day on which a month's codes are looked up: its first."""
    return date(balance.year, balance.month or 1, 1)
