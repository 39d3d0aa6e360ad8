"""How a table of a document becomes plan data: what each column and row is used for."""

from dataclasses import dataclass
from enum import StrEnum

from styrhus.finance.table import ColumnKind, RowKind, Sign, TableKind
from styrhus.paper.reading import ReadTable
from styrhus.plan.assignment import AssignmentKind
from styrhus.plan.steering import Decider
from styrhus.plan.target import TargetKind
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit


class Into(StrEnum):
    """Which part of the plan a table becomes."""

    TABLE = "table"
    INDICATORS = "indicators"
    ASSIGNMENTS = "assignments"

    @property
    def label(self) -> Text:
        return _INTO[self]


SKIP, LABEL = "skip", "label"
UNIT, TARGET, OUTCOME = "unit", "target", ColumnKind.OUTCOME.value
NUMBER, DESCRIPTION, RESPONSIBLE, DEADLINE, NOTE = "number", "description", "responsible", "deadline", "note"

USES: dict[Into, tuple[str, ...]] = {
    Into.TABLE: (SKIP, LABEL, *(kind.value for kind in ColumnKind)),
    Into.INDICATORS: (SKIP, LABEL, UNIT, OUTCOME, TARGET),
    Into.ASSIGNMENTS: (SKIP, LABEL, NUMBER, DESCRIPTION, RESPONSIBLE, DEADLINE, NOTE),
}
"""What a column can be used for in each part; every table has one label column."""
ROW_USES = (SKIP, *(kind.value for kind in RowKind))


@dataclass(frozen=True)
class ColumnUse:
    """`index` counts from 0; `use` is one of USES; a unit of None is that of the table or row."""

    index: int
    heading: str
    use: str
    year: int | None = None
    unit: Unit | None = None

    @property
    def index_text(self) -> str:
        """For the names of form fields."""
        return str(self.index)


@dataclass(frozen=True)
class RowUse:
    """`index` is the row's position in the read table; `use` is one of ROW_USES.

    `goal` is the goal that an indicator of this row belongs to, empty for the one chosen for all rows.
    """

    index: int
    use: str
    goal: str = ""

    @property
    def index_text(self) -> str:
        """For the names of form fields."""
        return str(self.index)


@dataclass(frozen=True)
class Mapping:
    """All that the user may change. `key` is the id that a table gets.

    `target_kind` is what a bare number in a target column means. `origin`, `assignment_kind` and `decided_by` hold
    for all assignments of the table.
    """

    into: Into
    columns: tuple[ColumnUse, ...]
    rows: tuple[RowUse, ...]
    key: str = ""
    caption: str = ""
    unit: Unit = Unit.TKR
    sign: Sign = Sign.COST_POSITIVE
    table_kind: TableKind = TableKind.ALLOCATION
    goal: str = ""
    target_kind: TargetKind = TargetKind.AT_LEAST
    origin: str = ""
    assignment_kind: AssignmentKind = AssignmentKind.STEERING_DOCUMENT
    decided_by: Decider = Decider.BOARD

    def column(self, use: str) -> ColumnUse | None:
        """The first column of a use."""
        return next((column for column in self.columns if column.use == use), None)

    def columns_of(self, *uses: str) -> tuple[ColumnUse, ...]:
        return tuple(column for column in self.columns if column.use in uses)


@dataclass(frozen=True)
class Source:
    """The table as read and the name of the file that it was in; all that is kept between preview and import."""

    file: str
    table: ReadTable


_INTO = {
    Into.TABLE: msg("Table of the economy"),
    Into.INDICATORS: msg("Indicators with outcomes and targets"),
    Into.ASSIGNMENTS: msg("Assignments"),
}
