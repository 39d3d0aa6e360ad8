"""Exact sums of a board's ledger by any of its dimensions; all of them together are the ledger's own total."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from styrhus.finance.codes.code_map import CodeMap
from styrhus.finance.codes.dimension import Dimension
from styrhus.finance.ledger.query import CodeBalance, code_balances

MONTH, UNIT, COST_TYPE = "month", "unit", "cost_type"
BY = (UNIT, COST_TYPE, MONTH, *(dimension.value for dimension in Dimension))
"""What sums can be parted by."""
Key = tuple[str | int | None, ...]


def sums(files: Iterable[Path], code_map: CodeMap, by: Sequence[str]) -> tuple[tuple[Key, Decimal], ...]:
    """Net amounts in kr by the parts of `by`, in order; None is a code that no rule maps, or that a row lacks."""
    asked = tuple(dimension for dimension in Dimension if dimension.value in by)
    needed = dict.fromkeys((*asked, *(code_map.dimensions if UNIT in by else ())))
    if COST_TYPE in by:
        needed[Dimension.ACCOUNT] = None
    # Rules are dated, so codes are looked up month by month also where months are not asked for.
    found = code_balances(files, by=tuple(needed))
    amounts: defaultdict[Key, Decimal] = defaultdict(lambda: Decimal("0.00"))
    for each in found:
        amounts[tuple(_part(each, part, code_map) for part in by)] += each.amount
    return tuple(sorted(amounts.items(), key=lambda item: [(part is None, str(part).rjust(2)) for part in item[0]]))


def _part(each: CodeBalance, part: str, code_map: CodeMap) -> str | int | None:
    codes = dict(each.codes)
    if part == MONTH:
        return each.month
    day = date(each.year, each.month or 1, 1)
    if part == UNIT:
        return code_map.unit_for(tuple(codes[dimension] for dimension in code_map.dimensions), day)
    if part == COST_TYPE:
        found = code_map.cost_type_of(codes[Dimension.ACCOUNT] or "", day)
        return found.value if found else None
    return codes[Dimension(part)]
