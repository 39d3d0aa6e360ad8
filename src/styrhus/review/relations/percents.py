"""Finds what a percent column is a percentage of: a change, a ratio of two columns, or a share of a total.

A printed percentage stands for an interval, and so do the numbers that it is worked out from; it differs when no
numbers that are printed like these give a percentage that is printed like that.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from styrhus.review.relations.arithmetic import written_percent, written_sum
from styrhus.review.relations.board import CHANGE_WORDS, PLAIN, addable, sampled
from styrhus.review.relations.changes import WIDEST
from styrhus.review.relations.relation import Agreement, CellRef, Relation, RelationKind
from styrhus.review.relations.rounding import bounds, is_counted, slack
from styrhus.review.understanding.grid import ColumnRole, Grid, GridColumn, GridKind, GridRow, RowRole
from styrhus.values.finding import Confidence
from styrhus.values.number import round_half_up
from styrhus.values.printed import Printed
from styrhus.values.unit import Unit

HUNDRED = Decimal(100)
_PERCENT_HEADING = re.compile(r"%|\bprocent|\bprosent|\bandel|\bosuus", re.IGNORECASE)
Pick = Callable[[GridRow], tuple[CellRef, CellRef] | None]


@dataclass(frozen=True)
class Ratio:
    """One row: the printed percentage and the least and greatest that the other numbers allow."""

    row: GridRow
    terms: tuple[CellRef, CellRef]
    stated: Decimal
    computed: Decimal
    low: Decimal
    high: Decimal
    room: Decimal

    @property
    def holds(self) -> bool:
        return self.low - self.room <= self.stated <= self.high + self.room

    @property
    def turned(self) -> bool:
        return not self.holds and self.low - self.room <= -self.stated <= self.high + self.room

    @property
    def says(self) -> bool:
        """Whether the interval is narrow enough for equality to mean anything."""
        return self.computed != 0 and self.high - self.low <= max(abs(self.computed) / 4, 2 * self.room)


@dataclass(frozen=True)
class Formula:
    """A percent column as a formula over the rows; `change` takes the whole from the part first."""

    grid: Grid
    target: GridColumn
    change: bool
    pick: Pick
    kind: RelationKind
    explained: frozenset[int] = frozenset()
    upward: bool = True
    """Of costs printed negative: whether a change is counted upwards, so that growing costs are a decrease."""

    @cached_property
    def ratios(self) -> tuple[Ratio, ...]:
        return tuple(ratio for row in self.grid.rows if (ratio := self._ratio(row)) is not None)

    @cached_property
    def holding(self) -> int:
        return sum(ratio.says and ratio.holds for ratio in self.ratios)

    @cached_property
    def failing(self) -> int:
        return sum(ratio.says and not ratio.holds and not ratio.turned for ratio in self.ratios)

    def _ratio(self, row: GridRow) -> Ratio | None:
        printed, cells = row.value(self.target.index), self.pick(row)
        if printed is None or cells is None:
            return None
        part, whole = (self._bounds(cell) for cell in cells)
        if whole is None or part is None or whole[0] <= 0 <= whole[1]:
            return None
        values = [self._percent(p, w) for p in part for w in whole]
        exact = self._percent(_value(cells[0]), _value(cells[1]))
        shown = round_half_up(exact, max(1, printed.decimals))
        return Ratio(row, cells, printed.value, shown, min(values), max(values), slack(printed, counted=False))

    def _percent(self, part: Decimal, whole: Decimal) -> Decimal:
        if not self.change:
            return HUNDRED * part / whole
        return HUNDRED * (part - whole) / (abs(whole) if self.upward else whole)

    def _bounds(self, cell: CellRef) -> tuple[Decimal, Decimal] | None:
        number = cell.row.value(cell.column.index)
        return bounds(number, counted=is_counted(self.grid, cell.row, cell.column)) if number else None


def percent_relations(grid: Grid) -> Iterator[Relation]:
    """Every percent column at every row, when it is known what it is a percentage of."""
    if grid.kind is GridKind.INDICATORS:
        return
    values = [c for c in grid.columns if addable(c) and c.unit is not Unit.PERCENT]
    values = [c for c in values if not _is_percent(c)]
    if len(values) > WIDEST:
        return
    for target in grid.columns:
        if _is_percent(target):
            formula = _formula(grid, target, values)
            yield from _relations(formula) if formula is not None else _hundred(grid, target)


def _is_percent(column: GridColumn) -> bool:
    if column.role in {ColumnRole.PERCENT_CHANGE, ColumnRole.SHARE}:
        return True
    numeric = column.role not in {ColumnRole.LABEL, ColumnRole.TEXT, ColumnRole.DATE, ColumnRole.STATUS}
    return numeric and (column.unit is Unit.PERCENT or _PERCENT_HEADING.search(column.heading) is not None)


def _formula(grid: Grid, target: GridColumn, values: list[GridColumn]) -> Formula | None:
    """The formula that most rows bear out; with the rows that another one explains nearly as well left out."""
    formulas = list(_formulas(sampled(grid), target, values))
    best = max(formulas, key=lambda f: (f.holding, -f.failing), default=None)
    if best is None or best.holding < 2 or best.holding < 2 * best.failing:
        return None
    rivals = [f for f in formulas if f is not best and f.holding >= best.holding - 1]
    explained = {ratio.row.index for rival in rivals for ratio in rival.ratios if ratio.holds}
    return replace(best, grid=grid, explained=frozenset(explained))


def _formulas(grid: Grid, target: GridColumn, values: list[GridColumn]) -> Iterator[Formula]:
    for part in values:
        for whole in values:
            if part is whole:
                continue
            pick = _columns(part, whole)
            if not CHANGE_WORDS.search(part.heading):
                yield Formula(grid, target, True, pick, RelationKind.PERCENT_CHANGE, upward=False)
                yield Formula(grid, target, True, pick, RelationKind.PERCENT_CHANGE)
            # A change over what it changed from is a change in percent too.
            changed = CHANGE_WORDS.search(part.heading) is not None
            yield Formula(grid, target, False, pick, RelationKind.PERCENT_CHANGE if changed else RelationKind.SHARE)
    total = next((r for r in reversed(grid.rows) if r.role is RowRole.TOTAL or PLAIN.search(r.label)), None)
    if total is not None:
        for part in values:
            yield Formula(grid, target, False, _of_total(part, total), RelationKind.SHARE)


def _columns(part: GridColumn, whole: GridColumn) -> Pick:
    return lambda row: (CellRef(row, part), CellRef(row, whole))


def _of_total(part: GridColumn, total: GridRow) -> Pick:
    return lambda row: (CellRef(row, part), CellRef(total, part))


def _value(cell: CellRef) -> Decimal:
    number: Printed | None = cell.row.value(cell.column.index)
    return number.value if number else Decimal(0)


def _relations(formula: Formula) -> Iterator[Relation]:
    sure = formula.holding >= 3 and formula.holding >= 3 * formula.failing
    for ratio in formula.ratios:
        if not ratio.holds and ratio.row.index in formula.explained:
            agreement = Agreement.PARTIAL
        elif ratio.holds or ratio.turned:
            agreement = Agreement.EXACT if ratio.stated == ratio.computed else Agreement.ROUNDED
        else:
            agreement = Agreement.DIFFERS
        part, whole = (_value(cell) for cell in ratio.terms)
        yield Relation(
            formula.kind, formula.grid, CellRef(ratio.row, formula.target), ratio.terms, ratio.stated, ratio.computed,
            agreement, Confidence.CERTAIN if sure and ratio.says else Confidence.LIKELY,
            written_percent(part, whole, ratio.computed, change=formula.change),
            tolerance=ratio.room + (ratio.high - ratio.low) / 2, turned=ratio.turned,
        )  # fmt: skip


def _hundred(grid: Grid, target: GridColumn) -> Iterator[Relation]:
    """Shares that are printed to make up a hundred percent, where what they are shares of is not printed."""
    total = next((r for r in reversed(grid.rows) if PLAIN.search(r.label)), None)
    stated = total.value(target.index) if total else None
    if total is None or stated is None or stated.value != HUNDRED:
        return
    parts = [r for r in grid.rows if r.index < total.index and r.role is not RowRole.OF_WHICH]
    held = [(CellRef(r, target), n) for r in parts if (n := r.value(target.index))]
    computed = sum((n.value for _, n in held), Decimal(0))
    # Far from a hundred they are shares of something else, or several could be answered.
    if len(held) < 3 or not 80 <= computed <= 120 or any(not 0 <= n.value <= HUNDRED for _, n in held):
        return
    room = sum((slack(n, counted=False) for _, n in held), slack(stated, counted=False))
    miss = abs(computed - HUNDRED)
    agreement = Agreement.EXACT if not miss else Agreement.ROUNDED if miss <= room else Agreement.DIFFERS
    yield Relation(
        RelationKind.SHARE, grid, CellRef(total, target), tuple(cell for cell, _ in held), stated.value, computed,
        agreement, Confidence.LIKELY, written_sum([(1, n.value) for _, n in held], computed), tolerance=room,
    )  # fmt: skip
