"""What a table is: the roles of its columns and rows, units, years, and the numbers in its cells."""

from dataclasses import dataclass
from enum import StrEnum

from styrhus.paper.reading import ReadTable
from styrhus.values.place import Place
from styrhus.values.printed import Printed
from styrhus.values.text import Text
from styrhus.values.unit import Unit


class GridKind(StrEnum):
    """What a table is about."""

    BUDGET = "budget"
    INDICATORS = "indicators"
    ASSIGNMENTS = "assignments"
    FRAME_BRIDGE = "frame_bridge"
    VOLUME_PRICE = "volume_price"
    HEADCOUNT = "headcount"
    RISKS = "risks"
    SERIES = "series"
    OTHER = "other"


class ColumnRole(StrEnum):
    """What a column holds; NUMBER is a number column whose role the headings do not tell.

    CHANGE is a difference of two other columns in their unit, VARIANCE the same between versions of one year
    (outcome or forecast against budget), PERCENT_CHANGE the same in percent. SUM adds other columns of the row.
    RESULT is a net of them (income less costs). PRODUCT is the product of the FACTOR columns, as in a risk analysis.
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
    RESULT = "result"
    FACTOR = "factor"
    PRODUCT = "product"
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
    DIFFERENCE = "difference"
    """A change or a variance between rows above it (`Förändring`, `Avvikelse`), which no sum adds."""
    RESULT = "result"
    """A net or a result: income less costs, which may be printed with either sign convention."""


class Flow(StrEnum):
    """Which way money runs in a row or a column, from its words; NET is income and costs taken together."""

    INCOME = "income"
    COST = "cost"
    NET = "net"


class SignConvention(StrEnum):
    """How costs are printed where income is positive."""

    COSTS_NEGATIVE = "costs_negative"
    COSTS_POSITIVE = "costs_positive"
    INCOME_NEGATIVE = "income_negative"
    """Costs positive and income negative: a net cost is their plain sum."""


@dataclass(frozen=True)
class GridCell:
    """A cell's text and its number; `missing` tells a mark that stands for no value (`-`, `..`, `Ej aktuellt`).

    `numbers` are all values of a cell that holds several (`K: 82,4 M: 84,7`), each with its label; `number` is then
    None. For a cell with one value they are that one.
    """

    text: str
    number: Printed | None = None
    missing: bool = False
    numbers: tuple[Printed, ...] = ()


@dataclass(frozen=True)
class GridColumn:
    """`index` counts from 0; `heading` joins the heading rows above it.

    `year` and `period` as the heading says: `period` as in values.period (`2017-11`, `2023-T2`), or the first and the
    last month of a part of a year (`2023-01/2023-08`), without the year when it is not told (`01/08`, `T1`); empty for
    a whole year and for a day. `to_date` is a part of a year that runs from its start (accumulated).
    `of_years` and `of_roles` are what a difference column is of when its heading tells, in printed order
    (`Förändring 2022/2023`, `Avvikelse prognos/budget`). `group` is the heading that spans it with its neighbours.
    """

    index: int
    heading: str
    role: ColumnRole
    year: int | None = None
    period: str = ""
    unit: Unit | None = None
    to_date: bool = False
    of_years: tuple[int, ...] = ()
    of_roles: tuple[ColumnRole, ...] = ()
    group: str = ""
    flow: Flow | None = None
    empty: bool = False
    """No cell below the heading holds anything."""
    version: ColumnRole | None = None
    of_which: bool = False
    """A part of the column before it (`varav ombudgeterat`), which no sum adds."""


@dataclass(frozen=True)
class GridRow:
    """`index` is the row's position in the read table; `group` the heading row that it stands under, if any.

    `year` when the label is a year (a series down the rows); `strong` when its label or numbers are bold.
    """

    index: int
    label: str
    role: RowRole
    cells: tuple[GridCell, ...]
    unit: Unit | None = None
    group: str = ""
    indent: int = 0
    strong: bool = False
    year: int | None = None
    flow: Flow | None = None

    def value(self, column: int) -> Printed | None:
        return self.cells[column].number


@dataclass(frozen=True)
class Grid:
    """A table understood: heading rows and rows without any text are gone, `rows` holds the rest in order.

    `unit` is the table's, None when nothing tells; `confidence` from 0 to 1 how sure the understanding is.
    `currency` is a code other than Swedish kronor (`EUR`, `NOK`): Unit then gives the scale alone (TKR is thousands).
    `unit_text` is the unit as printed (`1 000 €`). `year` is what the table is about, from its words or the document.
    `sign` is how costs are printed, None when the table does not show it. `description` says in words what the table
    was understood as.
    """

    table: ReadTable
    kind: GridKind
    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]
    unit: Unit | None = None
    year: int | None = None
    confidence: float = 1.0
    currency: str = ""
    unit_text: str = ""
    sign: SignConvention | None = None
    description: Text | None = None

    @property
    def label_column(self) -> int:
        return next((c.index for c in self.columns if c.role is ColumnRole.LABEL), 0)

    def unit_at(self, row: GridRow, column: GridColumn) -> Unit | None:
        """The unit of a cell: as printed in it, else the row's, the column's, the table's.

        A percentage column is one in every row, a count stays a count in a table of money, and a price without a unit
        of its own is often in others than the amounts.
        """
        printed = row.cells[column.index].number
        if printed is not None and printed.unit is not None:
            return printed.unit
        own = column.role in {ColumnRole.PERCENT_CHANGE, ColumnRole.SHARE} or column.unit is Unit.PERCENT
        if own or column.role is ColumnRole.PRICE:
            return column.unit
        return row.unit or column.unit or self.unit

    def unit_written(self, row: GridRow, column: GridColumn) -> str:
        """The unit of a cell as a reader of the document writes it; empty when nothing tells."""
        printed = row.cells[column.index].number
        unit = self.unit_at(row, column)
        if printed is not None and printed.unit_text:
            return printed.unit_text
        if unit is self.unit and self.unit_text:
            return self.unit_text
        return "" if unit is None else "%" if unit is Unit.PERCENT else unit.value

    def place(self, row: GridRow, column: GridColumn | None = None) -> Place:
        """Where a row or one of its cells stands, with what stands there."""
        read = self.table.rows[row.index]
        held, cells = read.place, read.cells
        address = cells[column.index].address if column and column.index < len(cells) else ""
        return Place(
            page=held.page, line=held.line, table=self.table.number, row=row.label,
            column=column.heading if column else "", quote=row.cells[column.index].text if column else row.label,
            row_number=row.index + 1, column_number=column.index + 1 if column else None,
            cell=address or held.cell, sheet=held.sheet, file=held.file,
        )  # fmt: skip
