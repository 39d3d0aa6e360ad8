"""An assignment as a row of a table, with what the checks have found about it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from styrhus.dossier.dossier import Dossier
from styrhus.plan.assignment import Assignment
from styrhus.plan.assignment_checks import Finding, deadline_findings, duplicates
from styrhus.web.pages.assignments.due import Due, due


@dataclass(frozen=True)
class Remark:
    """A finding told about one assignment; `other` is the assignment that it is held against."""

    finding: Finding
    other: Assignment | None

    @property
    def is_duplicate(self) -> bool:
        return self.finding.rule == "duplicate"


@dataclass(frozen=True)
class AssignmentRow:
    assignment: Assignment
    due: Due
    remarks: tuple[Remark, ...]

    @property
    def heading(self) -> str:
        """Number and title, as the origin lists it."""
        return f"{self.assignment.number} {self.assignment.title}".strip()


@dataclass(frozen=True)
class Remarks:
    """Everything found among the assignments of a plan, by assignment; each pair of duplicates counts once."""

    by_assignment: Mapping[str, tuple[Remark, ...]]
    duplicates: int
    deadlines: int

    def about(self, assignment: str) -> tuple[Remark, ...]:
        return self.by_assignment.get(assignment, ())


@lru_cache(maxsize=64)
def remarks(dossier: Dossier) -> Remarks:
    """Run the checks; what two assignments have to do with each other is told about both."""
    pairs = duplicates(dossier.assignments)
    dated = deadline_findings(dossier.assignments, dossier.plan.year, pairs)
    found: dict[str, list[Remark]] = defaultdict(list)
    for finding in (*pairs, *dated):
        found[finding.assignment].append(Remark(finding, dossier.assignment_by_id.get(finding.other)))
        if finding.other:
            found[finding.other].append(Remark(finding, dossier.assignment_by_id[finding.assignment]))
    late = {key for finding in dated for key in (finding.assignment, finding.other) if key}
    return Remarks({key: tuple(held) for key, held in found.items()}, len(pairs), len(late))


def assignment_row(assignment: Assignment, day: date, found: Remarks) -> AssignmentRow:
    return AssignmentRow(assignment, due(assignment, day), found.about(assignment.id))
