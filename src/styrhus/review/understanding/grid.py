"""What a table is: the roles of its columns and rows, units, years, and the numbers in its cells."""

from dataclasses import dataclass
from enum import StrEnum

from styrhus.paper.reading import ReadTable
from styrhus.values.place import Place
from styrhus.values.printed import Printed
from styrhus.values.unit import Unit


class GridKind(StrEnum):
    """What a table is about."""

    BUDGET = "budget"
    INDICATORS = "indicators"
    ASSIGNMENTS = "assignments"
    FRAME_BRIDGE = "frame_bridge"
    VOLUME_PRICE = "volume_price"
    HEADCOUNT = "headcount"
    SERIES = "series"
    OTHER = "other"


class ColumnRole(StrEnum):
    """What a column holds; NUMBER is a number column whose role the headings do not tell.

    CHANGE is a difference of two other columns in their unit, VARIANCE the same between versions of one year
    (outcome or forecast against budget), PERCENT_CHANGE the same in percent. SUM adds other columns of the row.
    """

    LABEL = "label"
    OUTCOME = "outcome"
    FORECAST = "forecast"
    BUDGET = "budget"
    TARGET = "target"
    CHANGE = "change"
    VARIANCE = "variance"
    PERCENT_CHANGE = "percent_change"
    SHARE = "share"
    SUM = "sum"
    VOLUME = "volume"
    PRICE = "price"
    AMOUNT = "amount"
    NUMBER = "number"
    DATE = "date"
    STATUS = "status"
    TEXT = "text"


class RowRole(StrEnum):
    """What a row is, from its words; numbers may show more (see relations)."""

    LINE = "line"
    HEADING = "heading"
    SUBTOTAL = "subtotal"
    TOTAL = "total"
    OF_WHICH = "of_which"
    RESULT = "result"
    """A net or a result: income less costs, which may be printed with either sign convention."""


@dataclass(frozen=True)
class GridCell:
    """A cell's text and its number; `missing` tells a mark that stands for no value (`-`, `..`, `Ej aktuellt`)."""

    text: str
    number: Printed | None = None
    missing: bool = False


@dataclass(frozen=True)
class GridColumn:
    """`index` counts from 0; `heading` joins the heading rows above it.

    `year` and `period` as the heading says (`period` as in values.period, `2017-11`); `unit` None when unknown.
    """

    index: int
    heading: str
    role: ColumnRole
    year: int | None = None
    period: str = ""
    unit: Unit | None = None


@dataclass(frozen=True)
class GridRow:
    """`index` is the row's position in the read table; `group` the heading row that it stands under, if any."""

    index: int
    label: str
    role: RowRole
    cells: tuple[GridCell, ...]
    unit: Unit | None = None
    group: str = ""
    indent: int = 0

    def value(self, column: int) -> Printed | None:
        return self.cells[column].number


@dataclass(frozen=True)
class Grid:
    """A table understood: heading rows are gone, `rows` holds the rest in order.

    `unit` is the table's, None when nothing tells; `confidence` from 0 to 1 how sure the understanding is.
    """

    table: ReadTable
    kind: GridKind
    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]
    unit: Unit | None = None
    year: int | None = None
    confidence: float = 1.0

    @property
    def label_column(self) -> int:
        return next((c.index for c in self.columns if c.role is ColumnRole.LABEL), 0)

    def unit_at(self, row: GridRow, column: GridColumn) -> Unit | None:
        """The unit of a cell: as printed in it, else the row's, the column's, the table's."""
        printed = row.cells[column.index].number
        return (printed.unit if printed else None) or column.unit or row.unit or self.unit

    def place(self, row: GridRow, column: GridColumn | None = None) -> Place:
        """Where a row or one of its cells stands, with what stands there."""
        held = self.table.rows[row.index].place
        return Place(
            page=held.page, line=held.line, table=self.table.number, row=row.label,
            column=column.heading if column else "", quote=row.cells[column.index].text if column else row.label,
            row_number=row.index + 1, column_number=column.index + 1 if column else None,
            cell=held.cell, sheet=held.sheet, file=held.file,
        )  # fmt: skip
