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

    @property
    def key(self) -> tuple[int, int]:
        """Row and column of the cell within its table, from 0."""
        return self.row.index, self.column.index


@dataclass(frozen=True)
class Relation:
    """`stated` is printed at `target`; `computed` follows from `terms`; `expression` writes the arithmetic out.

    `signs` tells of a sum or a change whether each term is added (1) or taken away (-1). `tolerance` is how far
    rounding alone can part `stated` from `computed`. `turned` tells that the relation holds with the other sign.
    """

    kind: RelationKind
    grid: Grid
    target: CellRef
    terms: tuple[CellRef, ...]
    stated: Decimal
    computed: Decimal
    agreement: Agreement
    confidence: Confidence
    expression: str
    signs: tuple[int, ...] = ()
    tolerance: Decimal = Decimal(0)
    turned: bool = False

    @property
    def difference(self) -> Decimal:
        return self.stated - self.computed

    @property
    def holds(self) -> bool:
        return self.agreement in {Agreement.EXACT, Agreement.ROUNDED}

    @property
    def is_linear(self) -> bool:
        """Whether the result is its terms added and taken away, so that one wrong cell can be told from another."""
        return bool(self.signs)

    @property
    def place(self) -> Place:
        return self.grid.place(self.target.row, self.target.column)
