"""The boards and years that ledgers are made up for."""

from collections.abc import Callable, Mapping, Sequence

from styrhus.finance.synthetic import lund, orebro
from styrhus.finance.synthetic.cell import Cell
from styrhus.finance.synthetic.export import csv_of
from styrhus.finance.synthetic.lund_units import ROWS
from styrhus.finance.table import Table

CellsOf = Callable[[Mapping[str, Table]], list[Cell]]
MADE: dict[tuple[str, int], dict[int, tuple[CellsOf, int]]] = {
    ("orebro", 2019): {2018: (orebro.cells_2018, 12), 2019: (orebro.cells_2019, 8)},
    ("lund", 2023): {2021: (lund.cells_2021, 12), 2022: (lund.cells_2022, 12), 2023: (lund.cells_2023, 8)},
}
"""By board and plan year: ledger years, what they are made of, and the last month that is in."""
NEEDED = {
    ("orebro", 2019): {"enheternas-budgetramar", "budgetramens-fordelning", "externa-insatser"},
    ("lund", 2023): {"ovrig-verksamhet", *(line.table for line in ROWS)},
}
"""The tables that a plan must have for its ledger to be made up."""


def years(board: str, plan_year: int, tables: Sequence[Table]) -> tuple[int, ...]:
    """The ledger years that can be made up for a plan with these tables; none for most plans."""
    held = {table.id for table in tables}
    key = board, plan_year
    return tuple(MADE[key]) if key in MADE and held >= NEEDED[key] else ()


def ledger(board: str, plan_year: int, tables: Sequence[Table], *, year: int) -> bytes:
    """A made-up ledger of `year` as CSV, which comes to what the plan's tables print of that year.

    Read it with `export.mapping()`. KeyError when none is made up for the plan and year, or when the plan lacks the
    tables that it is to come to; fit.Unfittable when they contradict each other.
    """
    cells, through = MADE[board, plan_year][year]
    return csv_of(cells({table.id: table for table in tables}), board, year, through=through)


def file_name(board: str, year: int) -> str:
    """Such as `syntetisk-huvudbok-orebro-2018.csv`."""
    return f"syntetisk-huvudbok-{board}-{year}.csv"
