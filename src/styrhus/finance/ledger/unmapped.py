"""Codes that no rule maps, with what is booked on them: listed for the controller, never dropped."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from styrhus.finance.codes.code_map import CodeMap
from styrhus.finance.codes.dimension import Dimension
from styrhus.finance.ledger.query import CodeBalance, code_balances

Codes = tuple[tuple[Dimension, str | None], ...]


@dataclass(frozen=True)
class UnmappedCode:
    """Codes without unit (`dimension` responsibility) or without cost type (account), and their rows and net kr.

    `first` and `last` are the first days of the first and last month in which something is booked on them.
    """

    dimension: Dimension
    codes: Codes
    first: date
    last: date
    rows: int
    amount: Decimal


def unmapped(files: Iterable[Path], code_map: CodeMap) -> tuple[UnmappedCode, ...]:
    """Codes without unit, then accounts without cost type; each list with the largest amounts first.

    Rows on accounts of the balance count as well: they too belong to some responsibility.
    """
    held = tuple(files)
    without_unit = [
        each for each in code_balances(held, by=code_map.dimensions)
        if code_map.unit_for(tuple(code for _, code in each.codes), _day(each)) is None
    ]  # fmt: skip
    without_type = [
        each for each in code_balances(held, by=(Dimension.ACCOUNT,))
        if code_map.cost_type_of(each.codes[0][1] or "", _day(each)) is None
    ]  # fmt: skip
    return (*_gathered(Dimension.RESPONSIBILITY, without_unit), *_gathered(Dimension.ACCOUNT, without_type))


def _day(balance: CodeBalance) -> date:
    return date(balance.year, balance.month or 1, 1)


def _gathered(dimension: Dimension, balances: Iterable[CodeBalance]) -> list[UnmappedCode]:
    groups: dict[Codes, list[CodeBalance]] = {}
    for balance in balances:
        groups.setdefault(balance.codes, []).append(balance)
    found = [
        UnmappedCode(
            dimension, codes, min(map(_day, held)), max(map(_day, held)),
            sum(each.rows for each in held), sum((each.amount for each in held), Decimal("0.00")),
        )
        for codes, held in groups.items()
    ]  # fmt: skip
    return sorted(found, key=lambda each: (-abs(each.amount), str(each.codes)))
