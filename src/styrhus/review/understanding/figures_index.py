"""All figures of a document's tables, found by value and by the words of their rows."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from styrhus.review.understanding.figures_numbers import Figure, Kind, steps
from styrhus.review.understanding.figures_words import covers, stems
from styrhus.review.understanding.grid import ColumnRole, Grid, GridColumn, GridRow, RowRole
from styrhus.values.place import Place
from styrhus.values.unit import KRONOR, Unit

LEVELS = {
    ColumnRole.OUTCOME, ColumnRole.FORECAST, ColumnRole.BUDGET, ColumnRole.TARGET, ColumnRole.AMOUNT,
    ColumnRole.NUMBER, ColumnRole.SUM, ColumnRole.RESULT,
}  # fmt: skip
CHANGES = {ColumnRole.CHANGE, ColumnRole.VARIANCE}
_OTHER = {ColumnRole.LABEL, ColumnRole.TEXT, ColumnRole.DATE, ColumnRole.STATUS, ColumnRole.FACTOR, ColumnRole.PRODUCT}
COUNTS = {Unit.NUMBER, Unit.PERSONS, Unit.HOUSEHOLDS, Unit.CASES, Unit.DAYS, Unit.FTE, None}
FEWEST_DIGITS = 3
LONG = 6
MOST_ROWS = 40
"""A label that so many tables have names no one fact."""


@dataclass(frozen=True)
class Cell:
    """A table's figure; `unit_known` is false when the unit had to be left open (the amount is then as printed)."""

    row: "Row"
    column: GridColumn
    figure: Figure
    unit_known: bool

    @property
    def place(self) -> Place:
        return self.row.grid.place(self.row.row, self.column)

    @property
    def year(self) -> int | None:
        return self.column.year or self.row.row.year or self.row.grid.year


@dataclass(frozen=True)
class Row:
    """A table's row by its words: `label` are its telling stems, or the table's for a total without words.

    `context` are the stems around it that do not narrow it: the table's caption, its headings, its group.
    """

    grid: Grid
    row: GridRow
    label: frozenset[str]
    context: frozenset[str]

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        return tuple(_cells(self))


class Index:
    """Rows by their words, amounts by their value."""

    def __init__(self, grids: Iterable[Grid]) -> None:
        self.rows = tuple(row for grid in grids for row in _rows(grid))
        self.counts = Counter(stem for row in self.rows for stem in row.label)
        self._by_stem: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows:
            if row.label:
                self._by_stem[min(row.label, key=lambda stem: (self.counts[stem], stem))].append(row)
        cells = [cell for row in self.rows for cell in row.cells]
        money = (cell.figure for cell in cells if cell.figure.kind is Kind.MONEY or not cell.unit_known)
        self._sizes = sorted(figure.size for figure in money if figure.size)
        self._by_size: dict[Decimal, list[Cell]] = defaultdict(list)
        for cell in cells:
            if cell.unit_known and cell.figure.kind is Kind.MONEY:
                self._by_size[cell.figure.size].append(cell)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every stem that names a row of a table."""
        return frozenset(self.counts)

    def covered(self, words: frozenset[str]) -> Iterator[Row]:
        """The rows whose whole label is among the words."""
        for word in words:
            rows = self._by_stem.get(word, ())
            for row in rows if len(rows) <= MOST_ROWS else ():
                if covers(words, row.label):
                    yield row

    def holds(self, figure: Figure, *, any_unit: bool = True) -> bool:
        """Whether any amount of any table is the figure as it is printed; units left open may be any."""
        half = figure.step / 2
        scales = (Decimal(1), *KRONOR.values()) if figure.kind is Kind.MONEY and any_unit else (Decimal(1),)
        return any(self._within(figure.size / s - half / s, figure.size / s + half / s) for s in scales)

    def beside(self, figure: Figure) -> Iterator[Cell]:
        """The amounts that are just one in the last place more or less than a figure, printed in the same unit."""
        for size in (figure.size - figure.step, figure.size + figure.step):
            yield from (cell for cell in self._by_size.get(size, ()) if cell.figure.unit is figure.unit)

    def similar(self, figure: Figure) -> Iterator[Cell]:
        """The long amounts printed in the same unit that have all digits but one in common with a figure."""
        for key in _masked(figure):
            yield from (cell for cell in self._by_digits.get(key, ()) if cell.figure.size != figure.size)

    @cached_property
    def _by_digits(self) -> dict[tuple[str, str], list[Cell]]:
        found: dict[tuple[str, str], list[Cell]] = defaultdict(list)
        for cells in self._by_size.values():
            for cell in cells:
                for key in _masked(cell.figure):
                    found[key].append(cell)
        return found

    def _within(self, low: Decimal, high: Decimal) -> bool:
        return bisect_right(self._sizes, high) > bisect_left(self._sizes, low)


def _masked(figure: Figure) -> Iterator[tuple[str, str]]:
    """The digits with each in turn left out, and with each two neighbours in order; only for long whole figures."""
    digits = str(abs(figure.value))
    if not digits.isdigit() or len(digits) < LONG or figure.unit is None:
        return
    for place in range(len(digits)):
        yield figure.unit, f"{digits[:place]}_{digits[place + 1 :]}"
    for place in range(len(digits) - 1):
        yield figure.unit, f"{digits[:place]}{''.join(sorted(digits[place : place + 2]))}|{digits[place + 2 :]}"


def _rows(grid: Grid) -> Iterator[Row]:
    table = grid.table
    head = next((c.heading for c in grid.columns if c.index == grid.label_column), "")
    named = stems(f"{table.caption} {head}")
    around = named | stems(" ".join(table.headings[-1:]))
    for row in grid.rows:
        label = stems(row.label)
        if not label and row.role in {RowRole.TOTAL, RowRole.SUBTOTAL, RowRole.RESULT}:
            label = stems(row.group) or stems(table.caption) or stems(head)
        if any(cell.number is not None for cell in row.cells):
            yield Row(grid, row, label, label | around | stems(row.group))


def _cells(row: Row) -> Iterator[Cell]:
    for column in row.grid.columns:
        number = row.row.cells[column.index].number if column.index < len(row.row.cells) else None
        if number is None or column.role in _OTHER:
            continue
        unit = row.grid.unit_at(row.row, column)
        share = column.role in {ColumnRole.SHARE, ColumnRole.PERCENT_CHANGE} or unit is Unit.PERCENT
        kind = Kind.PERCENT if share else Kind.MONEY if unit is not None and unit.is_money else Kind.COUNT
        scale = KRONOR[unit] if unit is not None and unit.is_money and not share else Decimal(1)
        step, coarse = steps(number.value)
        yield Cell(
            row, column,
            Figure(
                number.value, number.value * scale, step * scale, coarse * scale, kind, unit,
                row.grid.unit_written(row.row, column), price=unit is not None and unit.is_price,
                text=row.row.cells[column.index].text,
            ),
            unit is not None,
        )  # fmt: skip


def differences(cells: Sequence[Cell]) -> Iterator[Decimal]:
    """Every difference between two levels of a row; rows are short."""
    levels = [cell.figure.amount for cell in cells if cell.column.role in LEVELS][:8]
    for number, one in enumerate(levels):
        for other in levels[number + 1 :]:
            yield other - one
