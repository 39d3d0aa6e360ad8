"""Finds running totals and stocks: accumulated amounts month by month, and what was there, came, went and is left.

An accumulated column (or row) grows by the month's own; a stock at the end is that at the start with what came added
and what went taken away, however the latter is printed.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from styrhus.review.relations.arithmetic import written_sum
from styrhus.review.relations.board import PLAIN, addable, is_difference
from styrhus.review.relations.relation import Agreement, CellRef, Relation, RelationKind
from styrhus.review.relations.rounding import is_counted, slack
from styrhus.review.understanding.grid import ColumnRole, Grid, GridColumn, GridRow
from styrhus.values.finding import Confidence
from styrhus.values.printed import Printed

ZERO = Decimal(0)
_ACCUMULATED = re.compile(r"ackumulera|\back\b|akkumuler|kumulatiiv|löpande summa|kumulert", re.IGNORECASE)
_AT_START = re.compile(
    r"vid (årets|periodens) (början|ingång)|ingående|inngående|ved inngang|vuoden alussa", re.IGNORECASE
)
_AT_END = re.compile(r"vid (årets|periodens) (slut|utgång)|utgående|ved utgang|vuoden lopussa", re.IGNORECASE)
_WENT = re.compile(r"avslut|utskriv|utflytt|avgång|avgåt|upphör|slutat|avsluttet|päätty|lämnat|stängda", re.IGNORECASE)
_NUMERIC = {ColumnRole.NUMBER, ColumnRole.OUTCOME, ColumnRole.AMOUNT, ColumnRole.SUM, ColumnRole.VOLUME}
Step = tuple[CellRef, tuple[CellRef, ...], tuple[int, ...]]


def running_relations(grid: Grid) -> Iterator[Relation]:
    """Every step of an accumulated line and every closing stock, when more of them hold than fail."""
    columns = [c for c in grid.columns if c.role in _NUMERIC and not c.empty and not is_difference(c)]
    for steps, kind in (*_down(grid, columns), *_along(grid, columns), *_stocks(grid, columns)):
        judged = [held for step in steps if (held := _judged(grid, step, kind)) is not None]
        holding = sum(relation.holds for relation in judged)
        failing = len(judged) - holding
        # A wrong running total breaks two steps, its own and the next one.
        stock = kind is RelationKind.BRIDGE and holding > failing
        if stock or (holding >= 2 and failing <= max(2, holding)):
            yield from judged


def _down(grid: Grid, columns: list[GridColumn]) -> Iterator[tuple[list[Step], RelationKind]]:
    """An accumulated column beside the only other column of numbers."""
    running = [c for c in columns if _ACCUMULATED.search(c.heading)]
    rest = [c for c in columns if c not in running]
    if len(running) != 1 or len(rest) != 1:
        return
    rows = [r for r in grid.rows if not PLAIN.search(r.label)]
    cells = [(CellRef(r, rest[0]), CellRef(r, running[0])) for r in rows]
    yield list(_steps(cells)), RelationKind.COLUMN_SUM


def _along(grid: Grid, columns: list[GridColumn]) -> Iterator[tuple[list[Step], RelationKind]]:
    """An accumulated row just below the row of the months."""
    held = [c for c in columns if addable(c) and not PLAIN.search(c.heading) and c.role is not ColumnRole.SUM]
    for row, below in zip(grid.rows, grid.rows[1:], strict=False):
        if _ACCUMULATED.search(below.label) and not _ACCUMULATED.search(row.label):
            yield list(_steps([(CellRef(row, c), CellRef(below, c)) for c in held])), RelationKind.ROW_SUM


def _steps(cells: list[tuple[CellRef, CellRef]]) -> Iterator[Step]:
    for (_, before), (own, total) in pairwise(cells):
        yield total, (before, own), (1, 1)


def _stocks(grid: Grid, columns: list[GridColumn]) -> Iterator[tuple[list[Step], RelationKind]]:
    """What was there at the start, with what came and what went, against what was there at the end."""
    start: int | None = None
    for index, row in enumerate(grid.rows):
        if _AT_START.search(row.label):
            start = index
        elif _AT_END.search(row.label) and start is not None and index - start in {2, 3, 4, 5}:
            rows = grid.rows[start:index]
            yield [_stock(rows, row, column) for column in columns], RelationKind.BRIDGE
            start = None


def _stock(rows: tuple[GridRow, ...], closing: GridRow, column: GridColumn) -> Step:
    signs = tuple(-1 if _WENT.search(r.label) and (_value(r, column) or ZERO) > 0 else 1 for r in rows)
    return CellRef(closing, column), tuple(CellRef(r, column) for r in rows), signs


def _value(row: GridRow, column: GridColumn) -> Decimal | None:
    number = row.value(column.index)
    return None if number is None else number.value


def _judged(grid: Grid, step: Step, kind: RelationKind) -> Relation | None:
    target, terms, signs = step
    printed: list[tuple[CellRef, Printed]] = []
    for cell in (target, *terms):
        number = cell.row.value(cell.column.index)
        if number is None:
            return None
        printed.append((cell, number))
    room = sum((slack(n, counted=is_counted(grid, c.row, c.column)) for c, n in printed), ZERO)
    values = [(sign, n.value) for sign, (_, n) in zip(signs, printed[1:], strict=True)]
    stated, computed = printed[0][1].value, sum((sign * value for sign, value in values), ZERO)
    held = abs(stated - computed) <= room
    agreement = Agreement.EXACT if stated == computed else Agreement.ROUNDED if held else Agreement.DIFFERS
    return Relation(
        kind, grid, target, terms, stated, computed, agreement, Confidence.CERTAIN,
        written_sum(values, computed), signs=signs, tolerance=room,
    )  # fmt: skip
