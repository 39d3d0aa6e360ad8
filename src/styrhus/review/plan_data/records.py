"""A table and its mapping as records of the plan, with what is wrong and what the plan says otherwise."""

from collections.abc import Callable
from dataclasses import dataclass

from styrhus.dossier.dossier import Dossier
from styrhus.finance.table import Table
from styrhus.paper.reading import ReadTable
from styrhus.plan.assignment import Assignment
from styrhus.plan.indicator import Indicator
from styrhus.plan.outcome import Outcome
from styrhus.plan.target import Target
from styrhus.review.plan_data.mapping import ColumnUse, Mapping, Source
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


Convert = Callable[[Source, Mapping, Dossier], PlanData]


def converted(source: Source, mapping: Mapping, dossier: Dossier) -> PlanData:
    """The records that the mapping makes of the table; every cell that fits nowhere is a problem with its place."""
    from styrhus.review.plan_data import assignments, indicators, tables  # noqa: PLC0415

    makers: dict[str, Convert] = {
        "table": tables.converted, "indicators": indicators.converted, "assignments": assignments.converted,
    }  # fmt: skip
    return makers[mapping.into.value](source, mapping, dossier)


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
