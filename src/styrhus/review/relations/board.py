"""A grid seen along its rows or along its columns: lines that may add up, and the positions where they meet.

Seen along its rows the lines are the rows and the positions are the number columns; seen along its columns it is the
other way round, so that sum rows and sum columns are found by the same reasoning.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum, auto
from functools import cached_property

from styrhus.review.relations.relation import CellRef, RelationKind
from styrhus.review.relations.rounding import is_counted, slack
from styrhus.review.understanding.grid import ColumnRole, Flow, Grid, GridColumn, GridKind, GridRow, RowRole
from styrhus.values.unit import Unit

ADDABLE = {
    ColumnRole.OUTCOME, ColumnRole.FORECAST, ColumnRole.BUDGET, ColumnRole.CHANGE, ColumnRole.VARIANCE,
    ColumnRole.SUM, ColumnRole.VOLUME, ColumnRole.AMOUNT, ColumnRole.NUMBER, ColumnRole.RESULT,
}  # fmt: skip
SAMPLE = 80
DIFFERENCES = {ColumnRole.CHANGE, ColumnRole.VARIANCE}
NEVER_ADDED = {Unit.PERCENT, Unit.INDEX, Unit.YES_NO, Unit.KR_PER_DAY, Unit.KR_PER_MONTH, Unit.TKR_PER_MONTH}
# What these words stand at is often a mean, a price or a share; only the numbers can tell that it is added up.
MEAN = re.compile(
    r"\b(snitt|genomsnitt\w*|medel\w*|per|pris\w*|andel\w*|index|kvot|grad|nki|hme|à|procent|prosent\w*|ålder"
    r"|gjennomsnitt\w*|keskim\w*|osuus)\b|%|\bkr/|/(dygn|dag|mån|år|inv|kvm|m2|tim|st|plats|elev|barn|brukare|hushåll)",
    re.IGNORECASE,
)
PLAIN = re.compile(
    r"^\W*(summa|summor|del ?summa|total|totalt|totala?|totalsumma|sum|summer|samlet|i alt|yhteensä"
    r"|kaikki yhteensä|sammanlagt|s:a)\b(?!.*\b(andel|per|procent)\b)|\b(totalt|total summa|summa|yhteensä|i alt)\W*$",
    re.IGNORECASE,
)
BARE = re.compile(r"^\W*(summa|totalt|total|sum|yhteensä|i alt)\W*$", re.IGNORECASE)
NET = re.compile(
    r"netto|resultat|överskott|underskott|saldo|balans\b|avvikelse|differens|skillnad|återstår|att finansiera"
    r"|ofinansierat|\bkvar\b|tulos|ylijäämä|alijäämä",
    re.IGNORECASE,
)
OPENING = re.compile(r"^\W*(ingående|inngående|ib)\b", re.IGNORECASE)
CLOSING = re.compile(r"^\W*(utgående|utgang|ub)\b", re.IGNORECASE)
COST_TOTAL = re.compile(
    r"^\W*(((verksamhetens|totala?) )?(brutto)?(kostnader|intäkter)|bruttokostnad\w*|verksamhetskostnader"
    r"|toimintakulut|toimintatuotot|sum driftsutgifter)\W*$",
    re.IGNORECASE,
)
CHANGE_WORDS = re.compile(
    r"förändr|differens|\bdiff\b|avvik|ökning|minskning|skillnad|endring|muutos|poikkeama|\+/-", re.IGNORECASE
)
OF_WHICH = re.compile(r"^\W*(varav|därav|av vilka|av vilket|hvorav|herav|av dette|josta|joista|siitä)\b", re.IGNORECASE)


class Sort(Enum):
    """What a line's words say: PLAIN is a total beyond doubt, NET a result, LAST an unnamed last row."""

    LINE = auto()
    HEADING = auto()
    OF_WHICH = auto()
    PLAIN = auto()
    NET = auto()
    LAST = auto()


@dataclass(frozen=True)
class Line:
    """A row or a column with its numbers at each position; `slacks` is how far each may be rounded."""

    row: GridRow | None
    column: GridColumn | None
    label: str
    sort: Sort
    values: tuple[Decimal | None, ...]
    slacks: tuple[Decimal, ...]
    unknown: tuple[bool, ...]
    flow: Flow | None = None
    indent: int = 0
    unit: Unit | None = None

    @property
    def is_result(self) -> bool:
        return self.sort in {Sort.PLAIN, Sort.NET}

    @property
    def is_empty(self) -> bool:
        """Nothing is printed; a line whose numbers are said to be unknown is no such line."""
        return all(value is None for value in self.values) and not any(self.unknown)


@dataclass(frozen=True)
class Position:
    """Where lines meet; `doubtful` when words tell that it may hold means, prices or shares.

    `derived` when it is the difference of other positions: what adds up there adds up there too, and tells nothing.
    """

    row: GridRow | None
    column: GridColumn | None
    doubtful: bool
    derived: bool = False

    def is_like(self, other: "Position") -> bool:
        """Whether both hold the same thing, of another year or version as their words tell."""
        if self.column is None or other.column is None:
            return False
        same_role = self.column.role is other.column.role is not ColumnRole.NUMBER
        return same_role or _undated(self.column.heading) == _undated(other.column.heading)


@dataclass(frozen=True)
class Board:
    """Lines in order over positions in order."""

    grid: Grid
    kind: RelationKind
    lines: tuple[Line, ...]
    positions: tuple[Position, ...]

    def cell(self, line: int, position: int) -> CellRef:
        held, at = self.lines[line], self.positions[position]
        row, column = held.row or at.row, held.column or at.column
        assert row is not None
        assert column is not None
        return CellRef(row, column)

    @cached_property
    def counts(self) -> tuple[bool, ...]:
        """Which positions say whether something adds up; all when none is better than the others."""
        good = tuple(not (position.derived or position.doubtful) for position in self.positions)
        return good if any(good) else tuple(not position.derived for position in self.positions)

    @cached_property
    def coarse(self) -> tuple[tuple[Decimal, ...], ...]:
        """All values of each position."""
        return tuple(
            tuple(value for line in self.lines if (value := line.values[j]) is not None)
            for j in range(len(self.positions))
        )


def _undated(heading: str) -> str:
    return "".join(letter for letter in heading if not letter.isdigit()).strip()


def addable(column: GridColumn) -> bool:
    """Whether a column's numbers may be added up at all; what is named after prices may be compensation for them."""
    held = column.role in ADDABLE or column.role is ColumnRole.PRICE
    return held and not column.empty and column.unit not in NEVER_ADDED


def sampled(grid: Grid) -> Grid:
    """The grid with rows enough to tell what its columns are; the grid itself when it has no more."""
    return replace(grid, rows=grid.rows[:SAMPLE]) if len(grid.rows) > SAMPLE else grid


def is_difference(column: GridColumn) -> bool:
    """Whether words tell that a column is a difference of others in their unit."""
    return column.role in DIFFERENCES or CHANGE_WORDS.search(column.heading) is not None


def row_board(grid: Grid) -> Board:
    """The rows as lines."""
    columns = tuple(c for c in grid.columns if addable(c))
    rows = tuple(r for r in grid.rows if r.unit not in NEVER_ADDED)
    lines = tuple(_row_line(grid, row, columns, last=row is rows[-1]) for row in rows)
    only_changes = all(is_difference(c) for c in columns)
    positions = tuple(Position(None, c, _is_rate(c), is_difference(c) and not only_changes) for c in columns)
    return Board(grid, RelationKind.ROW_SUM, lines, positions)


def column_board(grid: Grid, differences: frozenset[int]) -> Board:
    """The columns as lines; `differences` are the columns that are known to be differences of others."""
    columns = tuple(c for c in grid.columns if addable(c) and c.role not in DIFFERENCES and c.index not in differences)
    rows = tuple(r for r in grid.rows if r.unit not in NEVER_ADDED and r.role is not RowRole.HEADING)
    lines = tuple(_column_line(grid, column, rows) for column in columns)
    positions = tuple(Position(r, None, MEAN.search(r.label) is not None) for r in rows)
    return Board(grid, RelationKind.COLUMN_SUM, lines, positions)


def _is_rate(column: GridColumn) -> bool:
    return column.role is ColumnRole.PRICE or MEAN.search(column.heading) is not None


def _row_line(grid: Grid, row: GridRow, columns: tuple[GridColumn, ...], *, last: bool) -> Line:
    return Line(
        row, None, row.label, _row_sort(grid, row, last=last),
        tuple(_value(row, c) for c in columns), tuple(_slack(grid, row, c) for c in columns),
        tuple(_unknown(row, c) for c in columns), row.flow, row.indent, row.unit,
    )  # fmt: skip


def _column_line(grid: Grid, column: GridColumn, rows: tuple[GridRow, ...]) -> Line:
    return Line(
        None, column, column.heading, _column_sort(column),
        tuple(_value(r, column) for r in rows), tuple(_slack(grid, r, column) for r in rows),
        tuple(_unknown(r, column) for r in rows), column.flow, 0, column.unit,
    )  # fmt: skip


def _row_sort(grid: Grid, row: GridRow, *, last: bool) -> Sort:
    if row.role is RowRole.HEADING and all(cell.number is None for cell in row.cells):
        return Sort.HEADING
    if row.role is RowRole.OF_WHICH or OF_WHICH.search(row.label):
        return Sort.OF_WHICH
    if row.role is RowRole.RESULT or (NET.search(row.label) and not PLAIN.search(row.label)):
        return Sort.NET
    if PLAIN.search(row.label):
        return Sort.PLAIN if grid.kind is not GridKind.INDICATORS or BARE.search(row.label) else Sort.LAST
    named = (
        COST_TOTAL.search(row.label)
        or CLOSING.search(row.label)
        or row.role in {RowRole.TOTAL, RowRole.SUBTOTAL}
        or row.strong
        or not row.label.strip()
    )
    return Sort.LAST if last or named else Sort.LINE


def _column_sort(column: GridColumn) -> Sort:
    if column.role is ColumnRole.SUM or PLAIN.search(column.heading):
        return Sort.PLAIN
    if column.role is ColumnRole.RESULT or NET.search(column.heading):
        return Sort.NET
    return Sort.OF_WHICH if OF_WHICH.search(column.heading) else Sort.LINE


def _value(row: GridRow, column: GridColumn) -> Decimal | None:
    number = row.value(column.index)
    return None if number is None else number.value


def _slack(grid: Grid, row: GridRow, column: GridColumn) -> Decimal:
    number = row.value(column.index)
    return Decimal(0) if number is None else slack(number, counted=is_counted(grid, row, column))


def _unknown(row: GridRow, column: GridColumn) -> bool:
    """Whether words stand where a number should (`ej klart`, `..`), so that it cannot be read as nothing."""
    cell = row.cells[column.index]
    return cell.number is None and cell.text.strip() not in {"", "-", "–", "—", "--", "−", "0"}
