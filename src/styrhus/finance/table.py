"""A published table of money, volumes or positions: typed columns, rows in a hierarchy, cells as printed."""

from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from pydantic import model_validator

from styrhus.values.record import Id, Name, Record
from styrhus.values.unit import Unit


class TableKind(StrEnum):
    """What a table is about; decides its place in documents and on the economy page."""

    GRANT = "grant"
    ALLOCATION = "allocation"
    INCOME_STATEMENT = "income_statement"
    SPECIFICATION = "specification"
    CARE = "care"
    SAVINGS = "savings"
    RESULT_UNITS = "result_units"
    SURPLUS = "surplus"
    POSITIONS = "positions"
    INVESTMENT = "investment"
    VOLUME = "volume"
    KEY_FIGURES = "key_figures"


class ColumnKind(StrEnum):
    """Which version of a year's figures a column holds."""

    OUTCOME = "outcome"
    FORECAST = "forecast"
    BUDGET = "budget"
    COUNCIL_BUDGET = "council_budget"
    INTERNAL_BUDGET = "internal_budget"
    REVISED_BUDGET = "revised_budget"
    CHANGE = "change"
    AMOUNT = "amount"
    VOLUME = "volume"
    PRICE = "price"
    TEXT = "text"


MARKS = {"", "-", "–", "—", "--", "..", "...", "x", "Ej aktuellt"}
"""What may stand in a number column instead of a number, and is kept as printed."""


class Sign(StrEnum):
    """How costs are written in the table; never guessed."""

    COST_POSITIVE = "cost_positive"
    COST_NEGATIVE = "cost_negative"
    NOT_MONEY = "not_money"


class RowKind(StrEnum):
    """What a row is; totals and subtotals are published figures, checked but never computed over."""

    LINE = "line"
    HEADING = "heading"
    SUBTOTAL = "subtotal"
    TOTAL = "total"
    OF_WHICH = "of_which"


class Column(Record):
    """A column; a change column names the two columns that it is the difference of, earlier first."""

    id: Id
    label: Name
    kind: ColumnKind
    year: int | None = None
    unit: Unit | None = None
    change_of: tuple[Id, Id] | None = None


class Cell(Record):
    """A value as printed, or None with the mark that stood there; a text column holds its text in `mark`."""

    value: Decimal | None = None
    mark: str = ""

    def fits(self, kind: ColumnKind) -> bool:
        """Whether a column of this kind may hold the cell: text is no number, and a number has no mark."""
        if kind is ColumnKind.TEXT:
            return self.value is None
        return self.mark == "" if self.value is not None else self.mark in MARKS


class Row(Record):
    """A row; `parent` is the subtotal that it belongs to.

    `unit` stands for the column's own in this row: a price unit in the price columns, any other in the rest.
    `subtracted` rows count negatively in their total, such as income in a net cost.
    """

    id: Id
    label: Name
    kind: RowKind = RowKind.LINE
    parent: Id | None = None
    organisation_unit: Id | None = None
    unit: Unit | None = None
    subtracted: bool = False
    note: str = ""
    cells: tuple[Cell, ...] = ()

    def added(self, value: Decimal | None) -> Decimal | None:
        """What a value of this row adds to its total; applied twice it gives the value back."""
        return -value if value is not None and self.subtracted else value


class Table(Record):
    """A table as published; every row has as many cells as there are columns."""

    id: Id
    caption: Name
    kind: TableKind
    unit: Unit
    sign: Sign
    row_heading: str = ""
    columns: tuple[Column, ...]
    rows: tuple[Row, ...] = ()
    rounded: bool = False
    source: str = ""
    notes: tuple[Name, ...] = ()

    @model_validator(mode="after")
    def _rows_fit(self) -> "Table":
        for row in self.rows:
            if len(row.cells) != len(self.columns):
                raise ValueError(f"row {row.id} does not have {len(self.columns)} cells")
            for cell, column in zip(row.cells, self.columns, strict=True):
                if not cell.fits(column.kind):
                    raise ValueError(f"the cell {row.id}, {column.id} holds {cell.mark!r}")
        return self

    @cached_property
    def column_index(self) -> dict[str, int]:
        return {column.id: index for index, column in enumerate(self.columns)}

    @cached_property
    def row_by_id(self) -> dict[str, Row]:
        return {row.id: row for row in self.rows}

    def cell(self, row: str, column: str) -> Cell:
        """The cell of a row and a column by id; KeyError when either does not exist."""
        return self.row_by_id[row].cells[self.column_index[column]]

    def unit_of(self, row: Row, column: Column) -> Unit:
        """The unit of a cell: the row's own where it fits the column, else the column's, else the table's."""
        if row.unit is not None and row.unit.is_price == (column.kind is ColumnKind.PRICE):
            return row.unit
        return column.unit or self.unit

    def parts_of(self, row: Row) -> tuple[Row, ...]:
        """The rows whose values a subtotal or a total is the sum of; of-which rows are never among them.

        A total counts the rows without parent; a subtotal the rows that name it as their parent.
        """
        parent = row.id if row.kind is RowKind.SUBTOTAL else row.parent
        summed = {RowKind.LINE, RowKind.SUBTOTAL}
        return tuple(r for r in self.rows if r.kind in summed and r.parent == parent and r.id != row.id)
