"""What a table gives for the plan: records, what the plan says otherwise, and what fits nowhere."""

from dataclasses import dataclass

from styrhus.finance.table import Table
from styrhus.paper.reading import ReadTable
from styrhus.plan.assignment import Assignment
from styrhus.plan.indicator import Indicator
from styrhus.plan.outcome import Outcome
from styrhus.plan.target import Target
from styrhus.review.plan_data.mapping import ColumnUse, Source
from styrhus.values.problem import Problem
from styrhus.values.text import Text


@dataclass(frozen=True)
class Clash:
    """The plan says something else than the file: what it is about, what is stored and what the file says."""

    name: str
    stored: str
    found: str


@dataclass(frozen=True)
class PlanData:
    """What would come into the plan. `clashes` are left as stored unless the user says that they are replaced.

    `replacing` are the keys of records that the plan has with other values; `known` how many it has already as they
    are in the file.
    """

    tables: tuple[Table, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    targets: tuple[Target, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    clashes: tuple[Clash, ...] = ()
    problems: tuple[Problem, ...] = ()
    known: int = 0

    @property
    def count(self) -> int:
        return sum(map(len, (self.tables, self.indicators, self.outcomes, self.targets, self.assignments)))


def problem_at(source: Source, row: int, column: ColumnUse | None, told: tuple[Text, Text]) -> Problem:
    """A problem with a cell: file and table, row counted from 1, heading and what stands there."""
    table = source.table
    place = table.rows[row].place
    value = table.rows[row].text(column.index) if column else ""
    return Problem(
        told[0], told[1], _where(source.file, table), place.line or row + 1, column.heading if column else "", value
    )


def _where(file: str, table: ReadTable) -> str:
    """`plan.docx, table 3` in a form that needs no translation."""
    return f"{file} [{table.number}]"
