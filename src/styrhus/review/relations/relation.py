"""A relation between printed numbers: what one of them should be from the others, and whether it is."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from styrhus.review.understanding.grid import Grid, GridColumn, GridRow
from styrhus.values.finding import Confidence
from styrhus.values.place import Place


class RelationKind(StrEnum):
    """ROW_SUM: a total or subtotal row against its rows; COLUMN_SUM: a sum column against its columns."""

    ROW_SUM = "row_sum"
    COLUMN_SUM = "column_sum"
    CHANGE = "change"
    PERCENT_CHANGE = "percent_change"
    SHARE = "share"
    PRODUCT = "product"
    BRIDGE = "bridge"


class Agreement(StrEnum):
    """ROUNDED: the printed decimals and the number of terms explain the difference."""

    EXACT = "exact"
    ROUNDED = "rounded"
    DIFFERS = "differs"
    PARTIAL = "partial"
    """A term is missing, so that nothing can be said."""


@dataclass(frozen=True)
class CellRef:
    """A cell of a grid."""

    row: GridRow
    column: GridColumn


@dataclass(frozen=True)
class Relation:
    """`stated` is printed at `target`; `computed` follows from `terms`; `expression` writes the arithmetic out."""

    kind: RelationKind
    grid: Grid
    target: CellRef
    terms: tuple[CellRef, ...]
    stated: Decimal
    computed: Decimal
    agreement: Agreement
    confidence: Confidence
    expression: str

    @property
    def difference(self) -> Decimal:
        return self.stated - self.computed

    @property
    def holds(self) -> bool:
        return self.agreement in {Agreement.EXACT, Agreement.ROUNDED}

    @property
    def place(self) -> Place:
        return self.grid.place(self.target.row, self.target.column)
