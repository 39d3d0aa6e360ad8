"""The printed figures that a made-up ledger is to come to, and the bounds that their rounding leaves."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from styrhus.finance.synthetic.fit import Bound
from styrhus.finance.table import Sign, Table
from styrhus.values.unit import Unit

ORE = {Unit.TKR: 100_000, Unit.MNKR: 100_000_000}
"""Öre in a unit of money."""
MARGIN = 9
"""Amounts keep to nine tenths of the rounding, so that no figure stands on the edge of the next."""


class Printed:
    """A column of a published table: öre by row, costs positive whatever sign the table has."""

    def __init__(self, table: Table, column: str) -> None:
        self.table, self.column = table, column
        self.unit = table.columns[table.column_index[column]].unit or table.unit
        self.ore = ORE[self.unit]
        self.costs = -1 if table.sign is Sign.COST_NEGATIVE else 1

    def amount(self, row: str) -> int:
        """Öre of a row; a mark such as a dash is no amount and counts as nought here."""
        value = self.table.cell(row, self.column).value
        return self.costs * int((value or Decimal(0)) * self.ore)

    def bound(self, row: str, plus: Sequence[str], minus: Sequence[str] = ()) -> Bound:
        """What the keys may come to together and still be printed as the row is; tables in mnkr have one decimal."""
        half = self.ore // (20 if self.unit is Unit.MNKR else 2)
        slack = half * MARGIN // 10
        amount = self.amount(row)
        return Bound(plus, amount - slack, amount + slack, minus)


def printed(tables: Mapping[str, Table], table: str, column: str) -> Printed:
    """A column of a table by id; KeyError when the plan has no such table."""
    return Printed(tables[table], column)
