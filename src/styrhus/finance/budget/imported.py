"""Lines of a budget from a table of codes and amounts: the rules of codes say unit and cost type of each."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from styrhus.finance.codes.code_map import CodeMap
from styrhus.finance.codes.dimension import CostType, Dimension
from styrhus.finance.ledger.budget_table import BudgetAmount, BudgetTable

ZERO = Decimal("0.00")
Key = tuple[str, CostType, str, str]
"""Unit, cost type, account and project."""


@dataclass(frozen=True)
class Otherwise:
    """Where codes go that no rule maps, chosen by the user; None lets them stand in the way."""

    unit: str | None = None
    cost_type: CostType | None = None


@dataclass(frozen=True)
class ImportedLine:
    """The amount of the year in kr, costs positive, of a unit, cost type, account and project."""

    unit: str
    cost_type: CostType
    account: str
    project: str
    label: str
    amount: Decimal


@dataclass(frozen=True)
class Imported:
    """What a column of a table comes to; `units` and `accounts` are the codes that no rule maps, with their sums.

    The lines and what is left out for want of a rule are together `total`.
    """

    lines: tuple[ImportedLine, ...]
    total: Decimal
    rows: int
    units: tuple[tuple[str, Decimal], ...] = ()
    accounts: tuple[tuple[str, Decimal], ...] = ()
    left_out: Decimal = ZERO
    rows_left_out: int = 0


def imported(table: BudgetTable, heading: str, code_map: CodeMap, *, year: int, otherwise: Otherwise) -> Imported:
    """The amounts of one column gathered into lines; an amount of zero makes no line of its own."""
    found = [each for each in table.amounts if each.heading == heading]
    sums: defaultdict[Key, Decimal] = defaultdict(lambda: ZERO)
    units: defaultdict[str, Decimal] = defaultdict(lambda: ZERO)
    accounts: defaultdict[str, Decimal] = defaultdict(lambda: ZERO)
    left_out, rows_left_out = ZERO, 0
    for each in found:
        unit, cost_type = _mapped(each, code_map, date(year, 1, 1))
        if unit is None:
            units[each.code(Dimension.RESPONSIBILITY) or ""] += each.amount
        if cost_type is None:
            accounts[each.code(Dimension.ACCOUNT) or ""] += each.amount
        unit, cost_type = unit or otherwise.unit, cost_type or otherwise.cost_type
        if unit is None or cost_type is None:
            left_out, rows_left_out = left_out + each.amount, rows_left_out + 1
            continue
        account, project = each.code(Dimension.ACCOUNT) or "", each.code(Dimension.PROJECT) or ""
        sums[unit, cost_type, account, project] += each.amount
    total = sum((each.amount for each in found), ZERO)
    lines = tuple(_lines(sums, table))
    return Imported(lines, total, len(found), _largest(units), _largest(accounts), left_out, rows_left_out)


def _mapped(each: BudgetAmount, code_map: CodeMap, day: date) -> tuple[str | None, CostType | None]:
    codes = tuple(each.code(dimension) for dimension in code_map.dimensions)
    return code_map.unit_for(codes, day), code_map.cost_type_of(each.code(Dimension.ACCOUNT) or "", day)


def _lines(sums: dict[Key, Decimal], table: BudgetTable) -> Iterator[ImportedLine]:
    names = {name.code: name.name for name in table.names if name.dimension is Dimension.ACCOUNT}
    for (unit, cost_type, account, project), amount in sums.items():
        if amount:
            yield ImportedLine(unit, cost_type, account, project, names.get(account, ""), amount)


def _largest(sums: dict[str, Decimal]) -> tuple[tuple[str, Decimal], ...]:
    return tuple(sorted(sums.items(), key=lambda item: (-abs(item[1]), item[0])))
