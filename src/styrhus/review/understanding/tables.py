"""Read tables become grids."""

from dataclasses import dataclass, field, replace

from styrhus.paper.reading import Reading, ReadTable
from styrhus.review.understanding.columns import WORDS, columns_of, content_of
from styrhus.review.understanding.document import about
from styrhus.review.understanding.grid import ColumnRole, Grid, GridCell, GridColumn, GridKind
from styrhus.review.understanding.headings import Headings, headings_of
from styrhus.review.understanding.kinds import description, kind_of
from styrhus.review.understanding.rows import cells_of, rows_of
from styrhus.review.understanding.signs import sign_convention
from styrhus.review.understanding.table_units import document_unit, table_unit
from styrhus.review.understanding.years import when
from styrhus.values.printed import Habit, cell_habit, habit_of
from styrhus.values.unit import Unit
from styrhus.values.unit_words import MONEY, UnitWord


@dataclass(frozen=True)
class Context:
    """What the document tells about all of its tables."""

    unit: UnitWord | None = None
    year: int | None = None
    habit: Habit = field(default_factory=Habit)
    under_heading: bool = True
    """Whether no other table stands under the same heading before this one, so that it is about this one."""


_UNITLESS = {ColumnRole.PERCENT_CHANGE, ColumnRole.SHARE, ColumnRole.VOLUME, ColumnRole.FACTOR, ColumnRole.PRODUCT}
_OF_MONEY = {GridKind.BUDGET, GridKind.FRAME_BRIDGE}
NOTHING_TOLD = Context()


def grids(reading: Reading) -> tuple[Grid, ...]:
    """Every table of a reading understood, in order."""
    texts = (cell.text for table in reading.tables for row in table.rows for cell in row.cells if len(cell.text) < 40)
    context = Context(document_unit(reading), about(reading).year, habit_of(texts))
    above: tuple[str, ...] | None = None
    found = []
    for table in reading.tables:
        found.append(grid(table, replace(context, under_heading=table.headings != above)))
        above = table.headings
    return tuple(found)


def grid(table: ReadTable, context: Context = NOTHING_TOLD) -> Grid:
    """One table understood; `context` is what its document tells."""
    if not table.rows:
        return Grid(table, GridKind.OTHER, (), (), confidence=0.0)
    headings = headings_of(table)
    rest = range(headings.count, len(table.rows))
    body = [i for i in rest if i not in headings.repeated and any(cell.text.strip() for cell in table.rows[i].cells)]
    habit = _habit(table, body, context.habit)
    cells = {i: _wide(cells_of(table.rows[i], habit), table.width) for i in body}
    columns = columns_of(headings, [content_of([row[c] for row in cells.values()]) for c in range(table.width)])
    rows = rows_of(table, headings, columns, cells)
    return _understood(Grid(table, GridKind.OTHER, columns, rows), headings, context)


def _understood(held: Grid, headings: Headings, context: Context) -> Grid:
    """The grid with what can be told when its columns and rows are known."""
    table = held.table
    heading = table.headings[-1] if table.headings and context.under_heading else ""
    word = table_unit(table, _first_headings(held, headings), heading) or _in_cells(held)
    kind, sure = kind_of(held.columns, held.rows, table.caption, word.unit if word else None)
    if word is None and kind in _OF_MONEY:
        word = context.unit
    unit = word.unit if word else None
    columns = tuple(_never_added(c) if unit is Unit.PERCENT else c for c in held.columns)
    told = replace(
        held, columns=columns, kind=kind, confidence=sure if headings.count else sure * 0.8, unit=unit,
        year=_year(held, context), currency=word.currency if word else "", unit_text=word.text if word else "",
        sign=sign_convention(held.columns, held.rows),
    )  # fmt: skip
    return replace(told, description=description(told))


def _never_added(column: GridColumn) -> GridColumn:
    """A total of percentages is a mean and no sum."""
    return replace(column, role=ColumnRole.NUMBER) if column.role is ColumnRole.SUM else column


def _in_cells(held: Grid) -> UnitWord | None:
    """The unit that all numbers have which are not counted, when each or each column tells the same."""
    columns = [c for c in held.columns if c.role not in WORDS | _UNITLESS and not c.empty]
    numbers = [(number, c) for row in held.rows for c in columns if (number := row.value(c.index))]
    # A unit that stands alone over the first column of figures may be meant for those beside it.
    units = {number.unit or column.unit for number, column in numbers if column.heading or number.unit}
    first = next((number for number, _ in numbers if number.unit), None)
    unit = units.pop() if len(units) == 1 else None
    if unit is None or unit not in MONEY:
        return None
    return UnitWord(unit, first.unit_text if first else unit.value, 0, 0, 0, first.currency if first else "")


def _first_headings(held: Grid, headings: Headings) -> list[str]:
    """Where a table itself tells its unit: over its labels, or in its first row's label when it has no headings."""
    over_labels = [column.heading for column in held.columns if column.index <= held.label_column or column.empty]
    first = held.rows[0].label if held.rows and not headings.count else ""
    return [*over_labels, first]


def _year(held: Grid, context: Context) -> int | None:
    table = held.table
    own = (table.caption, held.columns[held.label_column].heading)
    planned = [c.year for c in held.columns if c.year and c.role in {ColumnRole.BUDGET, ColumnRole.TARGET}]
    above = (*reversed(table.headings[-2:]), "")
    named = {c.year for c in held.columns if c.year}
    return (
        next((found for text in own if (found := when(text).year)), None)
        or (context.year if context.year in named else max(planned, default=None))
        or next((found for text in above if (found := when(text).year)), None)
        or context.year
        or max(named, default=None)
    )


def _habit(table: ReadTable, body: list[int], document: Habit) -> Habit:
    """The table's own habit, and the document's where the table shows none."""
    texts = [cell.text for i in body for cell in table.rows[i].cells if len(cell.text) < 40]
    own = cell_habit(texts)
    if own.decimal or own.group:
        return own
    return replace(document, parentheses=own.parentheses, most_groups=own.most_groups or document.most_groups)


def _wide(cells: tuple[GridCell, ...], width: int) -> tuple[GridCell, ...]:
    """A row with as many cells as the table has columns, also when a reader gave fewer or more."""
    return (*cells, *(GridCell("") for _ in range(width - len(cells))))[:width]
