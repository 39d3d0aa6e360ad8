"""Columns and cells that are too like or too unlike their neighbours to be meant."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from styrhus.review.relations.board import NEVER_ADDED, addable, is_difference
from styrhus.review.relations.relation import CellRef
from styrhus.review.understanding.grid import ColumnRole, Grid, GridColumn, GridKind, GridRow, RowRole, SignConvention
from styrhus.values.unit import Unit

_FEES = re.compile(r"tax[ao]|avgift|skattesats|pris|hyra", re.IGNORECASE)
THOUSAND = Decimal(1000)
MOST_NUMBERS = 6000
VERSIONS = {ColumnRole.OUTCOME, ColumnRole.FORECAST, ColumnRole.BUDGET}


@dataclass(frozen=True)
class Outlier:
    """A cell that fits its row only with another sign or unit; `meant` is the value that would fit."""

    grid: Grid
    cell: CellRef
    value: Decimal
    meant: Decimal
    others: tuple[Decimal, ...]


@dataclass(frozen=True)
class Pair:
    """Two columns that can be compared row by row, with the values that both have."""

    grid: Grid
    left: GridColumn
    right: GridColumn
    rows: tuple[GridRow, ...]
    values: tuple[tuple[Decimal, Decimal], ...]


def comparable(grid: Grid) -> list[GridColumn]:
    """Columns that hold the same thing for different years or versions; none in a long list of data."""
    if grid.kind in {GridKind.INDICATORS, GridKind.ASSIGNMENTS, GridKind.RISKS}:
        return []
    columns = [c for c in grid.columns if addable(c) and not is_difference(c)]
    if len(grid.rows) * len(columns) > MOST_NUMBERS:
        return []
    versions = [c for c in columns if c.role in VERSIONS or (c.role is ColumnRole.NUMBER and c.year is not None)]
    return versions if len({c.unit for c in versions}) == 1 else []


def pairs(grid: Grid) -> Iterator[Pair]:
    """Every two comparable columns, in order."""
    columns = comparable(grid)
    for order, left in enumerate(columns):
        for right in columns[order + 1 :]:
            rows = tuple(r for r in grid.rows if r.value(left.index) and r.value(right.index))
            values = tuple((_value(r, left), _value(r, right)) for r in rows)
            yield Pair(grid, left, right, rows, values)


def lone_signs(grid: Grid) -> Iterator[Outlier]:
    """A positive number where costs are printed negative and the row's other numbers are of its size and negative."""
    columns = comparable(grid)
    if len(columns) < 3 or grid.sign is SignConvention.COSTS_POSITIVE:
        return
    for row in grid.rows:
        if row.role in {RowRole.RESULT, RowRole.HEADING} or row.unit in NEVER_ADDED:
            continue
        held = [(c, _value(row, c)) for c in columns if row.value(c.index)]
        for column, value in held:
            others = tuple(v for c, v in held if c is not column)
            if value > 0 and len(others) >= 2 and all(v < 0 for v in others) and _near(value, -_middle(others)):
                yield Outlier(grid, CellRef(row, column), value, -value, others)


def lone_units(grid: Grid) -> Iterator[Outlier]:
    """A number a thousand times as large or small as the row's other numbers, which are alike."""
    columns = comparable(grid)
    for row in grid.rows:
        held = [(c, _value(row, c)) for c in columns if row.value(c.index)]
        for column, value in held:
            others = tuple(abs(v) for c, v in held if c is not column and v)
            # A single digit beside thousands may well be an outcome of next to nothing.
            if _digits(value) < 2 or len(others) < 2 or 2 * max(others) > 3 * min(others):
                continue
            middle = _middle(others)
            for meant in (value * THOUSAND, value / THOUSAND):
                if 4 * abs(abs(meant) - middle) <= middle:
                    yield Outlier(grid, CellRef(row, column), value, meant, others)


def unlike_columns(grid: Grid) -> Iterator[Pair]:
    """Columns of one declared unit where every row of one is about a thousand times the other's."""
    for pair in pairs(grid):
        ratios = [abs(b / a) for a, b in pair.values if a and b]
        if len(ratios) < 3 or len(ratios) < sum(bool(a or b) for a, b in pair.values):
            continue
        if all(_near(ratio, THOUSAND) for ratio in ratios) or all(_near(1 / ratio, THOUSAND) for ratio in ratios):
            yield pair


def copied_columns(grid: Grid) -> Iterator[Pair]:
    """Columns that are equal in every row, when the numbers are such that this cannot be chance.

    A forecast that equals the budget is common and honest, and so are budgets carried over unchanged between years.
    """
    for pair in pairs(grid):
        if not _may_be_copied(pair):
            continue
        equal = all(a == b for a, b in pair.values)
        telling = {a for a, _ in pair.values if _is_uneven(a)}
        if equal and len(pair.values) >= 3 and len(telling) >= 3:
            yield pair


def _may_be_copied(pair: Pair) -> bool:
    """An outcome is in it, or amounts of two years; prices, fees and rates often stay as they were."""
    roles = {pair.left.role, pair.right.role}
    if _FEES.search(f"{pair.grid.table.caption} {pair.grid.columns[0].heading}"):
        return False
    if ColumnRole.OUTCOME in roles:
        return True
    unit = pair.left.unit or pair.grid.unit
    return roles == {ColumnRole.NUMBER} and unit in {Unit.TKR, Unit.MNKR} and len(pair.values) >= 4


def _is_uneven(value: Decimal) -> bool:
    """Three digits or more besides noughts at the end: such a number is not met twice by chance."""
    return _digits(value) >= 3


def _digits(value: Decimal) -> int:
    return len(str(abs(value)).replace(".", "").strip("0"))


def _value(row: GridRow, column: GridColumn) -> Decimal:
    number = row.value(column.index)
    return number.value if number else Decimal(0)


def _middle(values: tuple[Decimal, ...]) -> Decimal:
    return Decimal(median(values))


def _near(value: Decimal, other: Decimal) -> bool:
    """Within a factor of 1,7 either way."""
    return other * 10 <= value * 17 and value * 10 <= other * 17 and value > 0
